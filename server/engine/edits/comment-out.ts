/**
 * The `comment-out` operation: an item's whole lines become comments, its indentation kept, so that they can be
 * taken back by hand. Refused where the lines hold anything else.
 */
import type { Writer } from "../languages/language";
import { listOf, statementOf } from "../outline/questions";
import type { Item, Outline } from "../outline/schema";
import { commentsWithin } from "./comments";
import { extentOf } from "./extent";
import { endsLine, lineStart, nextLine, skipBlanks } from "./lines";
import { layoutOf } from "./list-layout";
import type { Operation } from "./operation";
import { insertion, type Piece, type Refusal } from "./piece";

export type CommentOut = Extract<Operation, { op: "comment-out" }>;

/** @param all every item that is commented out at the same time: they may share lines */
export function commentOut(
	outline: Outline,
	operation: CommentOut,
	all: ReadonlySet<Item>,
	writer: Writer,
): readonly Piece[] | Refusal {
	const { text } = outline;
	const item = wholeItem(operation.item, all);
	const list = listOf(item);
	const place = list && layoutOf(outline, list).places.find((one) => one.item === item);
	if (!list || !place) return { refused: "What should become a comment has no lines of its own." };
	const [from, to] = [lineStart(text, place.start), nextLine(text, Math.max(place.tail - 1, place.start))];
	if (!ownsLines(outline, [from, to], new Set([...all].map((one) => wholeItem(one, all))))) {
		return { refused: "What should become a comment shares its line with something else." };
	}
	const opener = writer.lineComment + (operation.mark ?? "");
	return linesOf(text, from, to).map((at) => insertion(skipBlanks(text, at), opener));
}

/** `A=b` of `export A=b`: the command is commented out with its only word; `env:` of YAML with all that stood below it. */
function wholeItem(item: Item, all: ReadonlySet<Item>): Item {
	const list = listOf(item);
	if (list?.role === "words" && list.items.length === 1) return statementOf(item) ?? item;
	const holder = list?.parent;
	const isAll = holder?.kind === "item" && (list?.role === "map" || list?.role === "seq") && holder.form === "entry";
	return isAll && list?.items.every((one) => all.has(one)) ? wholeItem(holder, new Set([holder])) : item;
}

/** Besides the items that become comments, the lines hold only white space, separators and comments. */
function ownsLines(outline: Outline, [from, to]: readonly [number, number], all: ReadonlySet<Item>): boolean {
	const inside = [...all].map((item) => extentOf(outline, item)).filter(([start, end]) => start < to && end > from);
	if (inside.some(([start, end]) => start < from || end > to)) return false;
	const blanked = [...inside, ...commentsWithin(outline, from, to)].reduce(
		(text, [start, end]) => text.slice(0, start - from) + " ".repeat(end - start) + text.slice(end - from),
		outline.text.slice(from, to),
	);
	return /^[\s,;]*$/.test(blanked);
}

/** Starts of the lines that are not blank. */
function linesOf(text: string, from: number, to: number): readonly number[] {
	const starts: number[] = [];
	for (let at = from; at < to; at = nextLine(text, at)) if (!endsLine(text, at)) starts.push(at);
	return starts;
}
