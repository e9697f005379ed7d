import OpenAI from "openai";

export const client = new OpenAI({
  baseURL: "https://ai-gateway.helicone.ai/v1",
  apiKey: process.env.HELICONE_API_KEY,
  defaultHeaders: {
    "Helicone-Property-App": "web-chat",
    "Helicone-Retry-Enabled": "true",
  },
});

export async function reply(question: string, userId: string): Promise<string> {
  const { data, response } = await client.chat.completions
    .create(
      {
        model: "google/gemini-2.5-flash",
        messages: [{ role: "user", content: question }],
      },
      { headers: { "Helicone-User-Id": userId } },
    )
    .withResponse();
  console.log("request", response.headers.get("helicone-id"));
  return data.choices[0]?.message.content ?? "";
}
