import type { Request, Response } from "express";

/** Plain fetch, because the list is streamed to the browser as it comes. */
export async function shoppingList(req: Request, res: Response) {
  const headers: Record<string, string> = {
    "Content-Type": "application/json",
    Authorization: `Bearer ${process.env.OPENAI_API_KEY}`,
    "Helicone-Auth": `Bearer ${process.env.HELICONE_API_KEY}`,
  };
  if (req.body.userId) headers["Helicone-User-Id"] = req.body.userId;

  const upstream = await fetch("https://oai.helicone.ai/v1/chat/completions", {
    method: "POST",
    headers,
    body: JSON.stringify({
      model: "gpt-4o-mini",
      stream: true,
      messages: [{ role: "user", content: `A shopping list for: ${req.body.recipe}` }],
    }),
  });

  res.status(upstream.status).type("text/event-stream");
  for await (const chunk of upstream.body ?? []) res.write(chunk);
  res.end();
}
