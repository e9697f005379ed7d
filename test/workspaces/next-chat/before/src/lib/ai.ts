import { createOpenAI } from "@ai-sdk/openai";
import { env } from "@/lib/env";

/** Every model call of the site goes through Helicone. */
export const openai = createOpenAI({
  baseURL: "https://oai.helicone.ai/v1",
  apiKey: env.OPENAI_API_KEY,
  headers: {
    "Helicone-Auth": `Bearer ${env.HELICONE_API_KEY}`,
    "Helicone-Property-App": "lighthouse",
    "Helicone-Property-Stage": env.APP_STAGE,
  },
});

export const chatModel = openai.chat("gpt-4o-mini");
