/** References to environment variables inside the values of configuration files. */
import { newEither, newOpaque, newRef, newStr } from "../../outline/nodes";
import type { Expr, Hole, Range } from "../../outline/schema";

const reference = new RegExp(
	[
		// GitHub Actions and Continue: `${{ secrets.X }}`, `${{ secrets.X || env.Y }}`.
		String.raw`\$\{\{(?<expression>[^{}]*)\}\}`,
		// compose and shells `${X:-d}`, Spring `${X:d}`, VS Code and MCP `${env:X}`, dev containers `${localEnv:X}`.
		String.raw`\$\{(?:env[:.]|localEnv:)?(?<braced>[A-Za-z_]\w*)(?:(?<sign>:?[-=?+]|:)(?<word>[^{}]*))?\}`,
		// promptfoo and n8n.
		String.raw`\{\{\s*\$?env\.(?<templated>[A-Z]\w*)\s*\}\}`,
		// opencode.
		String.raw`\{env:(?<open>[A-Za-z_]\w*)\}`,
		// Kubernetes; an address's own round bracket has no dollar before it.
		String.raw`\$\((?<round>[A-Z][A-Z0-9_]*)\)`,
		// LiteLLM.
		String.raw`os\.environ\/(?<litellm>[A-Za-z_]\w*)`,
		String.raw`\$(?<bare>[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+)`,
	].join("|"),
	"dg",
);

/** @param content a range of `text` between quotes, or a whole bare word */
export function holesIn(text: string, [start, end]: Range): Hole[] {
	const holes: Hole[] = [];
	for (const match of text.slice(start, end).matchAll(reference)) {
		const at = start + match.index;
		// compose: `$$` is a dollar sign.
		if (text[at - 1] === "$" && at > start) continue;
		const expr = exprOf(match, at);
		if (expr) holes.push({ range: [at, at + match[0].length], expr });
	}
	return holes;
}

const nameGroups = ["braced", "templated", "open", "round", "litellm", "bare"] as const;

function exprOf(match: RegExpExecArray, at: number): Expr | undefined {
	const { expression, sign, word } = match.groups ?? {};
	const whole: Range = [at, at + match[0].length];
	if (expression !== undefined) return contexts(expression, at + 3, whole);
	const group = nameGroups.find((one) => match.groups?.[one] !== undefined);
	const name = group && match.groups?.[group];
	const offset = group && match.indices?.groups?.[group]?.[0];
	if (name === undefined || offset === undefined) return undefined;
	const start = at - match.index + Number(offset);
	const nameRange: Range = [start, start + name.length];
	if (sign === undefined || word === undefined) return newRef(whole, name, nameRange);
	const behind = nameRange[1] + sign.length;
	const inner: Range = [behind, behind + word.length];
	return newEither(whole, "or", newRef(nameRange, name), newStr(inner));
}

const context = /(?<![\w.])(?:secrets|env|vars)\.([A-Za-z_]\w*)/g;

/** `secrets.X || 'none'`: several references, or one among other things, are nothing that can be followed. */
function contexts(expression: string, at: number, whole: Range): Expr | undefined {
	const refs = [...expression.matchAll(context)].map((match) => {
		const name = match[1] ?? "";
		const end = at + match.index + match[0].length;
		return { name, range: [end - name.length, end] as const, isAlone: expression.trim() === match[0] };
	});
	const [only] = refs;
	if (!only) return undefined;
	if (only.isAlone) return newRef(whole, only.name, only.range);
	return newOpaque(
		whole,
		"expression",
		refs.map(({ name, range }) => newRef(range, name)),
	);
}
