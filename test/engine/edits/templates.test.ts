/** Removing parts of a printed text gives the text printed without them, whatever the layout. */
import assert from "node:assert/strict";
import fc from "fast-check";
import type { Operation } from "../../../server/engine/edits/operation";
import type { Grammars } from "../../../server/engine/outline/grammars";
import type { Outline } from "../../../server/engine/outline/schema";
import { testGrammars } from "../../support/grammars";
import { edited, read, removalOf } from "./marked";
import { type Part, type Style, type Template, templates } from "./templates";

interface Case {
	readonly style: Style;
	readonly parts: readonly (Part & { readonly goes: boolean })[];
}

function caseOf(template: Template): fc.Arbitrary<Case> {
	const style = fc.record<Style>({
		layout: fc.constantFrom(...template.layouts),
		trailing: fc.boolean(),
		lineBreak: fc.constantFrom("\n" as const, "\r\n" as const),
		final: fc.boolean(),
	});
	const parts = fc
		.shuffledSubarray([...template.sources], { minLength: 1, maxLength: Math.min(5, template.sources.length) })
		.chain((sources) =>
			fc.tuple(
				...sources.map((source) =>
					fc.record({ source: fc.constant(source), comment: fc.boolean(), goes: fc.boolean() }),
				),
			),
		);
	return fc.record({ style, parts });
}

function print(template: Template, { style }: Case, parts: readonly Part[]): string {
	const shown = parts.map((part) => ({ ...part, comment: part.comment && template.hasComments }));
	const text = template.print(shown, style).replace(/\n/g, style.lineBreak);
	return style.final ? text : text.slice(0, -style.lineBreak.length);
}

/** Operations for the parts, found by their source in `text`, one after another. */
function removals(outline: Outline, one: Case, parts: Case["parts"], gone: (index: number) => boolean): Operation[] {
	let from = 0;
	return parts.flatMap(({ source }, index) => {
		const printed = source.replace(/\n/g, one.style.lineBreak);
		const start = positionOf(outline, printed, from);
		from = start + printed.length;
		return gone(index) ? [removalOf(outline, [start, from])] : [];
	});
}

/** The part itself, not the same letters inside a name. */
function positionOf({ text }: Outline, source: string, from: number): number {
	for (let at = text.indexOf(source, from); at >= 0; at = text.indexOf(source, at + 1)) {
		if (!/\w/.test(text[at - 1] ?? " ") || !/\w/.test(source[0] ?? " ")) {
			if (isPartStart(text, at)) return at;
		}
	}
	assert.fail(`${source} is not in ${text}`);
}

function isPartStart(text: string, at: number): boolean {
	return at === 0 || /[\s({[,)?]/.test(text[at - 1] ?? "");
}

function check(grammars: Grammars, template: Template, one: Case): void {
	const text = print(template, one, one.parts);
	const outline = read(grammars, template.language, text);
	assert.equal(outline.broken.length, 0, `template is broken:\n${text}`);
	const kept = one.parts.filter((part) => !part.goes);
	const operations = removals(outline, one, one.parts, (index) => one.parts[index]?.goes === true);
	assert.equal(edited(grammars, outline, operations), print(template, one, kept));
}

/** One after another, with a new outline each time. */
function checkInSequence(grammars: Grammars, template: Template, one: Case): void {
	let parts: Case["parts"] = one.parts;
	let text = print(template, one, parts);
	for (let index = parts.findIndex((part) => part.goes); index >= 0; index = parts.findIndex((part) => part.goes)) {
		const outline = read(grammars, template.language, text);
		text = edited(
			grammars,
			outline,
			removals(outline, one, parts, (at) => at === index),
		);
		parts = parts.filter((_, at) => at !== index);
	}
	assert.equal(text, print(template, one, parts));
}

describe("edits: removing is printing without", function () {
	this.timeout(30_000); // Slow machines share their cores.
	for (const template of templates) {
		it(template.name, async () => {
			const grammars = await testGrammars();
			fc.assert(
				fc.property(caseOf(template), (one) => check(grammars, template, one)),
				{ numRuns: 150 },
			);
		});
		it(`${template.name}, one after another`, async () => {
			const grammars = await testGrammars();
			fc.assert(
				fc.property(caseOf(template), (one) => checkInSequence(grammars, template, one)),
				{ numRuns: 50 },
			);
		});
	}
});
