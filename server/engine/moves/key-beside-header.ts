/**
 * Headers that no client of the file is seen to send (Go's RoundTripper, a HeaderMap, a helper) may hold the provider's key beside
 * Helicone's: where `Helicone-Auth` goes, the `Authorization` next to it must be Concentrate's.
 */
import { environmentVariable } from "../../../shared/mappings";
import { gateway } from "../../../shared/mappings/gateway";
import type { Operation } from "../edits/operation";
import { type EnvironmentRead, environmentBehind, environmentRead, isShell } from "../facts/environment";
import type { Header } from "../facts/header";
import { namesOf } from "../outline/names";
import { ancestors, functionOf, keyName, listOf, positional, statementOf, valueIn, within } from "../outline/questions";
import type { Assign, Call, Expr, Node, Outline, Range } from "../outline/schema";
import { isInReach, onlyKey } from "./header-key";
import { isConcentrateName } from "./shared-key";

export interface KeyBeside {
	/** The read of the provider's key, or the expression that gives it. */
	readonly range: Range;
	readonly name: string;
	readonly operation: Operation;
	/** Helicone's own key stands there from now on: what is read for it becomes Concentrate's. */
	readonly takesHelicones?: true;
}

const keyHeader = /^(proxy-)?(authorization|x-api-key|api-key)$/i;

/** @returns the one provider's key beside the header, and what takes its place, if the header is Helicone's own key */
export function keyBeside(outline: Outline, header: Header): KeyBeside | undefined {
	if (header.name.toLowerCase() !== "helicone-auth" || !header.carrier || isShell(outline)) return undefined;
	const values = valuesBeside(outline, header);
	const reads = values.flatMap((value) => readsIn(outline, value));
	const [found] = reads;
	if (!found) return keyOfHeader(outline, header, values);
	if (isConcentrateName(found.read.name)) return undefined;
	// Whatever else it is called, what stands beside Helicone's key is the provider's.
	const role = environmentVariable(found.read.name)?.row.role;
	if (reads.length !== 1 || (role !== undefined && role !== "provider-key")) return undefined;
	if (found.via && namesOf(outline).uses(found.via).length !== 1) return undefined;
	return {
		range: found.read.expr.range,
		name: found.read.name,
		operation: { op: "replace", range: found.read.nameRange, newText: gateway.keyVariable },
	};
}

/** `"Bearer " + cfg.AIKey` beside `"Bearer " + cfg.HeliconeKey`: Helicone's takes the other's place, and its source changes. */
function keyOfHeader(outline: Outline, { value, carrier }: Header, values: readonly Expr[]): KeyBeside | undefined {
	const [other, ...more] = values;
	const given = value && onlyKey(outline, value);
	const taken = other && onlyKey(outline, other);
	if (!given || !taken || more.length > 0 || !carrier || given.kind === "string") return undefined;
	const isThere = isInReach(outline, given, taken) && guardsOf(given).every((guard) => guardsOf(taken).includes(guard));
	const newText = afterwards(outline, given);
	const name = outline.text.slice(...taken.range);
	if (!isThere || newText === name || /\n/.test(newText)) return undefined;
	return { range: taken.range, name, operation: { op: "replace", range: taken.range, newText }, takesHelicones: true };
}

/** Its text once the variables that it reads are Concentrate's. */
function afterwards(outline: Outline, { range: [start, end] }: Expr): string {
	const nodes = [...outline.calls, ...outline.members, ...outline.indexes];
	const reads = nodes.flatMap((node) => {
		const read = node.range[0] >= start && node.range[1] <= end ? environmentRead(outline, node) : undefined;
		const newText = read && environmentVariable(read.name)?.replacement;
		return read && newText !== undefined ? [{ range: read.nameRange, newText }] : [];
	});
	const once = [...new Map(reads.map((one) => [one.range[0], one])).values()];
	return once
		.sort((a, b) => b.range[0] - a.range[0])
		.reduce(
			(text, { range, newText }) => text.slice(0, range[0] - start) + newText + text.slice(range[1] - start),
			outline.text.slice(start, end),
		);
}

