/** For a person at a terminal: one line per finding, files apart, a summary at the end. */
import { todoMark } from "../../shared/protocol";
import type { ReportedFile, ReportedFinding } from "./result";
import { counted, type Summary } from "./summary";

type Style = "bold" | "dim" | "red" | "yellow" | "blue" | "cyan" | "green";

const codes: Readonly<Record<Style, number>> = { bold: 1, dim: 2, red: 31, green: 32, yellow: 33, blue: 34, cyan: 36 };

const severityStyles: Readonly<Record<ReportedFinding["severity"], Style>> = {
	error: "red",
	warning: "yellow",
	information: "blue",
	hint: "cyan",
};

/** @returns text in the style, or just the text where nobody sees colours */
export function styled(text: string, style: Style, useColor: boolean): string {
	return useColor ? `\u001b[${codes[style]}m${text}\u001b[0m` : text;
}

/** @returns `path:line:column severity rule message`, counted from one; a blank line between files; nothing for nothing */
export function findingLines(findings: readonly ReportedFinding[], useColor: boolean): string {
	const lines: string[] = [];
	let last: string | undefined;
	for (const finding of findings) {
		if (last !== undefined && last !== finding.path) lines.push("");
		last = finding.path;
		lines.push(findingLine(finding, useColor));
	}
	return lines.map((line) => `${line}\n`).join("");
}

function findingLine({ path, range, severity, rule, message }: ReportedFinding, useColor: boolean): string {
	const place = `${path}:${range.start.line + 1}:${range.start.character + 1}`;
	const parts = [styled(place, "bold", useColor), styled(severity, severityStyles[severity], useColor)];
	return [...parts, styled(rule, "dim", useColor), oneLine(message)].join(" ");
}

/** @returns the files that were left alone with their reasons; nothing when there are none */
export function skippedLines(files: readonly ReportedFile[], useColor: boolean): string {
	const skipped = files.filter((file) => file.skipped !== undefined);
	if (skipped.length === 0) return "";
	const lines = skipped.map((file) => `  ${file.path} ${styled(`(${file.skipped})`, "dim", useColor)}`);
	return ["", `Not read (${counted(skipped.length, "file")}):`, ...lines, ""].join("\n");
}

/** @returns one sentence; how many findings there are, of what sort, and what can be done about them */
export function summaryLine(summary: Summary, useColor: boolean): string {
	if (summary.findings === 0) return styled("Nothing found.", "green", useColor);
	const { errors, warnings, information, hints, safe, suggested } = summary;
	const kinds = [
		[errors, "error"],
		[warnings, "warning"],
		[information, "note"],
		[hints, "hint"],
	] as const;
	const some = kinds.filter(([count]) => count > 0).map(([count, noun]) => counted(count, noun));
	const total = counted(summary.findings, "finding");
	const files = counted(summary.filesWithFindings, "file");
	const fixable = [
		...(safe > 0 ? [`${safe} can be fixed safely`] : []),
		...(suggested > 0 ? [`${suggested} with --suggested`] : []),
	];
	const marked = summary.todos > 0 ? [`${counted(summary.todos, "comment")} ${todoMark.slice(0, -1)}`] : [];
	const more = [...fixable, ...marked];
	const end = more.length > 0 ? `; ${more.join(", ")}` : "";
	return styled(`${total} (${some.join(", ")}) in ${files}${end}.`, "bold", useColor);
}

function oneLine(text: string): string {
	return text.replace(/\s*\n\s*/g, " ");
}
