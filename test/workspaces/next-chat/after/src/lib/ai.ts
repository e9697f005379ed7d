import { createOpenAI } from "@ai-sdk/openai";
import { env } from "@/lib/env";

/** Every model call of the site goes through Helicone. */
export const openai = createOpenAI({
  baseURL: "https://api.concentrate.ai/v1",
  apiKey: env.CONCENTRATE_API_KEY,
});

export const chatModel = openai.chat("gpt-4o-mini");
