/**
 * boto3's Bedrock client becomes the plain client of the protocol that its requests speak: `converse` OpenAI's, `invoke_model` with
 * a body in Anthropic's format Anthropic's. What adds Helicone's headers goes with it.
 */
import { gateway } from "../../../shared/mappings/gateway";
import type { Operation } from "../edits/operation";
import type { Client } from "../facts/client";
import type { Header } from "../facts/header";
import { namesOf } from "../outline/names";
import { contains, contentOf, keyName, statementOf, valueIn } from "../outline/questions";
import type { Call, Expr, Fn, Item, Outline, Range } from "../outline/schema";
import { type ClassChange, refused } from "./class-change";
import { converseRequest } from "./converse-request";
import { importRemoval } from "./import-removal";
import { invokeRequest } from "./invoke-request";

interface Asker {
	readonly outline: Outline;
	readonly headers: readonly Header[];
}

interface Plain {
	readonly method: RegExp;
	readonly name: string;
	readonly module: string;
	readonly base: string;
	readonly request: (outline: Outline, call: Call) => Operation[] | undefined;
}

const plains: readonly Plain[] = [
	{ method: /^converse$/, name: "OpenAI", module: "openai", base: gateway.base, request: converseRequest },
	{ method: /^invoke_model$/, name: "Anthropic", module: "anthropic", base: gateway.origin, request: invokeRequest },
];

/** @returns undefined for another client */
export function bedrockClass(asker: Asker, client: Client): ClassChange | undefined {
	if (client.row.id !== "bedrock-python" || client.gateway.kind !== "helicone" || client.imported) return undefined;
	const { call } = client;
	const found = call && changeAll(asker, client, call);
	if (!found) return refused(client.row.advice);
	const { plain, operations, headers } = found;
	return {
		operations,
		headers,
		reasons: [`Its class becomes \`${plain.name}\` of \`${plain.module}\`: install that package.`],
		blocked: false,
		movesAddress: true,
	};
}

interface Found {
	readonly plain: Plain;
	readonly operations: Operation[];
	readonly headers: readonly Header[];
}

function changeAll({ outline, headers }: Asker, client: Client, call: Call): Found | undefined {
	const holder = call.parent;
	if (holder?.kind !== "assign" || holder.value !== call || holder.exported || holder.target.kind !== "ref")
		return undefined;
	const uses = namesOf(outline)
		.uses(holder)
		.filter((use) => use.kind === "ref");
	const requests = uses.flatMap((use) =>
		use.parent?.kind === "call" && use.parent.receiver === use ? [use.parent] : [],
	);
	const plain = plains.find(({ method }) => requests.length > 0 && requests.every(({ name }) => method.test(name)));
	const hooks = uses.filter((use) => use.parent?.kind !== "call").map((use) => hookOf(outline, use));
	if (!plain || requests.length + hooks.length !== uses.length || !hooks.every((one) => one !== undefined))
		return undefined;
	const imported = changeImport(outline, call, plain);
	const setup = changeSetup(outline, client, call, plain);
	const asked = requests.map((request) => plain.request(outline, request));
	if (!imported || !setup || !asked.every((one) => one !== undefined)) return undefined;
	const gone = hooks.flat();
	const changed = [...asked.flat(), ...gone.map((item): Operation => ({ op: "remove", item }))];
	return {
		plain,
		operations: [...imported, ...setup, ...changed, ...unusedJson(outline, changed)],
		headers: headers.filter((header) => gone.some(({ range }) => contains(range, header.range))),
	};
}

/** `import json`, where it only packed the bodies and unpacked the answers. */
function unusedJson(outline: Outline, changed: readonly Operation[]): Operation[] {
	const from = outline.imports.find(({ module, names }) => module === "json" && names.length <= 1);
	if (!from) return [];
	const uses = outline.refs.filter(({ name, range }) => name === "json" && !contains(from.range, range));
	const isUnused = uses.length > 0 && uses.every(({ range }) => changed.some((one) => contains(rangeOf(one), range)));
	return isUnused ? [importRemoval(outline, from, from.names)].flatMap((one) => one ?? []) : [];
}

