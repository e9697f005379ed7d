/**
 * From a host to its row. Region and stage labels (`us`, `eu`, `staging`, `preview-oai`, `oai_staging`) are no rows: they
 * are taken off here, because a host means the same in every region.
 */
import type { Host } from "./schema";
import { hosts } from "./tables";

export interface HostMatch {
	readonly row: Host;
	/** What stands before Helicone's domain, without region and stage: `oai`, `api.worker`, `@` for the bare domain. */
	readonly label: string;
}

const domains = ["helicone.ai", "hconeai.com"];
const regions = new Set(["us", "eu", "staging", "preview", "dev"]);
const rows = new Map(hosts.flatMap((row) => row.labels.map((label) => [label, row] as const)));

/**
 * `host` as it stands in a URL or on its own (`oai.helicone.ai:443`), in any case. Undefined for a host of anybody else's:
 * `nothelicone.ai`, `helicone.ai.evil.com`, `api.openai.com`, and for text that is no host.
 */
export function hostOf(host: string): HostMatch | undefined {
	const name = host.toLowerCase().replace(/:\d*$/, "").replace(/\.$/, "");
	if (name === "" || /[\s/@?#]/.test(name)) return undefined;
	const whole = name.includes(".") ? rows.get(name) : undefined;
	if (whole) return { row: whole, label: name };
	const domain = domains.find((one) => name === one || name.endsWith(`.${one}`));
	return domain === undefined ? undefined : rowOf(labelOf(name.slice(0, -domain.length)));
}

function labelOf(prefix: string): string {
	const labels = prefix
		.split(".")
		.map((label) => label.replace(/_staging$/, "").replace(/^(preview|staging)-/, ""))
		.filter((label) => label !== "" && !regions.has(label));
	return labels.join(".") || "@";
}

/** Helicone's own worker looks at the first label only, so `x.y.helicone.ai` is what `x.helicone.ai` is. */
function rowOf(label: string): HostMatch | undefined {
	const row = rows.get(label) ?? rows.get(label.split(".")[0] ?? "") ?? rows.get("*");
	return row && { row, label };
}

/** A row by its id (`self-hosted`), for addresses that no list of hosts can know. */
export function hostRow(id: string): Host | undefined {
	return hosts.find((row) => row.id === id);
}
