/** The migration report: Markdown for a pull request. Whatever goes in, no key comes out. */
import { rowById } from "../../../shared/mappings";
import { gateway } from "../../../shared/mappings/gateway";
import { maskKey } from "../../../shared/mask-key";
import { suppressionWord } from "../../../shared/protocol";
import { rules } from "../../../shared/rules";
import { emptiedFiles } from "./emptied-files";
import type { MigrationRecord, ReportItem } from "./migration-record";
import { capabilityGaps, topicsOf } from "./report-topics";
import { reversePatch } from "./reverse-patch";

/** @returns Markdown that ends with a newline; keys in it are masked all but their prefix */
export function renderReport(record: MigrationRecord): string {
	const sections = [
		"# From Helicone to Concentrate",
		summary(record),
		changes(record),
		dashboard(record),
		decisions(record),
		taken(record),
		lockFiles(record),
		emptied(record),
		unread(record),
		gaps(record),
		nextSteps(record),
		wayBack(record),
		// Kept in the repository, the report must not be taken for something to migrate.
		`<!-- ${suppressionWord}-file -->`,
	];
	return maskKey(`${sections.filter((section) => section !== "").join("\n\n")}\n`);
}

function summary({ isPlanned, before, applied, left, changed, todos }: MigrationRecord): string {
	const verb = isPlanned ? "would be settled" : "settled";
	const sentence = `${counted(before.length, "finding")} before, ${applied.length} ${verb} in ${counted(changed.length, "file")}, ${left.length} left.`;
	const todo =
		todos > 0
			? ` ${counted(todos, "comment")} \`TODO(migrate-helicone)\` in the code ${todos === 1 ? "says" : "say"} what is left to do.`
			: "";
	const of = (items: readonly ReportItem[], rule: string) => items.filter((item) => item.rule === rule).length;
	const rows = rules
		.map(({ id, title }) => ({ title, counts: [before, applied, left].map((items) => of(items, id)) }))
		.filter(({ counts }) => counts.some((count) => count > 0))
		.map(({ title, counts }) => `| ${title} | ${counts.join(" | ")} |`);
	if (rows.length === 0) return "Nothing of Helicone was found.";
	const head = `| | before | ${isPlanned ? "would go" : "gone"} | left |\n|---|---|---|---|`;
	return `${sentence}${todo}\n\n${[head, ...rows].join("\n")}`;
}

function changes({ isPlanned, applied }: MigrationRecord): string {
	if (applied.length === 0) return "";
	const parts = rules.flatMap(({ id, title }) => {
		const items = applied.filter((item) => item.rule === id);
		return items.length === 0 ? [] : [`### ${title}`, ...byReason(items)];
	});
	return [`## What ${isPlanned ? "would change" : "changed"}, and why`, ...parts].join("\n\n");
}

/** Places with the same reason stand together: the guide's sentence once, then where. */
function byReason(items: readonly ReportItem[]): string[] {
	const groups = groupedBy(items, reasonOf);
	return [...groups].map(([reason, some]) =>
		[...(reason === "" ? [] : [reason, ""]), ...some.map(placeLine)].join("\n"),
	);
}

function groupedBy(items: readonly ReportItem[], keyOf: (item: ReportItem) => string): Map<string, ReportItem[]> {
	const groups = new Map<string, ReportItem[]>();
	for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item]);
	return groups;
}

/** The guide's sentence; without a row, what the finding says. Without a fix that was why there is none, and it is gone all the same. */
function reasonOf(item: ReportItem): string {
	const row = item.row === undefined ? undefined : rowById(item.row);
	return asText(row?.advice ?? (item.fix ? item.advice : undefined) ?? "");
}

function placeLine(item: ReportItem): string {
	return `- ${place(item)} ${code(item.subject)}${item.fix ? `: ${asText(lowerFirst(item.fix.title))}` : ""}`;
}

function dashboard({ before }: MigrationRecord): string {
	const topics = topicsOf(before);
	if (topics.length === 0) return "";
	const parts = topics.map(({ topic, items }) => {
		const subjects = [...new Set(items.map((item) => code(item.subject)))].join(", ");
		return `- **${topic.title}** (${subjects}): ${asText(topic.what)}`;
	});
	return ["## What moves to the dashboard", parts.join("\n")].join("\n\n");
}

function decisions({ left }: MigrationRecord): string {
	if (left.length === 0) return "";
	const parts = left.map((item) => {
		const advice = [asText(item.message), item.advice === undefined ? "" : asText(item.advice)]
			.filter(Boolean)
			.join(" ");
		return `- [ ] ${place(item)} ${advice}\n  *${choice(item)}*`;
	});
	return ["## What is left to decide", parts.join("\n")].join("\n\n");
}

