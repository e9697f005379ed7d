/** Variables whose names a program puts together: `os.environ[f"{PREFIX}_API_KEY"]`, `process.env["HELICONE" + "_API_KEY"]`. */
import { namesOf } from "../outline/names";
import { contentOf, positional, textOf, valueIn } from "../outline/questions";
import type { Call, Expr, Outline } from "../outline/schema";

export interface ComputedVariable {
	readonly name: string;
	/** The expression that gives the name. */
	readonly node: Expr;
}

/** Constants stand on constants; no real program goes deeper. */
const deepest = 4;

/**
 * @param isEnvironment of an object
 * @param isReader of a call that is given a variable's name
 */
export function computedVariables(
	outline: Outline,
	isEnvironment: (object: Expr) => boolean,
	isReader: (call: Call) => boolean,
): readonly ComputedVariable[] {
	const keys = [
		...outline.indexes.flatMap(({ object, key }) => (isPlain(key) || !isEnvironment(object) ? [] : [key])),
		...outline.calls.flatMap((call) => {
			const given = valueIn(positional(call, 0));
			return !given || isPlain(given) || !isReader(call) ? [] : [given];
		}),
	];
	return keys.flatMap((node) => {
		const name = constantText(outline, node, 0);
		return name === undefined ? [] : [{ name, node }];
	});
}

/** What is written out, or held by a name as it is, is read where it stands. */
function isPlain(expr: Expr): boolean {
	return expr.kind === "ref" || (expr.kind === "string" && expr.holes.length === 0);
}

/** The text that an expression always has; undefined when nobody can say. */
function constantText(outline: Outline, expr: Expr, depth: number): string | undefined {
	if (depth > deepest) return undefined;
	if (expr.kind === "concat") return joined(expr.parts.map((part) => constantText(outline, part, depth + 1)));
	if (expr.kind === "ref" || expr.kind === "member") {
		const value = namesOf(outline).value(expr);
		return value && value !== expr ? constantText(outline, value, depth + 1) : undefined;
	}
	if (expr.kind !== "string") return undefined;
	if (expr.holes.length === 0) return contentOf(outline, expr);
	const parts: (string | undefined)[] = [];
	let at = expr.content[0];
	for (const hole of expr.holes) {
		parts.push(textOf(outline, [at, hole.range[0]]), hole.expr && constantText(outline, hole.expr, depth + 1));
		at = hole.range[1];
	}
	return joined([...parts, textOf(outline, [at, expr.content[1]])]);
}

function joined(parts: readonly (string | undefined)[]): string | undefined {
	return parts.every((part) => part !== undefined) ? parts.join("") : undefined;
}
