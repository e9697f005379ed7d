const OpenAI = require("openai");

const headers = { "Helicone-Auth": "Bearer " + process.env.HELICONE_API_KEY };
if (process.env.CACHE !== "off") headers["Helicone-Cache-Enabled"] = "true";

const openai = new OpenAI({
  apiKey: process.env["OPENAI_API_KEY"],
  baseURL: "https://oai.helicone.ai/v1/",
  defaultHeaders: headers,
});

openai.chat.completions
  .create({ model: "gpt-4o-mini", stream: true, messages: [{ role: "user", content: "Say hello" }] })
  .then(async (stream) => {
    for await (const chunk of stream) process.stdout.write(chunk.choices[0]?.delta?.content || "");
    console.log();
  });
