/** Functions of a file that stand by themselves, and every place that says their name. */
import { contains, functionOf, listOf, statementOf } from "../outline/questions";
import type { Call, Fn, Item, Outline, Range, Ref, Str } from "../outline/schema";

/** Where a function that is not exported is nobody else's, or its name says so. */
export const followed = new Set(["typescript", "tsx", "javascript", "python"]);

export interface Definition {
	readonly name: string;
	readonly item: Item;
	readonly isMethod: boolean;
	readonly exported: boolean;
}

/** `function f() {…}`, `const f = () => …`, a method: a statement of its own. */
export function definitionOf({ text }: Outline, fn: Fn): Definition | undefined {
	const held = fn.parent?.kind === "assign" && fn.parent.value === fn ? fn.parent : undefined;
	// `const ask: Ask = …`: the type says what it takes.
	if (held && /^\s*:/.test(text.slice(held.target.range[1], fn.range[0]))) return undefined;
	const item = statementOf(fn);
	const isWhole = item?.value === (held ?? fn);
	const name = held?.target.kind === "ref" ? held.target.name : fn.name;
	const owner = item && listOf(item)?.parent;
	const isMethod = owner?.kind === "fn" && owner.form === "class";
	if (!item || !isWhole || name === undefined) return undefined;
	return { name, item, isMethod, exported: fn.exported || held?.exported === true };
}

/** Every place that says the name is a call of the function; undefined when one is not, or nobody can say. */
export function onlyCalls(
	outline: Outline,
	fn: Fn,
	{ name, item, isMethod, exported }: Definition,
	importedNames: ReadonlySet<string>,
): Call[] | undefined {
	const isTop = functionOf(fn) === undefined;
	if (exported || importedNames.has(name) || isDecorated(outline, fn)) return undefined;
	if (isMethod ? !isPrivate(outline, item, name) : outline.language === "python" && isTop && !name.startsWith("_"))
		return undefined;
	const calls = outline.calls.filter(
		(call) => call.name === name && call.path === (isMethod ? `${ownerOf(call)}.${name}` : name),
	);
	const said = isMethod
		? wordsIn(outline.text, name).filter((range) => !isComment(outline, range))
		: sayingsOf(outline, name);
	return said.length === calls.length + 1 ? calls : undefined;
}

/** Whoever decorates it may call it in ways of its own. */
function isDecorated({ text }: Outline, fn: Fn): boolean {
	return text[fn.range[0]] === "@" || fn.children.some((child) => child.kind === "call");
}

/**
 * Where a text says a name of its own: not in a comment, not of something else (`client.chat`), not in prose, not as a
 * property's name. A string that is the name alone, or the end of a path (`"app.llm.ask"`), counts.
 */
export function sayingsOf(outline: Outline, name: string): Range[] {
	const { text } = outline;
	return wordsIn(text, name).filter((range) => {
		if (isComment(outline, range)) return false;
		const isMember = text[range[0] - 1] === "." && text[range[0] - 2] !== ".";
		const str = stringAround(outline, range);
		if (str) return isMember || (str.content[1] - str.content[0] === name.length && isLookup(outline, str));
		return !isMember && !isKey(outline, range);
	});
}

function isComment({ comments }: Outline, range: Range): boolean {
	return comments.some((comment) => contains(comment.range, range));
}

function wordsIn(text: string, name: string): Range[] {
	const word = new RegExp(`(?<![\\w$])${name.replace(/[$.]/g, "\\$&")}(?![\\w$])`, "g");
	return [...text.matchAll(word)].map(({ index }): Range => [index, index + name.length]);
}

/** `llm["ask"]`, `getattr(llm, "ask")`, `__all__ = ["ask"]`. */
function isLookup({ text }: Outline, { parent }: Str): boolean {
	return parent?.kind === "index" || /\bgetattr\(|\b__all__\b/.test(text);
}

/** The string whose own text says it: what an interpolation says is code. */
function stringAround({ strings }: Outline, range: Range): Str | undefined {
	return strings.find(
		({ content, holes }) => contains(content, range) && !holes.some((hole) => contains(hole.range, range)),
	);
}

/** A property or keyword that is only called so. */
export function isKey({ items }: Outline, range: Range): boolean {
	return items.some(
		({ key, value, computed }) => key?.range[0] === range[0] && key !== value && key.kind === "ref" && !computed,
	);
}

/** Every place of the file that says the name calls the function, or hands it on to other files under that name. */
export function callsBesideExports(outline: Outline, fn: Fn, { name, isMethod }: Definition): Call[] | undefined {
	if (isMethod || functionOf(fn) !== undefined || isDecorated(outline, fn)) return undefined;
	const calls = outline.calls.filter((call) => call.path === name);
	const handed = outline.refs.filter((ref) => ref.name === name && isHandedOn(outline, ref));
	return sayingsOf(outline, name).length === calls.length + handed.length + 1 ? calls : undefined;
}

const handingOn = /^(export\s*\{|export\s+default\s+\w+\s*;?$|(module\.)?exports(\.\w+)?\s*=\s*(\{|\w+\s*;?$))/;

/** `export { ask }`, `export default ask`, `module.exports = { ask }`, `exports.ask = ask`. */
function isHandedOn({ text }: Outline, ref: Ref): boolean {
	const statement = statementOf(ref);
	return statement !== undefined && functionOf(ref) === undefined && handingOn.test(text.slice(...statement.range));
}

function ownerOf({ receiver }: Call): string {
	return receiver?.kind === "ref" && /^(this|self|cls)$/.test(receiver.name) ? receiver.name : "";
}

function isPrivate(outline: Outline, item: Item, name: string): boolean {
	if (outline.language === "python") return /^_(?!_)/.test(name);
	return name.startsWith("#") || /^\s*private\b/.test(outline.text.slice(...item.range));
}
