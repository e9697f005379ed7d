import { z } from "zod";

const schema = z.object({
  CONCENTRATE_API_KEY: z.string().min(1),
  APP_STAGE: z.enum(["local", "preview", "production"]).default("production"),
});

export const env = schema.parse({
  CONCENTRATE_API_KEY: process.env.CONCENTRATE_API_KEY,
  APP_STAGE: process.env.APP_STAGE,
});
