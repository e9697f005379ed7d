/**
 * R6: takes one link out of a chain of calls, `.header("A", "b")` of `b.url(u).header("A", "b").send()`.
 * Comments before the link stay, a comment behind it on its line goes.
 */
import type { Call, Expr, Outline } from "../outline/schema";
import { commentsOf } from "./comments";
import { endsLine, lineEnd, skipBlanks, skipSpace, skipSpaceLeft } from "./lines";
import { cut, type Piece } from "./piece";

const operator = /(?:\?\.|&\.|\?->|->|::|!!\.|!\.|\.)$/;

/** @returns nothing for a call that is made on nothing */
export function removeLink(outline: Outline, call: Call): readonly Piece[] {
	if (!call.receiver) return [];
	const { text } = outline;
	const pipe = pipeBefore(text, call);
	if (pipe !== undefined) return [cut(skipSpaceLeft(text, pipe), trailingComment(outline, call))];
	const dot = dotBefore(outline, call);
	if (dot === undefined) return [cut(call.receiver.range[1], call.range[1])];
	if (isTrailingDot(text, dot[1], call.nameRange[0])) return trailingDot(outline, dot, call);
	const onClass = text.slice(...dot) === "::" ? linkOnClass(text, call) : undefined;
	if (onClass) return [onClass];
	return [cut(skipSpaceLeft(text, dot[0]), trailingComment(outline, call))];
}

/** Elixir's `a |> Module.link(b)`: the module stands between the sign and the name. */
function pipeBefore(text: string, { receiver, nameRange }: Call): number | undefined {
	const at = text.lastIndexOf("|>", nameRange[0]);
	const isOwn =
		receiver !== undefined && at >= receiver.range[1] && /^\|>\s*[\w.]*$/.test(text.slice(at, nameRange[0]));
	return isOwn ? at : undefined;
}

/** What is left of a chain when the links of `removed` at its end are gone. */
export function withoutLinks(expr: Expr, removed: ReadonlySet<Call>): Expr {
	let rest = expr;
	while (rest.kind === "call" && rest.receiver && removed.has(rest)) rest = rest.receiver;
	return rest;
}

function dotBefore(outline: Outline, call: Call): readonly [number, number] | undefined {
	const { endingAt } = commentsOf(outline);
	let end = skipSpaceLeft(outline.text, call.nameRange[0]);
	for (let comment = endingAt.get(end); comment; comment = endingAt.get(end)) {
		end = skipSpaceLeft(outline.text, comment[0]);
	}
	// Rust's `?` unpacks what stands before it: it is no part of the `.` behind it.
	const found = (outline.language === "rust" ? /(?:::|\.)$/ : operator).exec(
		outline.text.slice(Math.max(0, end - 3), end),
	);
	return found ? [end - found[0].length, end] : undefined;
}

/** PHP's `Http::withHeader(…)->post(…)`: what follows is called on the class then. */
function linkOnClass(text: string, call: Call): Piece | undefined {
	const next = skipSpace(text, call.range[1]);
	const following = /^\??->/.exec(text.slice(next, next + 3));
	return following ? cut(call.nameRange[0], next + following[0].length) : undefined;
}

/** Go and some Java: `b.` at the end of a line, the name on the next one. */
function isTrailingDot(text: string, dotEnd: number, name: number): boolean {
	return text.slice(dotEnd, name).includes("\n");
}

function trailingDot(outline: Outline, dot: readonly [number, number], call: Call): readonly Piece[] {
	const { text } = outline;
	const next = skipSpace(text, call.range[1]);
	const following = /^(?:\?\.|\.|->|::)/.exec(text.slice(next, next + 3));
	if (following) return [cut(afterComment(outline, dot[1]), afterComment(outline, next + following[0].length))];
	const kept = afterComment(outline, dot[1]);
	return [cut(dot[0], dot[1]), cut(kept, call.range[1])];
}

function afterComment(outline: Outline, offset: number): number {
	const comment = commentsOf(outline).startingAt.get(skipBlanks(outline.text, offset));
	return comment && endsLine(outline.text, comment[1]) ? comment[1] : offset;
}

/** The link owns the comment behind it if it begins on a line of its own. */
function trailingComment(outline: Outline, call: Call): number {
	const receiverEnd = call.receiver?.range[1] ?? call.range[0];
	const isOwnLine = outline.text.slice(receiverEnd, call.nameRange[0]).includes("\n");
	const end = withUnpacking(outline, call.range[1]);
	if (!isOwnLine || lineEnd(outline.text, end) === end) return end;
	return afterComment(outline, end);
}

/** Rust's `.with_header("A", b)?`: what unpacks the link's result goes with it. */
function withUnpacking({ language, text }: Outline, end: number): number {
	if (language !== "rust") return end;
	const unpacking = /^\s*(?:\?|\.unwrap\(\)|\.expect\("[^"\n]*"\))/.exec(text.slice(end, end + 200));
	return end + (unpacking?.[0].length ?? 0);
}
