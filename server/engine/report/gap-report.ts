/** *Report Migration Gaps*: a text for support. It is made of counts and of the tables' own words; nothing of the program gets into it. */
import { gateway } from "../../../shared/mappings/gateway";
import { maskKey } from "../../../shared/mask-key";
import { rules } from "../../../shared/rules";
import type { ReportItem } from "./migration-record";
import { capabilityGaps } from "./report-topics";

const supportAddress = "support@concentrate.ai";

export interface GapReport {
	/** Uses of what has no equivalent. */
	readonly uses: number;
	/** A mail or an issue; ends with a newline. */
	readonly markdown: string;
}

/** Only what is the same for everybody. */
export interface GapSurroundings {
	/** Of this program. */
	readonly version: string;
	/** Day of the model catalogue that counted. */
	readonly catalogueDate: string;
}

/** @param items what was found before the migration */
export function gapReport(items: readonly ReportItem[], { version, catalogueDate }: GapSurroundings): GapReport {
	const gaps = rules.flatMap(({ id, title }) =>
		capabilityGaps(items.filter(({ rule }) => rule === id)).map((gap) => ({ ...gap, rule: id, kind: title })),
	);
	const uses = gaps.reduce((sum, { count }) => sum + count, 0);
	const sections = [
		"# Migration gaps: from Helicone to Concentrate",
		`For ${supportAddress}.`,
		uses === 0
			? "Nothing that was found lacks an equivalent at Concentrate."
			: `Moving a code base from Helicone to Concentrate, ${counted(uses, "use")} of ${counted(gaps.length, "feature")} had no equivalent:`,
		table(gaps),
		...(uses === 0 ? [] : ["What we used them for: "]),
		[
			`- migrate-helicone ${plain(version)}`,
			`- Model catalogue of ${plain(catalogueDate)}`,
			`- Guide: ${gateway.guideUrl}`,
		].join("\n"),
		"These are counts. No code, no file name and no key is in this text.",
	];
	return { uses, markdown: maskKey(`${sections.filter((section) => section !== "").join("\n\n")}\n`) };
}

interface GapOfRule {
	readonly rule: string;
	readonly kind: string;
	readonly row: string;
	readonly title: string;
	readonly count: number;
}

function table(gaps: readonly GapOfRule[]): string {
	if (gaps.length === 0) return "";
	const rows = gaps.map(
		({ rule, kind, row, title, count }) => `| ${kind} (\`${rule}\`) | \`${title}\` (\`${row}\`) | ${count} |`,
	);
	return ["| What | Feature | Uses |", "|---|---|---|", ...rows].join("\n");
}

/** A version or a day, whatever was handed over. */
function plain(text: string): string {
	return text.replace(/[^\w.:+-]+/g, " ").trim();
}

function counted(count: number, noun: string): string {
	return `${count} ${noun}${count === 1 ? "" : "s"}`;
}
