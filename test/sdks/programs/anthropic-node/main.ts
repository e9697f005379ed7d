import Anthropic from "@anthropic-ai/sdk";

const anthropic = new Anthropic({
  apiKey: process.env.ANTHROPIC_API_KEY,
  baseURL: "https://anthropic.helicone.ai",
  defaultHeaders: {
    "Helicone-Auth": `Bearer ${process.env.HELICONE_API_KEY}`,
  },
});

const message = await anthropic.messages.create({
  model: "claude-opus-4-1",
  max_tokens: 128,
  messages: [{ role: "user", content: "Say hello" }],
});
for (const block of message.content) if (block.type === "text") console.log(block.text);
