/** The one expression that a function comes down to once what it told its recorder is gone. */
import { textOf, valueIn, within } from "../outline/questions";
import type { Call, Expr, Fn, Item, Outline } from "../outline/schema";

/** @returns undefined when the function does more, or when something that a reader wants would be lost */
export function onlyValue(outline: Outline, call: Call, fn: Fn, dropped: readonly Item[]): Expr | undefined {
	const value = resultOf(outline, fn, dropped);
	if (!value || !standsAlone(value)) return undefined;
	const isWaitedFor = /(^|[^\w$.])await[\s(]*$/.test(
		outline.text.slice(Math.max(0, call.range[0] - 40), call.range[0]),
	);
	const waits = /\bawait\b/.test(textOf(outline, value.range));
	if (waits && !isWaitedFor) return undefined;
	const comments = outline.comments.filter(({ range }) => range[0] >= fn.range[0] && range[1] <= fn.range[1]);
	return comments.some(({ range }) => range[0] < value.range[0] || range[1] > value.range[1]) ? undefined : value;
}

/** Behind `await` and before a dot nothing binds tighter. */
function standsAlone(value: Expr): boolean {
	return value.kind === "call"
		? !value.isNew
		: value.kind === "ref" || value.kind === "member" || value.kind === "index";
}

function resultOf(outline: Outline, { body }: Fn, dropped: readonly Item[]): Expr | undefined {
	if (!body) return undefined;
	if (body.kind !== "list" || body.role !== "block") return body;
	const [first, second, ...more] = body.items.filter((item) => !dropped.includes(item));
	if (!first || more.length > 0) return undefined;
	if (!second) return returned(outline, first);
	const name = returned(outline, second);
	const assign = first.value;
	if (assign?.kind !== "assign" || assign.target.kind !== "ref" || !assign.value || name?.kind !== "ref")
		return undefined;
	const { target, value } = assign;
	const uses = within(outline.refs, body.range).filter(
		(ref) => ref.name === target.name && ref !== target && ref !== name,
	);
	const isUsed = uses.some(
		(ref) => !dropped.some((item) => item.range[0] <= ref.range[0] && ref.range[1] <= item.range[1]),
	);
	const before = outline.text.slice(first.range[0], value.range[0]);
	const behind = outline.text.slice(value.range[1], first.range[1]);
	const isPlain = /^((const|let|var)\s+)?[\w$]+(\s*:[^=]+)?\s*=\s*(await\s+)?$/.test(before) && /^;?$/.test(behind);
	return name.name === target.name && !isUsed && isPlain ? value : undefined;
}

/** The value of `return x;`, with nothing but `await` before it. */
function returned(outline: Outline, item: Item): Expr | undefined {
	const node = valueIn(item);
	const value = node?.kind === "opaque" && node.type.startsWith("return") ? node.children[0] : undefined;
	if (!value || value.kind === "item" || value.kind === "assign" || value.kind === "guard" || value.kind === "import")
		return undefined;
	const before = outline.text.slice(item.range[0], value.range[0]);
	const behind = outline.text.slice(value.range[1], item.range[1]);
	return /^return\s+(await\s+)?$/.test(before) && /^;?$/.test(behind) ? value : undefined;
}
