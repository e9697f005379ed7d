import OpenAI from "openai";

const heliconeKey = process.env.HELICONE_API_KEY;

if (!heliconeKey) {
  console.warn("HELICONE_API_KEY is missing, calls will be refused");
}

export const openai = new OpenAI({
  apiKey: process.env.OPENAI_API_KEY,
  baseURL: "https://oai.helicone.ai/v1",
  defaultHeaders: {
    "Helicone-Auth": `Bearer ${heliconeKey}`,
    "Helicone-Cache-Enabled": "true",
    "Cache-Control": "max-age=86400",
    "Helicone-Cache-Bucket-Max-Size": "3",
    "Helicone-RateLimit-Policy": "1000;w=3600;s=user",
    "Helicone-Retry-Enabled": "true",
  },
});
