/**
 * The loop over a stream: chunks become events, and the text of a chunk the `delta` of the events that carry text. Every other
 * event has no text, as a chunk without content has none.
 */
import { contentOf, functionOf, textOf } from "../outline/questions";
import type { Expr, Guard, List, Node, Outline, Range, Ref } from "../outline/schema";
import { type Draft, refuse, replace } from "./draft";
import { refsIn } from "./held-answer";
import { rowOf, stepsFrom } from "./result-chain";

const textEvent = "response.output_text.delta";
const reason = "The loop reads more off the chunks than their text.";

interface Loop {
	readonly outline: Outline;
	readonly draft: Draft;
	readonly name: string;
	/** Tests that ask for an event of text from now on, with what is only reached then. */
	readonly tests: Map<Range, Guard>;
}

/** @param stream what is looped over; `statement` the loop */
export function mapLoop(
	outline: Outline,
	draft: Draft,
	stream: Expr,
	{ type, children }: Node & { kind: "opaque" },
): undefined {
	const [variable, over, body, ...more] = children;
	const isLoop = /^for(_in)?_statement$/.test(type) && over === stream && more.length === 0;
	if (!isLoop || variable?.kind !== "ref" || body?.kind !== "list" || body.role !== "block")
		return refuse(draft, "The events of the stream are read somewhere else.");
	if (!isAlone(outline, variable, body, stream)) return refuse(draft, "The chunks are used behind the loop.");
	const refs = refsIn(outline, variable.name, body.range);
	if (!refs) return refuse(draft, reason);
	const loop: Loop = { outline, draft, name: variable.name, tests: new Map() };
	for (const ref of refs) findTest(loop, ref);
	for (const [range] of loop.tests) replace(draft, range[0], range[1], isText(loop));
	for (const ref of refs) mapChunk(loop, ref);
}

/** Python's loop variable lives on: nobody may read it afterwards, unless another loop gives it anew. */
function isAlone(outline: Outline, variable: Ref, body: List, stream: Expr): boolean {
	if (outline.language !== "python") return true;
	const scope = functionOf(stream);
	const others = outline.refs.filter(
		(ref) => ref.name === variable.name && functionOf(ref) === scope && ref.range[0] >= body.range[1],
	);
	const [next] = others;
	return (
		!next ||
		(next.parent?.kind === "opaque" && next.parent.type === "for_statement" && next.parent.children[0] === next)
	);
}

/** `if chunk.choices[0].delta.content is not None:` and the like, whole. */
function findTest(loop: Loop, ref: Ref): undefined {
	let test: Expr = topOf(loop, ref);
	for (let up = test.parent; up && (up.kind === "infix" || up.kind === "either"); up = test.parent) test = up;
	const guard = test.parent;
	if (guard?.kind === "guard" && guard.test === test && !guard.else && asksForText(loop, test))
		loop.tests.set(test.range, guard);
}

function topOf({ outline }: Loop, ref: Ref): Expr {
	return stepsFrom(outline, ref).at(-1)?.node ?? ref;
}

/** Nothing is asked but whether there is text: some of the way to it, or that it is not nothing. */
function asksForText(loop: Loop, test: Expr): boolean {
	const { outline } = loop;
	if (test.kind === "either" && test.form === "and")
		return asksForText(loop, test.test) && asksForText(loop, test.then);
	if (test.kind === "infix") {
		const nothing = /^(None|null|undefined|""|'')$/.test(textOf(outline, test.right.range));
		return /^(is not|!==?)$/.test(test.op) && nothing && isTextOfChunk(loop, test.left);
	}
	return isTextOfChunk(loop, test) || isWayToText(loop, test);
}

function isTextOfChunk(loop: Loop, expr: Expr): boolean {
	const base = baseOf(expr);
	if (base?.kind !== "ref" || base.name !== loop.name) return false;
	const steps = stepsFrom(loop.outline, base);
	return steps.at(-1)?.node === expr && rowOf(steps, "event")?.steps.length === steps.length;
}

/** `chunk.choices`, `chunk.choices[0]`, `chunk.choices[0].delta` */
function isWayToText({ outline, name }: Loop, expr: Expr): boolean {
	const path = textOf(outline, expr.range).replace(/[\s?]/g, "").replace(/\.\[/g, "[");
	return [`${name}.choices`, `${name}.choices[0]`, `${name}.choices[0].delta`].includes(path);
}

function baseOf(expr: Expr): Expr | undefined {
	let at = expr;
	while (at.kind === "member" || at.kind === "index") at = at.object;
	return at;
}

function isText({ outline, name }: Loop): string {
	return outline.language === "python" ? `${name}.type == "${textEvent}"` : `${name}.type === "${textEvent}"`;
}

function mapChunk(loop: Loop, ref: Ref): undefined {
	const { outline, draft, name, tests } = loop;
	const top = topOf(loop, ref);
	if ([...tests.keys()].some((range) => range[0] <= ref.range[0] && ref.range[1] <= range[1])) return;
	const steps = stepsFrom(outline, ref);
	const reading = rowOf(steps, "event");
	const text = reading?.steps.at(-1)?.node;
	if (!text || (top.parent?.kind === "assign" && top.parent.target === top)) return refuse(draft, reason);
	if ([...tests.values()].some(({ then }) => then.range[0] <= ref.range[0] && ref.range[1] <= then.range[1]))
		return writeFallback(loop, text, `${name}.delta`, undefined);
	// Without a test around it: the text of an event of text, or what a chunk without content gave.
	if (text !== top || isInQuotes(outline, text)) return refuse(draft, reason);
	writeFallback(loop, text, undefined, isText(loop));
}

/** `x or ""`: the fallback goes with what it was for, where it can be told. */
function writeFallback(loop: Loop, text: Expr, sure: string | undefined, test: string | undefined): undefined {
	const { outline, draft, name } = loop;
	const either =
		text.parent?.kind === "either" && text.parent.form === "or" && text.parent.test === text ? text.parent : undefined;
	const other = either?.else?.kind === "string" && contentOf(outline, either.else) === "" ? either.else : undefined;
	if (sure !== undefined) return replace(draft, text.range[0], text.range[1], sure);
	const isPython = outline.language === "python";
	const whole = other && either ? either : text;
	const without = other ? textOf(outline, other.range) : isPython ? "None" : "undefined";
	const chosen = isPython ? `${name}.delta if ${test} else ${without}` : `${test} ? ${name}.delta : ${without}`;
	const up = whole.parent;
	const standsAlone = (up?.kind === "item" && up.form !== "spread") || (up?.kind === "assign" && up.value === whole);
	replace(draft, whole.range[0], whole.range[1], standsAlone ? chosen : `(${chosen})`);
}

/** A Python string with the same quotes cannot hold the test. */
function isInQuotes({ language }: Outline, node: Node): boolean {
	for (let up: Node | undefined = node.parent; up && up.kind !== "list"; up = up.parent)
		if (up.kind === "string") return language === "python";
	return false;
}