function rangeOf(one: Operation): Range {
	if (one.op === "replace") return one.range;
	if (one.op === "remove") return one.item.range;
	return one.op === "remove-assign" ? one.assign.range : [0, 0];
}

/** `client.meta.events.register("before-call.*.*", add_headers)` and the function, which does nothing else. */
function hookOf(outline: Outline, use: Expr): Item[] | undefined {
	const statement = statementOf(use);
	const call = statement?.value;
	const [, given] = call?.kind === "call" ? (call.args?.items ?? []) : [];
	const name = valueIn(given);
	if (call?.kind !== "call" || !/\.meta\.events\.register(_first|_last)?$/.test(call.path)) return undefined;
	const fn = name?.kind === "ref" ? namesOf(outline).fn(name.name) : undefined;
	const definition = fn && statementOf(fn);
	if (!statement || !fn || !definition || outline.refs.filter((ref) => ref.name === fn.name).length !== 1)
		return undefined;
	return onlySetsHeaders(outline, fn) ? [statement, definition] : undefined;
}

const signing = /^(helicone-.*|aws-(access-key|secret-key|session-token))$/i;

function onlySetsHeaders(outline: Outline, { body }: Fn): boolean {
	if (body?.kind !== "list") return false;
	return body.items.every(({ value }) => {
		if (value?.kind === "string") return true;
		if (value?.kind === "assign") {
			const { target } = value;
			return target.kind === "index" && target.key.kind === "string" && signing.test(contentOf(outline, target.key));
		}
		const name = value?.kind === "call" && value.name === "add_header" ? valueIn(value.args?.items[0]) : undefined;
		return name?.kind === "string" && signing.test(contentOf(outline, name));
	});
}

/** `import boto3` gives way to the new class, unless more is taken from it. */
function changeImport(outline: Outline, call: Call, { name, module }: Plain): Operation[] | undefined {
	const from = outline.imports.find((one) => one.module === "boto3");
	const statement = from && statementOf(from);
	if (!from || statement?.value !== from) return undefined;
	const isThere = outline.imports.some((one) => one.names.some(({ local }) => local === name));
	const isAlone =
		from.names.length <= 1 &&
		outline.refs.every(
			(ref) =>
				ref.name !== "boto3" ||
				contains(from.range, ref.range) ||
				contains([call.range[0], call.nameRange[1]], ref.range),
		) &&
		outline.calls.every((one) => one === call || !one.path.startsWith("boto3."));
	const line = `from ${module} import ${name}`;
	if (isAlone && isThere) {
		const removal = importRemoval(outline, from, from.names);
		return removal && [removal];
	}
	if (isAlone) return [{ op: "replace", range: from.range, newText: line }];
	return isThere ? [] : [{ op: "replace", range: [from.range[1], from.range[1]], newText: `\n${line}` }];
}

const drops = /^(service_name|region_name|aws_access_key_id|aws_secret_access_key|aws_session_token)$/;

function changeSetup(
	outline: Outline,
	{ address }: Client,
	call: Call,
	{ name, base }: Plain,
): Operation[] | undefined {
	const items = call.args?.items ?? [];
	const place = address?.item;
	const gone = items.filter((item) => item !== place);
	const isPlain = gone.every((item, index) =>
		item.form === "value" ? index === 0 : drops.test(keyName(outline, item) ?? ""),
	);
	const isBedrock = /["']bedrock-runtime["']/.test(outline.text.slice(...call.range));
	if (!place || !items.includes(place) || !isPlain || !isBedrock || !/^boto3\.client$/.test(call.path))
		return undefined;
	return [
		{ op: "replace", range: [call.range[0], call.nameRange[1]], newText: name },
		{ op: "replace", range: place.range, newText: `base_url="${base}"` },
		...gone.map((item): Operation => ({ op: "remove", item })),
	];
}