/** The branches that it stands in. */
function guardsOf(expr: Expr): Node[] {
	return [...ancestors(expr)].filter((up) => up.kind === "guard" || up.kind === "either");
}

/** Values of headers with a key in the same map, or set on the same thing in the same function. */
function valuesBeside(outline: Outline, { carrier }: Header): Expr[] {
	if (carrier?.kind === "call") return valuesSet(outline, carrier.call);
	if (carrier?.kind !== "item") return [];
	const assign = carrier.item.value?.kind === "assign" ? carrier.item.value : undefined;
	if (assign?.target.kind === "index") return valuesAssigned(outline, assign);
	const items = listOf(carrier.item)?.items ?? [];
	return items.filter((item) => keyHeader.test(keyName(outline, item) ?? "")).flatMap((item) => valueIn(item) ?? []);
}

/** `req.Header.Set("Authorization", …)`, `headers.insert(AUTHORIZATION, …)` */
function valuesSet(outline: Outline, call: Call): Expr[] {
	const statement = statementOf(call);
	const block = statement && listOf(statement);
	if (statement?.value !== call) return [];
	// Ktor's `defaultRequest { header(…) }`: what is set belongs to the block.
	const isBeside = ({ receiver, parent }: Call): boolean =>
		call.receiver && receiver
			? textAt(outline, receiver.range) === textAt(outline, call.receiver.range)
			: !call.receiver && !receiver && parent?.kind === "item" && listOf(parent) === block;
	return outline.calls
		.filter(
			(other) =>
				other !== call &&
				isSetter(other, call) &&
				isBeside(other) &&
				functionOf(other) === functionOf(call) &&
				keyHeader.test(headerName(outline, valueIn(positional(other, 0)))),
		)
		.flatMap((other) => valueIn(positional(other, 1)) ?? []);
}

/** `Header.Add` beside `Header.Set`. */
function isSetter(other: Call, call: Call): boolean {
	const setters = /^(set|add|setRequestHeader|setHeader|addHeader|header|Set|Add)$/;
	return other.name === call.name || (setters.test(other.name) && setters.test(call.name));
}

function valuesAssigned(outline: Outline, assign: Assign): Expr[] {
	const object = assign.target.kind === "index" ? textAt(outline, assign.target.object.range) : "";
	return outline.assigns.flatMap(({ target, value, parent }) => {
		if (target.kind !== "index" || !value || !parent || textAt(outline, target.object.range) !== object) return [];
		return keyHeader.test(headerName(outline, target.key)) && functionOf(target) === functionOf(assign) ? [value] : [];
	});
}

/** A string, or a constant of the language's: `AUTHORIZATION`, `header::AUTHORIZATION`. */
function headerName(outline: Outline, expr: Expr | undefined): string {
	if (expr?.kind === "string") return textAt(outline, expr.content);
	const name = expr?.kind === "ref" || expr?.kind === "member" ? expr.name : "";
	return name.toLowerCase().replaceAll("_", "-");
}

function readsIn(outline: Outline, value: Expr): { read: EnvironmentRead; via: Assign | undefined }[] {
	const direct = environmentBehind(outline, value);
	if (direct) return [direct];
	const nodes: readonly Expr[] = [
		...within(outline.calls, value.range),
		...within(outline.members, value.range),
		...within(outline.indexes, value.range),
	];
	const written = nodes.flatMap((node) => environmentRead(outline, node) ?? []);
	if (written.length > 0)
		return [...new Map(written.map((read) => [read.nameRange[0], { read, via: undefined }])).values()];
	return within(outline.refs, value.range).flatMap((ref) => environmentBehind(outline, ref) ?? []);
}

function textAt(outline: Outline, range: Range): string {
	return outline.text.slice(...range);
}
