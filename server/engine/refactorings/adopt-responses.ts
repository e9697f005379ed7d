/**
 * *Adopt the Responses API*, the guide's step 6: chat completion requests of a simple shape become requests of the Responses API, where
 * every argument and every use of the answer has its place. Never a fix: a person asks for it. The one door; never throws.
 */
import { maskKey } from "../../../shared/mask-key";
import type { AnalyzeOptions } from "../analyze";
import { applyChanges, mergeChanges } from "../edits/apply";
import { render } from "../edits/render";
import type { Facts } from "../facts/facts";
import { factsOf } from "../facts/facts";
import { languageById, regionsOf } from "../languages";
import type { Language } from "../languages/language";
import type { Change, Document } from "../model";
import { noNames } from "../names/meaning";
import { outlineOf } from "../outline/outline-of";
import { positional, valueIn } from "../outline/questions";
import type { List, Outline, Range } from "../outline/schema";
import type { Region } from "../regions/region";
import { type ChatCall, chatCalls } from "./chat-call";
import { type Draft, newDraft, refuse, replace } from "./draft";
import { mapArguments } from "./map-arguments";
import { mapCurl } from "./map-curl";
import { mapResult } from "./map-result";

/** Characters of a reason, in a menu. */
const longest = 200;

/** A chat completion request of a client that talks to Concentrate. */
export interface Adoption {
	/** The whole call. */
	readonly range: Range;
	/** Sorted and disjoint, complete for this call; or why it stays as it is, in a sentence for people. */
	readonly result:
		| { readonly kind: "changes"; readonly changes: readonly Change[] }
		| { readonly kind: "refused"; readonly reason: string };
}

/** Requests inside of regions (fences, cells, scripts) among them; in document order. */
export function adoptions(document: Document, options: AnalyzeOptions): readonly Adoption[] {
	const language = languageById(document.language);
	// Nothing else is worth a parse.
	if (!language || !/completions/.test(document.text)) return [];
	const outline = outlineOf(document, options.grammars);
	if (!outline) return [];
	const regions = regionsOf(language, outline, document.uri);
	const isOwn = ({ range }: Adoption) => !regions.some((region) => region.covers(range));
	const inside = regions.flatMap((region, index) => inRegion(document, options, region, index));
	const own = adoptionsIn(document, options, language, outline).filter(isOwn);
	return [...own, ...inside].sort((a, b) => a.range[0] - b.range[0]);
}

export interface WholeAdoption {
	/** Sorted and disjoint. */
	readonly changes: readonly Change[];
	/** The same, but one for each request (or for several that lie in each other): half a request would be none. */
	readonly units: readonly Change[];
	readonly adopted: readonly Adoption[];
	readonly refused: readonly (Adoption & { readonly result: { readonly kind: "refused" } })[];
}

/** All that can be adopted in one text, together. Where two want the same place, the second waits for the next run. */
export function adoptAll(document: Document, options: AnalyzeOptions): WholeAdoption {
	let changes: readonly Change[] = [];
	const adopted: Adoption[] = [];
	const refused: WholeAdoption["refused"][number][] = [];
	for (const one of adoptions(document, options)) {
		const { result } = one;
		const merged = result.kind === "changes" ? mergeChanges([changes, result.changes]) : undefined;
		if (merged) {
			changes = merged;
			adopted.push(one);
		} else {
			const reason =
				result.kind === "refused" ? result.reason : "It shares a place with another request: run it again.";
			refused.push({ range: one.range, result: { kind: "refused", reason } });
		}
	}
	return { changes, units: unitsOf(document.text, changes, adopted), adopted, refused };
}

function unitsOf(text: string, changes: readonly Change[], adopted: readonly Adoption[]): readonly Change[] {
	const spans = adopted.map(({ result }): [number, number] => {
		const own = result.kind === "changes" ? result.changes : [];
		return [own[0]?.range[0] ?? 0, own.at(-1)?.range[1] ?? 0];
	});
	const joined: [number, number][] = [];
	for (const span of spans.sort((a, b) => a[0] - b[0])) {
		const last = joined.at(-1);
		if (last && span[0] <= last[1]) last[1] = Math.max(last[1], span[1]);
		else joined.push(span);
	}
	return joined.map(([start, end]) => {
		const inside = changes.filter(({ range }) => start <= range[0] && range[1] <= end);
		const moved = inside.map(
			({ range, newText }): Change => ({ range: [range[0] - start, range[1] - start], newText }),
		);
		return { range: [start, end], newText: applyChanges(text.slice(start, end), moved) };
	});
}