function choice({ fix }: ReportItem): string {
	if (!fix) return "No fix is offered: change it by hand, or leave it with a comment `migrate-helicone-ignore`.";
	const title = asText(lowerFirst(fix.title));
	return fix.applicability === "safe"
		? `A safe fix is there: ${title}.`
		: `Look, then take the suggested fix: ${title}.`;
}

function taken({ dropped }: MigrationRecord): string {
	if (dropped.length === 0) return "";
	const lines = dropped.map(({ item, reason }) => `- ${place(item)} ${code(item.subject)}: ${asText(reason)}`);
	return ["## Fixes that were taken back", lines.join("\n")].join("\n\n");
}

function lockFiles(record: MigrationRecord): string {
	if (record.lockFiles.length === 0) return "";
	const lines = record.lockFiles.map((file) => `- ${code(file)}`);
	return [
		"## Lock files to renew",
		"They still name a package of Helicone's. Their package manager rewrites them on the next install.",
		lines.join("\n"),
	].join("\n\n");
}

function emptied({ changed }: MigrationRecord): string {
	const files = emptiedFiles(changed);
	if (files.length === 0) return "";
	return [
		"## Files that hold nothing any more",
		"Delete them where nothing imports them.",
		files.map((file) => `- ${code(file)}`).join("\n"),
	].join("\n\n");
}

function unread({ skipped }: MigrationRecord): string {
	if (skipped.length === 0) return "";
	const lines = skipped.map(({ path, reason }) => `- ${code(path)}: ${asText(reason)}`);
	return ["## Files that were not read", lines.join("\n")].join("\n\n");
}

function gaps({ before }: MigrationRecord): string {
	const found = capabilityGaps(before);
	if (found.length === 0) return "";
	const lines = found.map(({ title, count, advice }) => `- ${code(title)} (${count}×): ${asText(advice)}`);
	const why = "Nothing takes their place today. Concentrate tracks such reports (support@concentrate.ai):";
	return ["## Gaps worth reporting", why, lines.join("\n")].join("\n\n");
}

function nextSteps({ isPlanned }: MigrationRecord): string {
	const steps = [
		...(isPlanned ? ["Run the migration (`migrate-helicone fix`, or *Migrate Workspace* in the editor)."] : []),
		"Set `CONCENTRATE_API_KEY` where the program runs; the key begins with `sk-cn-v1-`.",
		`Test the connection: \`curl ${gateway.base}/responses/health\`.`,
		"Run the program's own tests, then take the provider's keys that are commented out away for good.",
	];
	return [
		"## Next steps",
		steps.map((step, index) => `${index + 1}. ${step}`).join("\n"),
		`[Migration guide](${gateway.guideUrl})`,
	].join("\n\n");
}

function wayBack({ isPlanned, wantsReversePatch, changed }: MigrationRecord): string {
	if (isPlanned || !wantsReversePatch || changed.length === 0) return "";
	const { patch, leftOut } = reversePatch(changed);
	const without =
		leftOut.length === 0 ? "" : `It leaves out ${leftOut.map(code).join(", ")}: the old lines may hold keys.`;
	const intro = `No version control keeps the old texts. This patch brings them back (\`git apply\` in the folder). ${without}`;
	if (patch === "")
		return ["## The way back", `No version control keeps the old texts. ${without}`.trim()].join("\n\n");
	const fence = "`".repeat(Math.max(3, longestRun(patch) + 1));
	return ["## The way back", intro.trim(), `${fence}diff\n${patch}${fence}`].join("\n\n");
}

function longestRun(text: string): number {
	return [...text.matchAll(/`+/g)].reduce((most, [run]) => Math.max(most, run.length), 0);
}

function place({ path, line }: ReportItem): string {
	return code(`${path}:${line}`);
}

/** A code span that holds whatever the text holds. */
function code(text: string): string {
	const line = text.replace(/\s+/g, " ");
	const fence = "`".repeat(longestRun(line) + 1);
	const pad = line.startsWith("`") || line.endsWith("`") ? " " : "";
	return `${fence}${pad}${line}${pad}${fence}`;
}

/** Text of the program must not become markup. */
function asText(text: string): string {
	return text
		.replace(/\s+/g, " ")
		.replace(/[\\[\]<>*|]|(?<![A-Za-z0-9])_|_(?![A-Za-z0-9])/g, "\\$&")
		.trim();
}

/** `Replace by …` in the middle of a line; a name such as `HELICONE_API_KEY` stays. */
function lowerFirst(text: string): string {
	return /^[A-Z][a-z]/.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;
}

function counted(count: number, noun: string): string {
	return `${count} ${noun}${count === 1 ? "" : "s"}`;
}
