import { config } from "@postbox/config";

export interface CallInfo {
  feature: string;
  userId?: string;
  sessionId?: string;
}

export function heliconeHeaders({ feature, userId, sessionId }: CallInfo): Record<string, string> {
  return {
    "Helicone-Property-Feature": feature,
    "Helicone-Property-Stage": config.stage,
    ...(userId && { "Helicone-User-Id": userId }),
    ...(sessionId && { "Helicone-Session-Id": sessionId, "Helicone-Session-Name": feature }),
  };
}
