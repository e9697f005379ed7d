/**
 * `logger.logRequest(request, operation, headers)` gives what `operation` gives: the call goes, the operation stays. What is
 * told to the operation's recorder is only for the log.
 */
import type { Operation } from "../edits/operation";
import { namesOf } from "../outline/names";
import { contains, entryNamed, pathOf, positional, statementOf, valueIn, within } from "../outline/questions";
import type { Call, Expr, Fn, Item, List, Outline, Range, Ref } from "../outline/schema";
import { onlyValue } from "./only-value";

export const unwrapping = /^(logRequest|logStream|log_request|log_stream|LogRequest|withProperties|with_properties)$/;

/** What an operation tells its recorder. */
const telling = /^(appendResults|append_results|AppendResults|attachStream|attach_stream|setResults|set_results)$/;

export interface Unwrapped {
	readonly operations: readonly Operation[];
	/** What is not there any more. */
	readonly gone: readonly Range[];
}

type Refused = { readonly reason: string };

export function unwrapCall(outline: Outline, call: Call): Unwrapped | Refused {
	const operation =
		valueIn(call.args && entryNamed(outline, call.args, "operation")) ?? valueIn(positional(call, 1)) ?? undefined;
	if (operation?.kind === "fn") return inlined(outline, call, operation);
	if (operation?.kind === "ref") return named(outline, call, operation);
	return { reason: `It is not clear what \`${call.name}\` runs.` };
}

/** The operation stands in the call. */
function inlined(outline: Outline, call: Call, fn: Fn): Unwrapped | Refused {
	const told = recorderUses(outline, fn);
	if ("reason" in told) return told;
	const only = onlyValue(outline, call, fn, told.statements);
	if (only) return around(outline, call, only, []);
	if (outline.language === "python") return { reason: "The operation is more than one expression." };
	return around(
		outline,
		call,
		fn,
		[...told.statements.map((item): Operation => ({ op: "remove", item })), ...withoutParameters(fn)],
		[...told.statements.map((item) => item.range), ...(fn.params ? [fn.params.range] : [])],
		...(outline.language === "go" ? (["", "()"] as const) : (["(", ")()"] as const)),
	);
}

/** `builder.toReadableStream(stream)` writes what the stream's own method of that name writes. */
export function unwrapStream(outline: Outline, call: Call): Unwrapped | Refused {
	const stream = valueIn(positional(call, 0));
	if (call.args?.items.length !== 1 || !stream || !/^(ref|member)$/.test(stream.kind))
		return { reason: "See which stream the logger reads." };
	return around(outline, call, stream, [], [], "", ".toReadableStream()");
}

/** The operation is a function of this file: its parameter goes, and the call calls it. */
function named(outline: Outline, call: Call, ref: Ref): Unwrapped | Refused {
	const fn = namesOf(outline).fn(ref.name);
	const uses = outline.refs.filter((one) => one.name === ref.name && !isOwnName(one, fn));
	const elsewhere = uses.some((use) => use !== ref && !isOperation(outline, use));
	const called = outline.calls.some((one) => one.path === ref.name);
	if (!fn || elsewhere || called || fn.exported) return { reason: `\`${ref.name}\` is used in another way, too.` };
	const told = recorderUses(outline, fn);
	if ("reason" in told) return told;
	const remove = told.statements.map((item): Operation => ({ op: "remove", item }));
	const gone = [...told.statements.map((item) => item.range), ...(fn.params ? [fn.params.range] : [])];
	return around(outline, call, ref, [...remove, ...withoutParameters(fn)], gone, "", "()");
}

function isOwnName(ref: Ref, fn: Fn | undefined): boolean {
	return fn !== undefined && contains(fn.range, ref.range) && ref.range[0] < (fn.body?.range[0] ?? 0);
}

function isOperation(outline: Outline, use: Ref): boolean {
	const item = use.parent;
	const list = item?.kind === "item" ? item.parent : undefined;
	const call = list?.kind === "list" ? list.parent : undefined;
	if (call?.kind !== "call" || !unwrapping.test(call.name)) return false;
	return item === positional(call, 1) || item === (call.args && entryNamed(outline, call.args, "operation"));
}

/** The statements that tell the recorder something; refused when it is used in any other way. */
function recorderUses(outline: Outline, fn: Fn): { statements: Item[] } | Refused {
	const items = fn.params?.items ?? [];
	const name = parameterName(items[0]);
	if (items.length === 0) return { statements: [] };
	if (items.length > 1 || name === undefined) return { reason: "The operation takes more than its recorder." };
	const body = fn.body?.range ?? fn.range;
	const statements: Item[] = [];
	for (const ref of within(outline.refs, body)) {
		if (ref.name !== name || (ref.parent?.kind === "member" && ref.parent.object !== ref)) continue;
		const call = ref.parent;
		const statement = call && statementOf(call);
		if (call?.kind !== "call" || call.receiver !== ref || !telling.test(call.name) || statement?.value !== call)
			return { reason: `\`${name}\` is used for more than telling results.` };
		statements.push(statement);
	}
	return { statements };
}

function parameterName(item: Item | undefined): string | undefined {
	const value = valueIn(item);
	return value ? pathOf(value) : item?.value?.kind === "assign" ? undefined : item?.key && pathOf(item.key);
}

function withoutParameters(fn: Fn): Operation[] {
	const list: List | undefined = fn.params;
	if (!list || list.items.length === 0) return [];
	return [{ op: "replace", range: list.range, newText: "()" }];
}

/** Keeps `kept` of the call, with something before and behind it. */
function around(
	outline: Outline,
	call: Call,
	kept: Pick<Expr, "range">,
	operations: readonly Operation[],
	gone: readonly Range[] = [],
	before = "",
	behind = "",
): Unwrapped {
	const head: Range = [call.range[0], kept.range[0]];
	const tail: Range = [kept.range[1], call.range[1]];
	return {
		operations: [
			{ op: "replace", range: head, newText: before },
			{ op: "replace", range: tail, newText: behind },
			...dedent(outline, call, kept.range),
			...operations,
		],
		gone: [head, tail, ...gone],
	};
}

/** What stays begins where the call began: its lines move left with it. */
function dedent({ text, strings }: Outline, call: Call, [start, end]: Range): Operation[] {
	const surplus = indentAt(text, start).length - indentAt(text, call.range[0]).length;
	const operations: Operation[] = [];
	for (let line = text.indexOf("\n", start) + 1; line > 0 && line < end; line = text.indexOf("\n", line) + 1) {
		const width = Math.min(surplus, indentAt(text, line).length);
		const isText = strings.some(({ content }) => content[0] < line && line <= content[1]);
		if (width > 0 && !isText) operations.push({ op: "replace", range: [line, line + width], newText: "" });
	}
	return operations;
}

function indentAt(text: string, offset: number): string {
	return /^[ \t]*/.exec(text.slice(text.lastIndexOf("\n", offset - 1) + 1))?.[0] ?? "";
}
