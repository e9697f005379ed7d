/** What a fixture says about its own text: marks, fixed text, messages. */
import assert from "node:assert/strict";
import { type AnalyzeOptions, analyze } from "../../server/engine/analyze";
import type { Applicability } from "../../server/engine/model";
import type { Grammars } from "../../server/engine/outline/grammars";
import type { Case } from "./fixture";
import { type LawContext, planOf } from "./fixture-laws";
import { mark } from "./fixture-marks";

const contexts = new WeakMap<Case, LawContext>();

/** The same object for the same case, so that its plans are made once. */
export function contextOf(one: Case, grammars: Grammars): LawContext {
	const context = contexts.get(one) ?? makeContext(one, grammars);
	contexts.set(one, context);
	return context;
}

function makeContext(one: Case, grammars: Grammars): LawContext {
	const options: AnalyzeOptions = {
		grammars,
		severities: {
			"helicone-mention": one.mentions ? "hint" : "off",
			"helicone-name": one.names ? "hint" : "off",
		},
		workspace: one.workspace,
	};
	return { document: { uri: one.uri, language: one.language, text: one.text }, options };
}

/** The message shows the marked text as it came out: right there to be pasted, if it is right. */
export function checkMarks(one: Case, { document, options }: LawContext): void {
	const { findings } = analyze(document, options);
	const actual = mark(one.text, findings, one.defaultRule);
	const expected = mark(one.text, one.marks, one.defaultRule);
	assert.equal(actual, expected, `${one.where}: found differs from marked. Found:\n\n${actual}`);
}

export function checkFixed(one: Case, context: LawContext, applicability: Applicability): void {
	const { newText } = planOf(context, applicability);
	const expected = applicability === "safe" ? one.fixed : one.suggested;
	assert.equal(newText, expected, `${one.where}: the text after all ${applicability} fixes. It is:\n\n${newText}`);
}

export function checkMessages(one: Case, { document, options }: LawContext): void {
	const { findings } = analyze(document, options);
	const said = findings.map(({ message, advice }) => `${message} ${advice ?? ""}`);
	let from = 0;
	for (const wanted of one.messages) {
		const at = said.findIndex((text, index) => index >= from && text.includes(wanted));
		assert.ok(at >= 0, `${one.where}: no finding says "${wanted}". They say:\n${said.join("\n")}`);
		from = at;
	}
}
