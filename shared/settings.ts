/**
 * The settings: one schema for the editor (`migrateHelicone.*`), for `.migrate-helicone.json` and for the command line.
 * `package.json`'s `contributes.configuration` is generated from it.
 */
import { z } from "zod";
import { closestWord } from "./closest";
import { gateway } from "./mappings/gateway";
import { rules, severities } from "./rules";

const RuleSetting = z.enum(["default", ...severities]);
export type RuleSetting = z.infer<typeof RuleSetting>;

const ruleFields = Object.fromEntries(
	rules.map((rule) => [rule.id, RuleSetting.default("default").describe(`${rule.title} (${rule.severity}).`)]),
);

export const Settings = z.strictObject({
	rules: z
		.strictObject(ruleFields)
		.prefault({})
		.describe("How loud each rule is; `default` keeps the severity it comes with."),
	exclude: z
		.array(z.string().min(1))
		.default([])
		.describe("Globs of files and folders to leave out, on top of what ignore files already leave out."),
	maxFileSize: z
		.int()
		.min(1)
		.max(64 * 1024 * 1024)
		.default(2 * 1024 * 1024)
		.describe("Size in bytes above which a file is not read."),
	workspaceDiagnostics: z
		.boolean()
		.default(true)
		.describe("Show findings of all files of the folder, not only of open ones."),
	baseUrl: z
		.string()
		.min(1)
		.default(gateway.base)
		.describe(
			"Base URL that Test Connection and Refresh Model Catalogue ask. Only your own settings count, never a folder's.",
		),
	trace: z
		.strictObject({
			server: z
				.enum(["off", "messages", "verbose"])
				.default("off")
				.describe("Log the traffic between the editor and the language server."),
		})
		.prefault({})
		.describe("What is logged."),
});
export type Settings = z.infer<typeof Settings>;

export const defaultSettings: Settings = Settings.parse({});

export interface ParsedSettings {
	readonly settings: Settings;
	/** One sentence per value that was refused, beginning with the field's dotted name. */
	readonly problems: readonly string[];
}

/**
 * Reads settings that a person wrote.
 * @param input an object with some of the fields; `undefined` and `null` mean none
 * @param base what holds for fields that `input` leaves out or gets wrong
 */
export function parseSettings(input: unknown, base: Settings = defaultSettings): ParsedSettings {
	if (input === undefined || input === null) return { settings: base, problems: [] };
	if (!isRecord(input)) return { settings: base, problems: ["settings: expected an object"] };
	const problems: string[] = [];
	let accepted: Record<string, unknown> = input;
	// Each round takes out at least one refused value, so the loop ends.
	for (;;) {
		const result = Settings.safeParse(accepted);
		if (result.success) break;
		for (const issue of result.error.issues) {
			for (const path of refusedPaths(issue)) {
				problems.push(describe(issue, path));
				accepted = withoutPath(accepted, path);
			}
		}
	}
	return { settings: Settings.parse(merge(base, accepted)), problems: [...new Set(problems)] };
}

/** Severity by rule id for the rules that a person set, as `AnalyzeOptions.severities` wants it. */
export function severitiesOf(settings: Settings): Readonly<Record<string, (typeof severities)[number]>> {
	const set: Record<string, (typeof severities)[number]> = {};
	for (const [id, value] of Object.entries(settings.rules)) if (value !== "default") set[id] = value;
	return set;
}

type Issue = z.core.$ZodIssue;
type Path = readonly PropertyKey[];

/** An element of a list takes its whole list with it: half a list of globs would say something else. */
function refusedPaths(issue: Issue): readonly Path[] {
	if (issue.code === "unrecognized_keys") return issue.keys.map((key) => [...issue.path, key]);
	const element = issue.path.findIndex((part) => typeof part === "number");
	return [element < 0 ? issue.path : issue.path.slice(0, element)];
}

function describe(issue: Issue, path: Path): string {
	const name = path.map(String).join(".");
	if (issue.code !== "unrecognized_keys") return `${name}: ${lowerFirst(issue.message)}`;
	const siblings = issue.path[0] === "rules" ? rules.map((rule) => rule.id) : Object.keys(Settings.shape);
	const near = closestWord(String(path[path.length - 1]), siblings);
	const what = issue.path[0] === "rules" ? "no such rule" : "no such setting";
	return `${name}: ${what}${near ? `, did you mean "${near}"?` : ""}`;
}

function lowerFirst(text: string): string {
	return text.charAt(0).toLowerCase() + text.slice(1);
}

function isRecord(value: unknown): value is Record<string, unknown> {
	return typeof value === "object" && value !== null && !Array.isArray(value);
}

function withoutPath(value: Record<string, unknown>, path: Path): Record<string, unknown> {
	const [first, ...rest] = path.map(String);
	if (first === undefined) return {};
	const { [first]: inner, ...others } = value;
	return rest.length > 0 && isRecord(inner) ? { ...others, [first]: withoutPath(inner, rest) } : others;
}

function merge(base: Record<string, unknown>, over: Record<string, unknown>): Record<string, unknown> {
	const merged = { ...base };
	for (const [key, value] of Object.entries(over)) {
		const below = merged[key];
		if (value !== undefined) merged[key] = isRecord(below) && isRecord(value) ? merge(below, value) : value;
	}
	return merged;
}
