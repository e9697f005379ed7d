/** Test through text: `«…»` marks what is to go, the expectation is the text without it. */
import assert from "node:assert/strict";
import { applyChanges, isDisjointSorted } from "../../../server/engine/edits/apply";
import type { Operation } from "../../../server/engine/edits/operation";
import { type RenderResult, render } from "../../../server/engine/edits/render";
import { languageById } from "../../../server/engine/languages";
import type { Grammars } from "../../../server/engine/outline/grammars";
import { outlineOf } from "../../../server/engine/outline/outline-of";
import type { Item, Outline, Range } from "../../../server/engine/outline/schema";
import { testGrammars } from "../../support/grammars";

export interface Marked {
	readonly text: string;
	readonly ranges: readonly Range[];
}

/** Takes the marks out and says where they were. */
export function readMarks(marked: string): Marked {
	const ranges: Range[] = [];
	let text = "";
	let start = 0;
	for (const character of marked) {
		if (character === "«") start = text.length;
		else if (character === "»") ranges.push([start, text.length]);
		else text += character;
	}
	return { text, ranges };
}

/** The outermost item from here to there (a comment may follow), or the link of a chain that begins with this dot. */
export function removalOf(outline: Outline, [start, end]: Range): Operation {
	const item = outline.items.find((one) => one.range[0] === start && one.range[1] >= end && isSpent(outline, end, one));
	if (item) return { op: "remove", item };
	const call = outline.calls.find(
		(one) => one.range[1] === end && one.receiver && isDot(outline, start, one.nameRange[0]),
	);
	assert.ok(call, `nothing to remove at «${outline.text.slice(start, end)}»`);
	return { op: "remove-link", call };
}

function isSpent(outline: Outline, end: number, item: Item): boolean {
	return /^(\s|\/\/.*|#.*|\/\*.*\*\/)*$/.test(outline.text.slice(end, item.range[1]));
}

function isDot(outline: Outline, start: number, name: number): boolean {
	return /^[\s.?]+$/.test(outline.text.slice(start, name));
}

export function read(grammars: Grammars, language: string, text: string): Outline {
	const outline = outlineOf({ language, text }, grammars);
	assert.ok(outline, `no outline of ${language}`);
	return outline;
}

export function renderIn(outline: Outline, operations: readonly Operation[]): RenderResult {
	const language = languageById(outline.language);
	assert.ok(language);
	return render(outline, operations, language.writer);
}

/** The new text. Every result is checked: changes sorted and disjoint, no new errors for the grammar. */
export function edited(grammars: Grammars, outline: Outline, operations: readonly Operation[]): string {
	const result = renderIn(outline, operations);
	assert.ok(result.ok, result.ok ? "" : result.reason);
	assert.ok(isDisjointSorted(result.changes), JSON.stringify(result.changes));
	const text = applyChanges(outline.text, result.changes);
	const broken = read(grammars, outline.language, text).broken.length;
	assert.ok(broken <= outline.broken.length, `new errors in:\n${text}`);
	return text;
}

/** Removes what is marked. */
async function without(language: string, marked: string): Promise<string> {
	const grammars = await testGrammars();
	const { text, ranges } = readMarks(marked);
	const outline = read(grammars, language, text);
	return edited(
		grammars,
		outline,
		ranges.map((range) => removalOf(outline, range)),
	);
}

/** Removes what is marked, with LF and with CRLF. */
export async function expectWithout(language: string, marked: string, expected: string): Promise<void> {
	assert.equal(await without(language, marked), expected);
	const crlf = (text: string) => text.replace(/\n/g, "\r\n");
	assert.equal(await without(language, crlf(marked)), crlf(expected), "with CRLF");
}
