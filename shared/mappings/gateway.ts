/** Concentrate's own names (guide, steps 1 and 2; concentrate.md, Base URLs, Keys and Endpoints). */
export const gateway = {
	domain: "concentrate.ai",
	host: "api.concentrate.ai",
	/** Base of Anthropic-native clients, which append `/v1/messages` themselves. */
	origin: "https://api.concentrate.ai",
	/** Base of OpenAI-shaped clients, which append `/chat/completions`. */
	base: "https://api.concentrate.ai/v1",
	keyVariable: "CONCENTRATE_API_KEY",
	keyPrefix: "sk-cn-",
	/** What the guide writes where a key would stand. */
	keyPlaceholder: "sk-cn-v1-...",
	/** Paths behind `/v1` that Concentrate serves. */
	endpoints: ["chat/completions", "responses", "messages", "models", "responses/health", "models/providers"],
	/** Small models for one request that only tests the connection, the cheapest first. */
	probeModels: ["gpt-5-nano", "gpt-4o-mini", "claude-haiku-4-5"],
	guideUrl: "https://concentrate.ai/docs/migrations/helicone",
} as const;
