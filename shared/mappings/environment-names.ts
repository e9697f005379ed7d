/** From an environment variable's name to its row. */
import type { EnvironmentVariable } from "./schema";
import { environment } from "./tables";

export interface EnvironmentMatch {
	readonly row: EnvironmentVariable;
	/** The row's new name with `$1` filled in, in the case of the name asked for; absent when the row gives none. */
	readonly replacement?: string;
}

interface Pattern {
	readonly row: EnvironmentVariable;
	readonly expression: RegExp;
	/** Letters that the pattern fixes: the more, the more specific. */
	readonly fixed: number;
}

const whole = new Map<string, EnvironmentVariable>();
const patterns: Pattern[] = [];
for (const row of environment) for (const name of row.names) add(name, row);
patterns.sort((one, other) => other.fixed - one.fixed);

/**
 * The most specific row: a whole name before a pattern, a longer pattern before a shorter one. A name in lower case
 * (`helicone_api_key`, a settings field that is read from the environment) finds the rows that speak of Helicone, and
 * its replacement is in lower case too; `base_url` finds nothing, for it is an ordinary word there.
 */
export function environmentVariable(name: string): EnvironmentMatch | undefined {
	const upper = name.toUpperCase();
	if (name === upper) return match(name);
	if (name !== name.toLowerCase()) return undefined;
	const found = match(upper);
	if (!found?.row.role.startsWith("helicone-")) return undefined;
	return found.replacement === undefined ? found : { row: found.row, replacement: found.replacement.toLowerCase() };
}

function match(name: string): EnvironmentMatch | undefined {
	const row = whole.get(name);
	if (row) return withReplacement(row, row.replacement);
	for (const pattern of patterns) {
		const groups = pattern.expression.exec(name);
		if (groups) return withReplacement(pattern.row, pattern.row.replacement?.replaceAll("$1", groups[1] ?? ""));
	}
	return undefined;
}

function withReplacement(row: EnvironmentVariable, replacement: string | undefined): EnvironmentMatch {
	return replacement === undefined ? { row } : { row, replacement };
}

function add(name: string, row: EnvironmentVariable): void {
	if (!name.includes("*")) whole.set(name, row);
	else
		patterns.push({
			row,
			expression: new RegExp(`^${name.replaceAll("*", "([A-Z0-9_]*)")}$`),
			fixed: name.replaceAll("*", "").length,
		});
}
