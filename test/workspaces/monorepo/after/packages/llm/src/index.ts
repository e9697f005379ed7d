export { createClient } from "./client";
export { type CallInfo, heliconeHeaders } from "./helicone-headers";
