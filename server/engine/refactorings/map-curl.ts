/** A curl command that asks for a chat completion: its address, its JSON body, and what reads the answer. */
import { isRefusal } from "../edits/piece";
import { render } from "../edits/render";
import { languageById } from "../languages";
import { namesOf } from "../outline/names";
import { contentOf, keyName, textOf, valueIn } from "../outline/questions";
import type { Call, Expr, Node, Outline, Str } from "../outline/schema";
import { type ChatCall, endpointIn } from "./chat-call";
import { type Draft, newDraft, refuse, replace } from "./draft";
import { newFilter } from "./jq-filter";
import { mapArguments } from "./map-arguments";

const bodyFlag = /^(-d|--data|--data-raw|--data-binary|--json)$/;
const simpleFlag = /^(-[rjeMcS]+|--raw-output|--join-output|--exit-status)$/;
/** The answer goes elsewhere (`-o`), or more than the answer comes (`-i`, `-w`); short flags may stand together (`-sSi`). */
const outputFlag =
	/^-(?![-XHdu])[a-zA-Z#]*[oOwDiI]|^--(output|remote-name|write-out|dump-header|include|show-headers|head)$/;

export function mapCurl(outline: Outline, draft: Draft, { call, address }: ChatCall & { kind: "curl" }): undefined {
	const [start, end] = endpointIn(address);
	replace(draft, start, end, "/responses");
	mapBody(outline, draft, call);
	mapReader(outline, draft, call);
}

function mapBody(outline: Outline, draft: Draft, call: Call): undefined {
	const items = call.args?.items ?? [];
	const flags = items.map(
		(item) => (item.form === "entry" ? keyName(outline, item) : textOf(outline, item.range)) ?? "",
	);
	const bodies = items.filter((_, index) => bodyFlag.test(flags[index] ?? ""));
	if (flags.some((flag) => outputFlag.test(flag)))
		return refuse(draft, "The answer goes into a file, or something else than the answer is read.");
	const [only] = bodies;
	const value = bodies.length === 1 ? valueIn(only) : undefined;
	const body = value?.kind === "string" ? (heredocOf(outline, call, value) ?? value) : undefined;
	if (!body || !isPlain(outline, body))
		return refuse(draft, "The body of the request is put together, or stands somewhere else.");
	const json = languageById("json");
	const inside = json?.reading.kind === "reader" ? json.reading.read(contentOf(outline, body)) : undefined;
	const map = valueIn(inside?.root.items[0]) ?? undefined;
	if (!json || !inside || inside.broken.length > 0 || map?.kind !== "list" || map.role !== "map")
		return refuse(draft, "The body of the request is not read as JSON.");
	const own = newDraft();
	const { isStream } = mapArguments({ outline: inside, writer: json.writer, draft: own }, map);
	if (isStream !== false)
		refuse(own, "The events of a streamed answer have another shape: whoever reads them must be rewritten by hand.");
	draft.reasons.push(...own.reasons);
	if (own.reasons.length > 0) return;
	const rendered = render(inside, own.operations, json.writer);
	if (!rendered.ok) return refuse(draft, rendered.reason);
	const at = body.content[0];
	for (const { range, newText } of rendered.changes) replace(draft, at + range[0], at + range[1], newText);
}

/** `-d @-` or `-d "$(cat)"` with the here-document that stands behind the command. */
function heredocOf(outline: Outline, call: Call, value: Str): Str | undefined {
	if (contentOf(outline, value) !== "@-") return undefined;
	const up = call.parent?.kind === "opaque" && call.parent.type === "redirected_statement" ? call.parent : undefined;
	const documents = up?.children.flatMap((child) =>
		child.kind === "opaque" && child.type === "heredoc_redirect" ? child.children : [],
	);
	const [only, ...more] = documents ?? [];
	return only?.kind === "string" && only.form === "heredoc" && more.length === 0 ? only : undefined;
}

/** What stands there is what is sent, but for values inside of JSON's strings. */
function isPlain(outline: Outline, body: Str): boolean {
	if (body.form === "heredoc") return !/\\/.test(contentOf(outline, body));
	return body.form === "quoted" && body.raw && body.holes.length === 0;
}

function mapReader(outline: Outline, draft: Draft, call: Call): undefined {
	const unknown = "The answer is read by something that is not followed.";
	let at: Node = call;
	for (let up = at.parent; up?.kind === "opaque" && up.type === "redirected_statement"; up = at.parent) {
		if (up.children.some((child) => child !== at && !(child.kind === "opaque" && child.type === "heredoc_redirect")))
			return refuse(draft, unknown);
		at = up;
	}
	const up = at.parent;
	if (up?.kind === "opaque" && up.type === "pipeline") return mapPipeline(outline, draft, up.children.indexOf(at), up);
	if (up?.kind !== "item" || up.form !== "statement") return refuse(draft, unknown);
	const around = up.parent?.parent;
	if (around?.kind === "opaque" && around.type === "command_substitution") mapCaptured(outline, draft, around);
	// At the top, in a function or a branch: the answer is shown, unless what stands around it goes somewhere.
	else if (isRedirected(up)) refuse(draft, unknown);
}

function isRedirected(node: Node): boolean {
	for (let up: Node | undefined = node.parent; up; up = up.parent)
		if (
			up.kind === "opaque" &&
			/^(redirected_statement|pipeline|command_substitution|process_substitution)$/.test(up.type)
		)
			return true;
		else if (up.kind === "fn") return true;
	return false;
}

/** `ANSWER=$(curl …)`, which `echo "$ANSWER" | jq …` reads. */
function mapCaptured(outline: Outline, draft: Draft, substitution: Expr): undefined {
	const assign = substitution.parent;
	const names = namesOf(outline);
	if (assign?.kind !== "assign" || assign.value !== substitution || names.definitions(assign.target).length !== 1)
		return refuse(draft, "The answer is read by something that is not followed.");
	for (const use of names.uses(assign)) mapEcho(outline, draft, use);
}

/** `echo "$ANSWER" | jq …` and `jq … <<< "$ANSWER"` */
function mapEcho(outline: Outline, draft: Draft, use: Expr): undefined {
	const unknown = "The answer is kept in a variable that is read by something else than jq.";
	const word = use.parent?.kind === "string" ? use.parent : use;
	if (
		word.kind === "string" &&
		textOf(outline, word.content).replace(/[${}]/g, "") !== textOf(outline, use.range).replace(/[${}]/g, "")
	)
		return refuse(draft, unknown);
	const up = word.parent;
	if (up?.kind === "opaque" && up.type === "herestring_redirect" && up.parent?.kind === "opaque") {
		const [command] = up.parent.children;
		return command?.kind === "call" ? mapJq(outline, draft, command) : refuse(draft, unknown);
	}
	const echo = up?.kind === "item" && up.parent?.kind === "list" ? up.parent.parent : undefined;
	const pipeline = echo?.parent;
	if (
		echo?.kind !== "call" ||
		!/^(echo|printf)$/.test(echo.path) ||
		pipeline?.kind !== "opaque" ||
		pipeline.type !== "pipeline"
	)
		return refuse(draft, unknown);
	mapPipeline(outline, draft, pipeline.children.indexOf(echo), pipeline);
}

function mapPipeline(
	outline: Outline,
	draft: Draft,
	index: number,
	{ children }: Node & { kind: "opaque" },
): undefined {
	const next = children[index + 1];
	if (index < 0 || next?.kind !== "call") return refuse(draft, "The answer is read by something that is not followed.");
	mapJq(outline, draft, next);
}

/** The one word that is no flag is the filter; flags that take words of their own are not followed. */
function mapJq(outline: Outline, draft: Draft, call: Call): undefined {
	const words = (call.args?.items ?? []).flatMap((item) => {
		const value = valueIn(item);
		return item.form === "entry" && item.key ? [item.key, ...(value ? [value] : [])] : (value ?? []);
	});
	const isFlag = (word: Expr) => outline.text[word.range[0]] === "-";
	const [filter, ...more] = words.filter((word) => !isFlag(word));
	const isSimple = words.every((word) => !isFlag(word) || simpleFlag.test(textOf(outline, word.range)));
	const text = filter && more.length === 0 ? filterIn(outline, filter) : undefined;
	if (call.path !== "jq" || !filter || text === undefined || !isSimple)
		return refuse(draft, "The answer is read by something else than a simple jq.");
	const changed = newFilter(text);
	if (isRefusal(changed)) return refuse(draft, changed.refused);
	if (changed.filter !== text) replace(draft, filter.range[0], filter.range[1], `'${changed.filter}'`);
}

/** In quotes, or bare: `.choices[0].id` is a pattern to the shell, and several words to its grammar. */
function filterIn(outline: Outline, word: Expr): string | undefined {
	if (word.kind === "string" && word.form === "quoted")
		return word.holes.length === 0 ? contentOf(outline, word) : undefined;
	const text = textOf(outline, word.range);
	return /^[\w.[\]]+$/.test(text) ? text : undefined;
}
