/** An expression read as text: what is fixed, what comes from the environment, what is unknown. */
import { formatted } from "./formats";
import { unwrapMaker } from "./makers";
import { namesOf } from "./names";
import type { Assign, Call, Expr, Hole, Outline, Range, Str } from "./schema";

export type Piece =
	/** Fixed text and the string it stands in; `range` covers exactly that text. */
	| { readonly kind: "text"; readonly text: string; readonly range: Range; readonly str: Str }
	/** An interpolated or joined expression whose text is not known here. `hole` is its range with delimiters. */
	| { readonly kind: "expr"; readonly expr: Expr | undefined; readonly range: Range };

export interface Text {
	readonly pieces: readonly Piece[];
	/** Names followed to get here, outermost first: a fix that changes the text changes what they mean. */
	readonly via: readonly Assign[];
}

const deepest = 8;

/** Reads literals, interpolations and concatenations; follows names of the same file that have one definition. */
export function textPieces(outline: Outline, expr: Expr): Text {
	const pieces: Piece[] = [];
	const via: Assign[] = [];
	read(outline, expr, pieces, via, 0);
	return { pieces, via };
}

/** Like `textPieces`, with names left as they are: a shell's `$KEY` is a variable, whatever the script set it to. */
export function ownPieces(outline: Outline, expr: Expr): readonly Piece[] {
	const pieces: Piece[] = [];
	read(outline, expr, pieces, [], deepest);
	return pieces;
}

function read(outline: Outline, from: Expr, pieces: Piece[], via: Assign[], depth: number): void {
	const expr = unwrapMaker(from);
	if (expr.kind === "string") {
		readString(outline, expr, pieces, via, depth);
		return;
	}
	if (expr.kind === "concat") {
		for (const part of expr.parts) read(outline, part, pieces, via, depth);
		return;
	}
	if (expr.kind === "call" && expr.receiver && isTrimmed(outline, expr)) {
		read(outline, expr.receiver, pieces, via, depth);
		return;
	}
	const parts = expr.kind === "call" ? formatted(outline, expr) : undefined;
	if (parts) {
		for (const part of parts)
			if ("text" in part) pushText(outline, part.str, part.text, pieces);
			else read(outline, part.value, pieces, via, depth);
		return;
	}
	if ((expr.kind === "ref" || expr.kind === "member") && depth < deepest) {
		const names = namesOf(outline);
		const assign = names.definition(expr);
		const value = assign?.value ?? names.value(expr);
		if (
			value &&
			value !== expr &&
			(value.kind === "string" ||
				value.kind === "concat" ||
				isReadable(outline, value) ||
				value.kind === "ref" ||
				value.kind === "member")
		) {
			if (assign) via.push(assign);
			read(outline, value, pieces, via, depth + 1);
			return;
		}
	}
	pieces.push({ kind: "expr", expr, range: expr.range });
}

/** `base.replace(/\/+$/, "")`, `base.rstrip("/")`: the same text without what stands at its ends. */
function isTrimmed(outline: Outline, { name, args }: Call): boolean {
	if (/^(trim|trimEnd|strip|rstrip|chomp)$/.test(name)) return true;
	const first = name === "replace" ? args?.items[0] : undefined;
	return first !== undefined && /^\/\(?\\\/[+*]?\)?\$\/$/.test(outline.text.slice(...first.range));
}

/** A call whose text can be read: a format, or what only changes the type. */
function isReadable(outline: Outline, value: Expr): boolean {
	return value.kind === "call" && (unwrapMaker(value) !== value || formatted(outline, value) !== undefined);
}

function readString(outline: Outline, str: Str, pieces: Piece[], via: Assign[], depth: number): void {
	let at = str.content[0];
	for (const hole of str.holes) {
		pushText(outline, str, [at, hole.range[0]], pieces);
		readHole(outline, hole, pieces, via, depth);
		at = hole.range[1];
	}
	pushText(outline, str, [at, str.content[1]], pieces);
}

function readHole(outline: Outline, hole: Hole, pieces: Piece[], via: Assign[], depth: number): void {
	const before = pieces.length;
	if (hole.expr) read(outline, hole.expr, pieces, via, depth + 1);
	const only = pieces[before];
	// An unresolved hole keeps its delimiters, so that replacing it replaces `${…}` as a whole.
	if (pieces.length === before) pieces.push({ kind: "expr", expr: hole.expr, range: hole.range });
	else if (pieces.length === before + 1 && only?.kind === "expr") pieces[before] = { ...only, range: hole.range };
}

function pushText(outline: Outline, str: Str, range: Range, pieces: Piece[]): void {
	if (range[0] < range[1]) pieces.push({ kind: "text", text: outline.text.slice(range[0], range[1]), range, str });
}
