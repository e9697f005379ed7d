// Every night: one paragraph about yesterday's mails.
const base = "https://oai.helicone.ai/v1";

export async function summarise(mails) {
  const headers = {
    "Content-Type": "application/json",
    Authorization: `Bearer ${process.env.OPENAI_API_KEY}`,
    "Helicone-Auth": `Bearer ${process.env.HELICONE_API_KEY}`,
    "Helicone-Cache-Seed": "nightly",
  };
  const response = await fetch(`${base}/chat/completions`, {
    method: "POST",
    headers,
    body: JSON.stringify({
      model: "gpt-4o",
      messages: [{ role: "user", content: `Summarise:\n${mails.join("\n")}` }],
    }),
  });
  if (response.headers.get("Helicone-Cache") === "HIT") console.log("from the cache");
  return (await response.json()).choices[0].message.content;
}
