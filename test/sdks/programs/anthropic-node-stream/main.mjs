import Anthropic from "@anthropic-ai/sdk";

const client = new Anthropic({
  baseURL: "https://anthropic.helicone.ai/",
  defaultHeaders: { "Helicone-Auth": `Bearer ${process.env.HELICONE_API_KEY}`, "Helicone-Session-Id": "s-1" },
});

const stream = client.messages.stream({
  model: "claude-sonnet-4-5",
  max_tokens: 128,
  messages: [{ role: "user", content: "Say hello" }],
});
stream.on("text", (text) => process.stdout.write(text));
await stream.finalMessage();
console.log();
