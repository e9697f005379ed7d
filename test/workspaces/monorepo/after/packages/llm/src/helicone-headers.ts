export interface CallInfo {
  feature: string;
  userId?: string;
  sessionId?: string;
}

export function heliconeHeaders({ feature, userId, sessionId }: CallInfo): Record<string, string> {
  return {};
}
