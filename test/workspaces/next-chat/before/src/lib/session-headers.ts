interface Session {
  chatId: string;
  userId?: string;
}

/** So that one conversation shows up as one trace. */
export function sessionHeaders({ chatId, userId }: Session) {
  return {
    "Helicone-Session-Id": chatId,
    "Helicone-Session-Name": "chat",
    "Helicone-Session-Path": "/chat",
    ...(userId ? { "Helicone-User-Id": userId } : {}),
  };
}
