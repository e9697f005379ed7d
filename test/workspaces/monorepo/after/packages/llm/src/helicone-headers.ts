export interface CallInfo {
  feature: string;
  userId?: string;
  sessionId?: string;
}

export function heliconeHeaders(): Record<string, string> {
  return {};
}
