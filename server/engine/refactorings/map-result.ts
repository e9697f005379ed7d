/** What becomes of an answer, from the call outwards: read in place, held by a name, taken apart, streamed. */
import { namesOf } from "../outline/names";
import { functionOf, keyName, textOf, valueIn } from "../outline/questions";
import type { Assign, Call, Expr, List, Outline } from "../outline/schema";
import { type Draft, refuse, replace } from "./draft";
import { countGivers, refsIn, restOfBlock, usesOf } from "./held-answer";
import { mapLoop } from "./map-stream";
import { mapReading, type Step, stepsFrom } from "./result-chain";

export interface Answer {
	readonly outline: Outline;
	readonly draft: Draft;
	/** What the program's own modules take of this one. */
	readonly importedNames: ReadonlySet<string>;
}

/** @param isStream undefined where only the running program knows */
export function mapResult(answer: Answer, call: Call, isStream: boolean | undefined): undefined {
	const { outline, draft } = answer;
	if (isStream === undefined) return refuse(draft, "Whether the answer is streamed is not seen here.");
	const up = call.parent;
	if (isStream && up?.kind === "opaque") return mapLoop(outline, draft, call, up);
	if (up?.kind === "assign" && up.value === call) return mapHeld(answer, call, up, isStream);
	if (isStream) return refuse(draft, "The events of the stream are read somewhere else.");
	if (up?.kind === "item" && up.form === "statement") return;
	if (up?.kind === "call" && up.receiver === call) return mapThen(outline, draft, up);
	if (up?.kind !== "member" && up?.kind !== "index")
		return refuse(draft, "The answer is handed on as a whole, to code that reads a chat completion.");
	const first = stepsFrom(outline, call)[0]?.node;
	const between = first?.kind === "member" ? outline.text.slice(call.range[1], first.nameRange[0]) : undefined;
	if (between === undefined || !/^[\s)!]*\??\.\s*$/.test(between)) return refuse(draft, typed);
	mapReading(outline, draft, call);
}

/** `const a = 1, b = …;` */
const declaration = /^(lexical|variable)_declaration$/;
const typed = "A type that is written here belongs to a chat completion.";

function mapHeld(answer: Answer, call: Call, assign: Assign, isStream: boolean): undefined {
	const { outline, draft } = answer;
	const { target } = assign;
	const before = outline.text.slice(target.range[1], call.range[0]);
	const behind = outline.text.slice(call.range[1], assign.range[1]);
	if (!/^\s*=[\s(]*(await\b\s*)?[\s(]*$/.test(before) || !/^[\s);]*$/.test(behind)) return refuse(draft, typed);
	// `x = y = …`, `if ((x = …))`: the answer goes on from here.
	const up = assign.parent;
	const isStatement =
		up?.kind === "item" ? up.form === "statement" : up?.kind === "opaque" && declaration.test(up.type);
	if (!isStatement) return refuse(draft, "The answer is given to more than one name.");
	if (
		namesOf(outline)
			.definitions(target)
			.some((one) => isTyped(outline, one))
	)
		return refuse(draft, typed);
	if (target.kind === "list" && !isStream) return mapPattern(answer, assign, target);
	const isSeen = target.kind === "ref" && !assign.exported && !isImported(answer, assign, target.name);
	const uses = isSeen ? usesOf(outline, assign) : undefined;
	if (!uses) return refuse(draft, `${textOf(outline, target.range)} is seen by code that is not followed.`);
	if (!isStream) {
		for (const use of uses) mapReading(outline, draft, use);
		return;
	}
	const [only] = uses;
	const loop = only?.parent;
	if (uses.length !== 1 || !only || loop?.kind !== "opaque")
		return refuse(draft, "The events of the stream are read somewhere else, or more than once.");
	mapLoop(outline, draft, only, loop);
}

/** `let completion: ChatCompletion;`, which may stand elsewhere than where it is given its value. */
function isTyped(outline: Outline, { target, range }: Assign): boolean {
	return /^\s*[!?]?\s*:(?!=)/.test(outline.text.slice(target.range[1], range[1]));
}

/** What other files, or a page around the script, may use. */
function isImported({ importedNames }: Answer, assign: Assign, name: string): boolean {
	return importedNames.has(name) && functionOf(assign) === undefined;
}

/** `const { choices, usage } = …`: each name by itself. */
function mapPattern({ outline, draft }: Answer, assign: Assign, pattern: List): undefined {
	const rest = restOfBlock(assign);
	for (const item of pattern.items) {
		const name = keyName(outline, item);
		const value = valueIn(item);
		const isPlain = name !== undefined && value?.kind === "ref" && item.key === value;
		const refs = isPlain && rest && countGivers(outline, name) === 1 ? refsIn(outline, name, rest) : undefined;
		if (!refs || !isPlain || assign.exported)
			return refuse(draft, `${textOf(outline, item.range)} takes the answer apart in a way that is not followed.`);
		if (name === "id" || name === "model") continue;
		if (name !== "choices" && name !== "usage") return refuse(draft, `A response is not known to have ${name}.`);
		for (const ref of refs) mapField(outline, draft, ref, name);
		if (name === "choices") renameField(outline, draft, value);
	}
}

/** `choices[0].message.content` where `choices` is a name of its own. */
function mapField(outline: Outline, draft: Draft, ref: Expr, name: string): undefined {
	if (name === "usage") {
		// Only its name counts: that it is a name of its own changes nothing below it.
		const self = { kind: "member", name } as Step["node"];
		return mapReading(outline, draft, ref, [{ name, node: self }]);
	}
	const steps = stepsFrom(outline, ref);
	const text = steps[2];
	if (steps[0]?.name !== "0" || steps[1]?.name !== "message" || text?.name !== "content")
		return refuse(draft, "A response has no choices: what is read off them must be rewritten by hand.");
	replace(draft, ref.range[0], text.node.range[1], "output_text");
}

function renameField(outline: Outline, draft: Draft, { range }: Expr): undefined {
	if (outline.refs.some((ref) => ref.name === "output_text")) return refuse(draft, "output_text is a name already.");
	replace(draft, range[0], range[1], "output_text");
}

/** `.then((completion) => completion.choices[0].message.content)` */
function mapThen(outline: Outline, draft: Draft, call: Call): undefined {
	const [only, ...more] = call.args?.items ?? [];
	const fn = valueIn(only);
	const parameter = fn?.kind === "fn" && fn.params?.items.length === 1 ? valueIn(fn.params.items[0]) : undefined;
	if (call.name !== "then" || more.length > 0 || fn?.kind !== "fn" || parameter?.kind !== "ref" || !fn.body)
		return refuse(draft, `A response is not known to have ${call.name}().`);
	const isPlain =
		outline.text.slice(...(fn.params?.range ?? parameter.range)).replace(/[()\s]/g, "") === parameter.name;
	const refs = isPlain ? refsIn(outline, parameter.name, fn.body.range) : undefined;
	if (!refs) return refuse(draft, typed);
	for (const ref of refs) mapReading(outline, draft, ref);
}
