import { generateText } from "ai";
import { NextResponse } from "next/server";
import { openai } from "@/lib/ai";

export async function POST(request: Request) {
  const { firstMessage } = (await request.json()) as { firstMessage: string };

  const { text } = await generateText({
    model: openai.chat("gpt-4o-mini"),
    prompt: `A title of at most five words for a chat that begins with: ${firstMessage}`,
  });

  return NextResponse.json({ title: text.trim() });
}
