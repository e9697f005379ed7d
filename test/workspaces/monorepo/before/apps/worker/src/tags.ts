import { config } from "@postbox/config";

// Straight to OpenAI: embeddings were never proxied.
export async function embed(input: string): Promise<number[]> {
  const response = await fetch("https://api.openai.com/v1/embeddings", {
    method: "POST",
    headers: { "Content-Type": "application/json", Authorization: `Bearer ${config.openaiApiKey}` },
    body: JSON.stringify({ model: "text-embedding-3-small", input }),
  });
  const { data } = (await response.json()) as { data: { embedding: number[] }[] };
  return data[0]?.embedding ?? [];
}
