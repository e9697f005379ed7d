function required(name: string): string {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set`);
  return value;
}

export const HELICONE_HOST = "https://api.concentrate.ai/v1";

export const config = {
  stage: process.env.STAGE ?? "dev",
  openaiApiKey: required("OPENAI_API_KEY"),
  heliconeApiKey: required("CONCENTRATE_API_KEY"),
  redisUrl: process.env.REDIS_URL ?? "redis://localhost:6379",
} as const;
