import { createOpenAI } from "@ai-sdk/openai";
import { streamText } from "ai";

const helicone = createOpenAI({
  baseURL: "https://ai-gateway.helicone.ai/v1",
  apiKey: process.env.HELICONE_API_KEY,
});

const result = streamText({
  model: helicone.chat("claude-4.5-haiku"),
  prompt: "Say hello",
});
for await (const part of result.textStream) process.stdout.write(part);
console.log();
