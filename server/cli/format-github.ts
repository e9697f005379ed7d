/** Workflow commands that GitHub Actions turns into annotations of a pull request. */
import type { ReportedFinding } from "./result";

const levels: Readonly<Record<ReportedFinding["severity"], string>> = {
	error: "error",
	warning: "warning",
	information: "notice",
	hint: "notice",
};

/** @returns one line per finding; lines and columns counted from one, the end column included */
export function githubLines(findings: readonly ReportedFinding[]): string {
	return findings.map((finding) => `${githubLine(finding)}\n`).join("");
}

function githubLine({ path, rule, severity, message, range: { start, end } }: ReportedFinding): string {
	const properties: Record<string, string | number> = { file: path, line: start.line + 1, endLine: end.line + 1 };
	// GitHub ignores columns of a range over several lines.
	if (start.line === end.line) {
		properties.col = start.character + 1;
		properties.endColumn = Math.max(end.character, start.character + 1);
	}
	properties.title = rule;
	const list = Object.entries(properties).map(([name, value]) => `${name}=${escapeProperty(String(value))}`);
	return `::${levels[severity]} ${list.join(",")}::${escapeData(message)}`;
}

function escapeData(text: string): string {
	return text.replace(/%/g, "%25").replace(/\r/g, "%0D").replace(/\n/g, "%0A");
}

function escapeProperty(text: string): string {
	return escapeData(text).replace(/:/g, "%3A").replace(/,/g, "%2C");
}
