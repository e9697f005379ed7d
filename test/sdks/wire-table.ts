/** The table that a run of the wire tests prints: every program, and what changed about its requests. */
import { fieldsOf, type Recorded } from "../gateway/exchange";
import type { Program } from "./programs";

export interface WireRow {
	readonly program: Program;
	readonly before: readonly Recorded[];
	readonly after: readonly Recorded[];
	readonly milliseconds: number;
}

const heads = ["program", "before", "after", "model", "body gains", "headers gone", "ms"];

export function tableOf(rows: readonly WireRow[]): string {
	const cells = [heads, ...rows.map(cellsOf)];
	const widths = heads.map((_, column) => Math.max(...cells.map((row) => row[column]?.length ?? 0)));
	const lines = cells.map((row) =>
		row
			.map((cell, column) => cell.padEnd(widths[column] ?? 0))
			.join("  ")
			.trimEnd(),
	);
	return ["", ...lines, ""].join("\n");
}

function cellsOf({ program, before, after, milliseconds }: WireRow): string[] {
	const [first, moved] = [before[0], after[0]];
	if (first === undefined || moved === undefined) return [program.id];
	const model = program.model[0] === program.model[1] ? program.model[0] : program.model.join(" → ");
	const gained = Object.entries(fieldsOf(moved.body)).filter(([name]) => !(name in fieldsOf(first.body)));
	const gone = Object.keys(first.headers).filter((name) => !(name in moved.headers));
	return [
		program.id,
		`${first.host}${first.path.replace(/sk-helicone-[\w-]+/, "KEY")}`,
		`${moved.host}${moved.path}`,
		model,
		gained.map(([name, value]) => `${name}=${JSON.stringify(value)}`).join(" "),
		gone.map((name) => name.replace("helicone-", "h-")).join(" "),
		String(milliseconds),
	];
}
