import OpenAI from "openai";

const concentrateKey = process.env.CONCENTRATE_API_KEY;

if (!concentrateKey) {
  console.warn("CONCENTRATE_API_KEY is missing, calls will be refused");
}

export const openai = new OpenAI({
  apiKey: process.env.CONCENTRATE_API_KEY,
  baseURL: "https://api.concentrate.ai/v1",
});
