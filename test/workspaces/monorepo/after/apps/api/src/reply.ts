import { createClient, heliconeHeaders } from "@postbox/llm";

const client = createClient();

export async function suggestReply(mail: string, userId: string): Promise<string> {
  const completion = await client.chat.completions.create(
    {
      model: "gpt-4o",
      messages: [
        { role: "system", content: "Suggest a short, friendly reply." },
        { role: "user", content: mail },
      ],
    },
    { headers: { ...heliconeHeaders(), "X-Postbox-App": "api" } },
  );
  return completion.choices[0]?.message.content ?? "";
}
