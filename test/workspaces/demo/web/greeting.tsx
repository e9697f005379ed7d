import { createOpenAI } from "@ai-sdk/openai";
import { generateText } from "ai";

const openai = createOpenAI({
  baseURL: "https://oai.helicone.ai/v1",
  headers: { "Helicone-Auth": `Bearer ${process.env.HELICONE_API_KEY}` },
});

export async function Greeting({ name }: { name: string }) {
  const { text } = await generateText({ model: openai("gpt-4o-mini"), prompt: `Greet ${name}.` });
  return <p title="written by a model">{text}</p>;
}
