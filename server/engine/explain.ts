/** From a row of the mapping tables to what a person reads in a hover. */
import { rowById } from "../../shared/mappings";
import { gateway } from "../../shared/mappings/gateway";
import type { Finding } from "./model";
import type { QuietHover } from "./quiet-hovers";

const precisions = {
	exact: "has an exact counterpart at Concentrate.",
	approximate: "has something close to it at Concentrate, in another place.",
	none: "has no counterpart at Concentrate today.",
} as const;

/**
 * @param finding what was found; its row says what the guide says
 * @returns Markdown: what it is, what becomes of it, what the fix does, where to read on. Secrets are masked by the rules.
 */
export function explain(finding: Omit<Finding, "severity">): string {
	const row = finding.row === undefined ? undefined : rowById(finding.row);
	const title = row ? `**${asText(finding.subject)}** ${precisions[row.precision]}` : `**${asText(finding.message)}**`;
	const fix = finding.fix
		? `Quick fix${finding.fix.applicability === "suggested" ? ", to be looked at" : ""}: ${finding.fix.title}.`
		: "There is no automatic fix: a person must decide.";
	const guide = row?.guide === undefined ? "Migration guide" : `Migration guide: “${asText(row.guide)}”`;
	const lines = [
		title,
		finding.advice && asText(finding.advice),
		asText(fix),
		`[${guide}](${row?.docs ?? gateway.guideUrl})`,
	];
	return lines.filter((line) => line !== undefined && line !== "").join("\n\n");
}

/** A hover for something that stays as it is. */
export function explainRow({ subject, row: id }: QuietHover): string {
	const row = rowById(id);
	const guide = row?.guide === undefined ? "Migration guide" : `Migration guide: “${asText(row.guide)}”`;
	const lines = [
		`**${asText(subject)}** stays as it is.`,
		row && asText(row.advice),
		`[${guide}](${row?.docs ?? gateway.guideUrl})`,
	];
	return lines.filter((line) => line !== undefined).join("\n\n");
}

/** Text of the program must not become markup: an address or a header's name stays what it is. */
function asText(text: string): string {
	return text.replace(/[\\[\]<>*_]/g, "\\$&");
}
