import { convertToModelMessages, streamText, type UIMessage } from "ai";
import { chatModel } from "@/lib/ai";
import { sessionHeaders } from "@/lib/session-headers";

export const maxDuration = 30;

export async function POST(request: Request) {
  const { id, messages, userId }: { id: string; messages: UIMessage[]; userId?: string } = await request.json();

  const result = streamText({
    model: chatModel,
    system: "You answer questions about lighthouses.",
    messages: await convertToModelMessages(messages),
    headers: sessionHeaders(),
  });

  return result.toUIMessageStreamResponse();
}
