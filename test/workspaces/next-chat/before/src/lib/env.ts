import { z } from "zod";

const schema = z.object({
  OPENAI_API_KEY: z.string().min(1),
  HELICONE_API_KEY: z.string().startsWith("sk-helicone-"),
  APP_STAGE: z.enum(["local", "preview", "production"]).default("production"),
});

export const env = schema.parse({
  OPENAI_API_KEY: process.env.OPENAI_API_KEY,
  HELICONE_API_KEY: process.env.HELICONE_API_KEY,
  APP_STAGE: process.env.APP_STAGE,
});
