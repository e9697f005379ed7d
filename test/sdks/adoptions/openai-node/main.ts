import OpenAI from "openai";

const client = new OpenAI({ baseURL: "https://api.concentrate.ai/v1", apiKey: process.env.CONCENTRATE_API_KEY });

async function ask(question: string, limit?: number): Promise<string> {
  const completion = await client.chat.completions.create(
    {
      model: "gpt-4o",
      temperature: 0.2,
      messages: [
        { role: "system", content: "Be brief." },
        { role: "user", content: question },
      ],
      ...(limit ? { max_tokens: limit } : {}),
      ...({ routing: { model: { fallbacks: ["gpt-4o-mini"] } } } as object),
    },
    { timeout: 20_000 },
  );
  console.log(completion.usage?.prompt_tokens, completion.usage?.prompt_tokens_details?.cached_tokens);
  return completion.choices[0]?.message?.content ?? "";
}

async function look(picture: string): Promise<void> {
  const { choices, usage } = await client.chat.completions.create({
    model: "gpt-4o",
    messages: [
      {
        role: "user",
        content: [
          { type: "text", text: "What is this?" },
          { type: "image_url", image_url: { url: `data:image/png;base64,${picture}` } },
        ],
      },
    ],
    response_format: {
      type: "json_schema",
      json_schema: { name: "thing", schema: { type: "object", additionalProperties: false }, strict: true },
    },
    tools: [
      {
        type: "function",
        function: {
          name: "weather",
          parameters: { type: "object", properties: {} },
        },
      },
    ],
    tool_choice: { type: "function", function: { name: "weather" } },
  });
  console.log(usage?.total_tokens, choices[0].message.content);
}

async function stream(question: string): Promise<void> {
  const messages = [{ role: "user" as const, content: question }];
  const chunks = await client.chat.completions.create({ model: "gpt-4o-mini", messages, stream: true });
  for await (const chunk of chunks) {
    process.stdout.write(chunk.choices[0]?.delta?.content || "");
  }
  const more = await client.chat.completions.create({ model: "gpt-4o-mini", messages, stream: true });
  for await (const chunk of more) {
    const text = chunk.choices[0]?.delta?.content;
    if (text) process.stdout.write(`${text}|`);
  }
}

console.log(await ask("Say hello", 100));
await look("iVBORw0KGgo=");
await stream("Say hello");
await client.chat.completions
  .create({ model: "gpt-4o", messages: [{ role: "user", content: "Say hello" }] })
  .then((completion) => console.log(completion.choices[0].message.content));
console.log(
  (await client.chat.completions.create({ model: "gpt-4o", messages: [{ role: "user", content: "Hi" }] })).choices[0]!
    .message.content!.length,
);
