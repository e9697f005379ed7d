import { config, HELICONE_HOST } from "@postbox/config";
import OpenAI from "openai";

export function createClient(): OpenAI {
  return new OpenAI({
    baseURL: HELICONE_HOST,
    apiKey: config.heliconeApiKey,
    maxRetries: 3,
  });
}
