/** From a row of the mapping tables to what a person reads in a hover. */
import { rowById } from "../../shared/mappings";
import { gateway } from "../../shared/mappings/gateway";
import type { Finding } from "./model";

const precisions = {
	exact: "has an exact counterpart",
	approximate: "comes close elsewhere",
	none: "has no counterpart",
} as const;

/**
 * @param finding what was found; its row says what the guide says
 * @returns Markdown: what it is, what becomes of it, what the fix does, where to read on. Secrets are masked by the rules.
 */
export function explain(finding: Omit<Finding, "severity">): string {
	const row = finding.row === undefined ? undefined : rowById(finding.row);
	const guide = row?.guide === undefined ? [] : [`Migration guide, “${row.guide}”: it ${precisions[row.precision]}.`];
	const advice = finding.advice === undefined ? [] : [finding.advice];
	const fix = finding.fix
		? [
				`Quick fix${finding.fix.applicability === "suggested" ? " (look before you accept)" : ""}: ${finding.fix.title}.`,
			]
		: ["There is no automatic fix: a person must decide."];
	const docs = row?.docs ?? gateway.guideUrl;
	return [
		`**${asText(finding.message)}**`,
		...guide.map(asText),
		...advice.map(asText),
		...fix.map(asText),
		`[Read the migration guide](${docs})`,
	].join("\n\n");
}

/** Text of the program must not become markup: an address or a header's name stays what it is. */
function asText(text: string): string {
	return text.replace(/[\\[\]<>*_]/g, "\\$&");
}