function adoptionsIn(document: Document, options: AnalyzeOptions, language: Language, outline: Outline): Adoption[] {
	const { workspace } = options;
	const names = workspace.names[document.uri] ?? noNames;
	const facts = factsOf(outline, { heliconeAddresses: workspace.heliconeAddresses, taken: names.taken });
	return chatCalls(facts).map((one) => ({
		range: one.call.range,
		result: resultOf(document, options, language, facts, one),
	}));
}

function resultOf(
	document: Document,
	options: AnalyzeOptions,
	language: Language,
	{ outline }: Facts,
	one: ChatCall,
): Adoption["result"] {
	const draft = newDraft();
	const { gateway, isGuess } = one.client;
	if (isGuess || (gateway.kind === "concentrate" && gateway.isMixed))
		refuse(draft, "This client may talk to another gateway than Concentrate's.");
	if (one.kind === "curl") mapCurl(outline, draft, one);
	else mapSdk(outline, draft, language, one, options.workspace.importedNames);
	const [reason] = draft.reasons;
	if (reason !== undefined) return { kind: "refused", reason: sayable(reason) };
	const rendered = render(outline, draft.operations, language.writer);
	if (!rendered.ok) return { kind: "refused", reason: rendered.reason };
	const { changes } = rendered;
	const after = outlineOf(
		{ language: document.language, text: applyChanges(document.text, changes) },
		options.grammars,
	);
	if (!after || after.broken.length > outline.broken.length)
		return { kind: "refused", reason: "The result could not be read." };
	return { kind: "changes", changes };
}

/** A reason may quote the program: one short line, without secrets. */
function sayable(reason: string): string {
	const line = maskKey(reason).replace(/\s+/g, " ");
	return line.length > longest ? `${line.slice(0, longest)}…` : line;
}

function mapSdk(
	outline: Outline,
	draft: Draft,
	{ writer }: Language,
	{ call, resource }: ChatCall & { kind: "sdk" },
	importedNames: ReadonlySet<string>,
): undefined {
	if (!resource)
		return refuse(
			draft,
			`Only chat.completions.create is rewritten, not ${call.path.replace(/^.*?(?=chat\.completions\.)/, "")}.`,
		);
	const [chat, completions] = resource;
	replace(draft, chat.nameRange[0], completions.nameRange[1], "responses");
	const list = argumentsOf(outline, draft, call);
	if (!list) return;
	const { isStream } = mapArguments({ outline, writer, draft }, list);
	mapResult({ outline, draft, importedNames }, call, isStream);
}

/** Python's named arguments; the object that JavaScript gives first. */
function argumentsOf(outline: Outline, draft: Draft, call: ChatCall["call"]): List | undefined {
	if (outline.language === "python") return call.args;
	const item = positional(call, 0);
	const value = valueIn(item);
	const isPlain = item && value && item.range[0] === value.range[0] && item.range[1] === value.range[1];
	if (isPlain && value.kind === "list" && value.role === "map") return value;
	refuse(draft, "The request is put together somewhere else, or has a type of its own.");
	return undefined;
}

function inRegion(host: Document, options: AnalyzeOptions, region: Region, index: number): Adoption[] {
	const { workspace } = options;
	const importedNames = new Set([...workspace.importedNames, ...region.names]);
	const inside: Document = { uri: `${host.uri}#${index}`, language: region.language, text: region.text };
	const found = adoptions(inside, { ...options, workspace: { ...workspace, importedNames } });
	return found.flatMap(({ range, result }): Adoption[] => {
		const place = region.place(range);
		return place ? [{ range: place, result: placed(region, result) }] : [];
	});
}

/** What cannot be said in the host is refused. */
function placed(region: Region, result: Adoption["result"]): Adoption["result"] {
	if (result.kind === "refused") return result;
	const changes = result.changes.flatMap((change) => region.change(change) ?? []);
	return changes.length === result.changes.length
		? { kind: "changes", changes }
		: { kind: "refused", reason: "The change reaches beyond the code that it is about." };
}
