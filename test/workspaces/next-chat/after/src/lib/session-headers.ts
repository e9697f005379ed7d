interface Session {
  chatId: string;
  userId?: string;
}

/** So that one conversation shows up as one trace. */
export function sessionHeaders() {
  return {};
}
