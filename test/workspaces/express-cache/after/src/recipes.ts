import { randomUUID } from "node:crypto";
import type { Request, Response } from "express";
import OpenAI from "openai";
import { openai } from "./openai.ts";

export async function createRecipe(req: Request, res: Response) {
  const sessionId = req.get("X-Session") ?? randomUUID();
  try {
    const { data, response } = await openai.chat.completions
      .create(
        {
          model: "gpt-4o-mini",
          messages: [
            { role: "system", content: "You invent recipes. Answer in Markdown." },
            { role: "user", content: `With: ${req.body.ingredients.join(", ")}` },
          ],
          prompt_cache_key: req.body.userId,
        },
      )
      .withResponse();

    if (response.headers.get("helicone-cache") === "HIT") {
      console.log("served from cache");
    }
    res.set("X-LLM-Request", response.headers.get("x-request-id") ?? "");
    res.json({ recipe: data.choices[0]?.message.content, sessionId });
  } catch (error) {
    if (error instanceof OpenAI.APIError && error.status === 429) {
      const remaining = error.headers?.get("X-RateLimit-Remaining");
      res.status(429).json({ error: "too many recipes", remaining });
      return;
    }
    throw error;
  }
}
