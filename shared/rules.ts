/** The rules' names, for people and settings. What a rule does lives in `server/engine/rules/<id>.ts`. */

/** From silent to loud; `off` means that the rule does not run. */
export const severities = ["off", "hint", "information", "warning", "error"] as const;
export type Severity = (typeof severities)[number];

export interface RuleInfo {
	/** Also the rule's file, fixture, diagnostic code and docs anchor. */
	readonly id: string;
	/** Severity of a finding unless a setting says otherwise. */
	readonly severity: Severity;
	/** What is found, in a few words: a title, not a sentence. */
	readonly title: string;
}

/** Every rule, in the order in which people read them. */
export const rules = [
	{ id: "helicone-base-url", severity: "warning", title: "Base URL of a Helicone gateway" },
	{ id: "helicone-request-header", severity: "warning", title: "Request header that only Helicone reads" },
	{ id: "helicone-response-header", severity: "warning", title: "Response header that only Helicone sends" },
	{ id: "helicone-api-key", severity: "warning", title: "Helicone API key" },
	{ id: "helicone-env-var", severity: "warning", title: "Environment variable for Helicone" },
	{ id: "helicone-model-slug", severity: "warning", title: "Model name in Helicone's spelling" },
	{ id: "helicone-package", severity: "warning", title: "Package of Helicone" },
	{ id: "helicone-callback", severity: "warning", title: "Callback or integration switch for Helicone" },
	{ id: "helicone-logging", severity: "warning", title: "Logging to Helicone by the program itself" },
	{ id: "helicone-prompt", severity: "warning", title: "Prompt managed by Helicone" },
	{ id: "helicone-link", severity: "information", title: "Link to Helicone's dashboard or docs" },
	{ id: "helicone-name", severity: "hint", title: "Name of the program's own that says Helicone" },
	{ id: "helicone-mention", severity: "off", title: "Any other mention of Helicone" },
	{ id: "concentrate-base-url", severity: "warning", title: "Base URL of Concentrate that cannot work" },
	{ id: "concentrate-api-key", severity: "warning", title: "API key that Concentrate does not accept" },
	{ id: "concentrate-unknown-model", severity: "warning", title: "Model that Concentrate does not list" },
] as const satisfies readonly RuleInfo[];

export type RuleId = (typeof rules)[number]["id"];

export const ruleIds: readonly RuleId[] = rules.map((rule) => rule.id);
