import { config } from "@postbox/config";
import { createClient, heliconeHeaders } from "@postbox/llm";

const client = createClient();

export async function digest(mails: string[], threadId: string): Promise<string> {
  const completion = await client.chat.completions.create(
    {
      model: "gpt-4o-mini",
      messages: [{ role: "user", content: `Sum up:\n${mails.join("\n---\n")}` }],
    },
    { headers: heliconeHeaders() },
  );
  console.log(`[${config.stage}] digest of ${mails.length} mails`);
  return completion.choices[0]?.message.content ?? "";
}
