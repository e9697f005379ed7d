import { createAnthropic } from "@ai-sdk/anthropic";
import { streamText } from "ai";

const anthropic = createAnthropic({
  baseURL: "https://anthropic.helicone.ai/v1",
  headers: {
    "Helicone-Auth": `Bearer ${process.env.HELICONE_API_KEY}`,
    "Helicone-Cache-Enabled": "true",
  },
});

const { textStream } = streamText({
  model: anthropic("claude-sonnet-4-5"),
  prompt: "Say hello",
});
for await (const part of textStream) process.stdout.write(part);
console.log();
