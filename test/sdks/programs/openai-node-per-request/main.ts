import OpenAI from "openai";

const openai = new OpenAI({
  baseURL: `https://oai.helicone.ai/v1/${process.env.HELICONE_API_KEY}`,
});

async function greet(userId: string) {
  const { data, response } = await openai.chat.completions
    .create(
      { model: "gpt-4o", messages: [{ role: "user", content: "Say hello" }] },
      {
        headers: {
          "Helicone-User-Id": userId,
          "Helicone-Cache-Enabled": "true",
          "Helicone-Cache-Seed": userId,
        },
      },
    )
    .withResponse();
  if (!response.headers.get("helicone-id")) throw new Error("no request id");
  return data.choices[0]?.message.content;
}

console.log(await greet("user-7"));
