/** Requests that are set up through a handle: `curl_setopt($ch, CURLOPT_URL, …)`, `curl_setopt_array($ch, [CURLOPT_URL => …])`. */
import type { Client as ClientRow } from "../../../shared/mappings/schema";
import type { Carrier, Entry } from "../outline/entries";
import { namesOf } from "../outline/names";
import { textPieces } from "../outline/pieces";
import { ancestors, positional, statementOf, valueIn } from "../outline/questions";
import type { Assign, Call, Expr, Guard, Item, Node, Outline } from "../outline/schema";
import type { Filled } from "./slot";

export interface Handled {
	readonly address: Filled | undefined;
	readonly headers: readonly Entry[];
	readonly body: Expr | undefined;
}

/** libcurl's function that puts one line more behind a list of headers. */
export const lineAppender = "curl_slist_append";

const nothing: Handled = { address: undefined, headers: [], body: undefined };

interface Setting extends Filled {
	readonly option: string;
}

/** What is set on the handle that a call makes. */
export function handled(outline: Outline, call: Call, { handle }: ClientRow): Handled {
	const made = call.parent;
	if (!handle || made?.kind !== "assign" || made.value !== call) return nothing;
	const settings = settingsOf(outline, made, handle);
	const last = (option: string) => settings.findLast((one) => one.option === option);
	const headers = settings.filter((one) => one.option === handle.headers);
	return {
		address: last(handle.address),
		headers: headers.flatMap(({ value }) => lineEntries(outline, value)),
		body: last(handle.body)?.value,
	};
}

function settingsOf(outline: Outline, made: Assign, handle: NonNullable<ClientRow["handle"]>): Setting[] {
	return namesOf(outline)
		.uses(made)
		.flatMap((use): Setting[] => {
			const item = use.parent;
			const setter = item?.kind === "item" && item.parent?.kind === "list" ? item.parent.parent : undefined;
			if (setter?.kind !== "call" || valueIn(positional(setter, 0)) !== use) return [];
			const guarded = isGuarded(setter, made, outline);
			if (handle.all === setter.name) return optionsIn(outline, valueIn(positional(setter, 1)), guarded);
			const option = valueIn(positional(setter, 1));
			const given = positional(setter, 2);
			const value = valueIn(given);
			if (handle.one !== setter.name || option?.kind !== "ref" || !value) return [];
			return [{ option: option.name, value, item: given, entry: undefined, guarded }];
		});
}

/** Entries of an array whose keys are the options' constants. */
function optionsIn(outline: Outline, expr: Expr | undefined, guarded: boolean): Setting[] {
	const list = expr && (namesOf(outline).value(expr) ?? expr);
	if (list?.kind !== "list") return [];
	return list.items.flatMap((item): Setting[] => {
		const value = valueIn(item);
		return item.key?.kind === "ref" && value ? [{ option: item.key.name, value, item, entry: undefined, guarded }] : [];
	});
}

/** `['Authorization: Bearer …', …]` and what is appended to its variable: the name before the colon, the whole line as value. */
function lineEntries(outline: Outline, expr: Expr): Entry[] {
	const appended = appendedLines(outline, expr);
	if (appended.length > 0) return appended;
	const assign = namesOf(outline).definition(expr);
	const list = assign?.value ?? expr;
	const own = list.kind === "list" ? list.items : [];
	const via = assign ? [assign] : [];
	return [
		...own.flatMap((item) => lineEntry(outline, item, valueIn(item), false, via)),
		...(assign ? appendedTo(outline, assign) : []).flatMap(({ item, value, guarded }) =>
			lineEntry(outline, item, value, guarded, via),
		),
	];
}

/** `headers = curl_slist_append(headers, "Name: value");`, one after another. */
function appendedLines(outline: Outline, expr: Expr): Entry[] {
	return namesOf(outline)
		.definitions(expr)
		.flatMap((assign): Entry[] => {
			const call = assign.value?.kind === "call" && assign.value.name === lineAppender ? assign.value : undefined;
			const value = call && valueIn(positional(call, 1));
			const item = statementOf(assign);
			if (!value || item?.value !== assign) return [];
			const [first] = textPieces(outline, value).pieces;
			const name = first?.kind === "text" ? /^\s*([\w-]+)\s*:/.exec(first.text)?.[1] : undefined;
			if (name === undefined) return [];
			return [{ name, key: undefined, value, carrier: { kind: "item", item }, guarded: false, via: [] }];
		});
}

/** `$lines[] = 'Name: value';` */
function appendedTo(outline: Outline, assign: Assign): { item: Item; value: Expr | undefined; guarded: boolean }[] {
	return namesOf(outline)
		.uses(assign)
		.flatMap((use) => {
			const put = use.parent?.kind === "opaque" ? use.parent.parent : undefined;
			const item = put?.kind === "assign" && put.target === use.parent ? statementOf(put) : undefined;
			return put?.kind === "assign" && item?.value === put
				? [{ item, value: put.value, guarded: isGuarded(put, assign) }]
				: [];
		});
}

function lineEntry(
	outline: Outline,
	item: Item,
	value: Expr | undefined,
	guarded: boolean,
	via: readonly Assign[],
): Entry[] {
	const text = value ? outline.text.slice(...value.range) : "";
	const name = /^["']\s*([\w-]+)\s*:/.exec(text)?.[1];
	const carrier: Carrier = { kind: "item", item };
	return name === undefined ? [] : [{ name, key: undefined, value, carrier, guarded, via }];
}

function isGuarded(node: Node, made: Assign, outline?: Outline): boolean {
	const around = new Set(ancestors(made));
	const handle = made.target.kind === "ref" ? made.target.name : undefined;
	return [...ancestors(node)].some(
		(up) =>
			(up.kind === "either" || (up.kind === "guard" && !(outline && isCheckOn(outline, up, handle)))) &&
			!around.has(up),
	);
}

/** `if (curl) { … }`: without a handle there is no request. */
function isCheckOn({ text }: Outline, { test }: Guard, handle: string | undefined): boolean {
	const asked = text.slice(...test.range).replace(/\s*!=\s*(NULL|nullptr|0)$/, "");
	return handle !== undefined && asked === handle;
}
