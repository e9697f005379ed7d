/** Helicone's API by region (helicone.md 1.3). */
export const historyOrigins = { us: "https://api.helicone.ai", eu: "https://eu.api.helicone.ai" } as const;

export type Region = keyof typeof historyOrigins;

/** European keys say so: `sk-helicone-eu-…` (helicone.md 1.1). */
export function regionOfKey(key: string): Region {
	return /helicone-eu/.test(key) ? "eu" : "us";
}
