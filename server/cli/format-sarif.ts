/** SARIF 2.1.0, for code scanning services. */
import { docsUrl, guideUrl } from "../../shared/protocol";
import { type RuleInfo, rules } from "../../shared/rules";
import type { ReportedFile, ReportedFinding, Span } from "./result";

const levels = { error: "error", warning: "warning", information: "note", hint: "note", off: "none" } as const;

/** @param version of this program */
export function sarifLog(
	findings: readonly ReportedFinding[],
	files: readonly ReportedFile[],
	version: string,
): object {
	return {
		$schema: "https://json.schemastore.org/sarif-2.1.0.json",
		version: "2.1.0",
		runs: [
			{
				tool: {
					driver: {
						name: "migrate-helicone",
						semanticVersion: version,
						informationUri: guideUrl,
						rules: rules.map(reportingDescriptor),
					},
				},
				columnKind: "utf16CodeUnits",
				originalUriBaseIds: { SRCROOT: { description: { text: "The working directory of the run." } } },
				invocations: [{ executionSuccessful: true, toolExecutionNotifications: files.flatMap(notification) }],
				results: findings.map(result),
			},
		],
	};
}

function reportingDescriptor(rule: RuleInfo) {
	return {
		id: rule.id,
		shortDescription: { text: `${rule.title}.` },
		helpUri: docsUrl(rule.id),
		defaultConfiguration: { level: levels[rule.severity], enabled: rule.severity !== "off" },
	};
}

function result({ path, rule, severity, message, range, fix }: ReportedFinding) {
	return {
		ruleId: rule,
		ruleIndex: rules.findIndex(({ id }) => id === rule),
		level: levels[severity],
		message: { text: message },
		locations: [{ physicalLocation: { artifactLocation: artifact(path), region: region(range) } }],
		...(fix && fix.edits.length > 0 ? { fixes: [sarifFix(path, fix)] } : {}),
	};
}

function sarifFix(path: string, fix: NonNullable<ReportedFinding["fix"]>) {
	const replacements = fix.edits.map((edit) => ({
		deletedRegion: region(edit.range),
		...(edit.newText === "" ? {} : { insertedContent: { text: edit.newText } }),
	}));
	return { description: { text: fix.title }, artifactChanges: [{ artifactLocation: artifact(path), replacements }] };
}

function notification({ path, skipped }: ReportedFile) {
	if (skipped === undefined) return [];
	const locations = [{ physicalLocation: { artifactLocation: artifact(path) } }];
	return [{ level: "note", message: { text: `Not read: ${skipped}.` }, locations }];
}

function artifact(path: string) {
	return { uri: path.split("/").map(encodeURIComponent).join("/"), uriBaseId: "SRCROOT" };
}

/** Counted from one; the end column is the first one behind the region. */
function region({ start, end }: Span) {
	return {
		startLine: start.line + 1,
		startColumn: start.character + 1,
		endLine: end.line + 1,
		endColumn: end.character + 1,
	};
}
