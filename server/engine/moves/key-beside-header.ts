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
import { functionOf, keyName, listOf, positional, statementOf, valueIn, within } from "../outline/questions";
import type { Assign, Call, Expr, Outline, Range } from "../outline/schema";

export interface KeyBeside {
	/** The read of the provider's key. */
	readonly range: Range;
	readonly name: string;
	readonly operation: Operation;
}

const keyHeader = /^(proxy-)?(authorization|x-api-key|api-key)$/i;

/** @returns the one read of a provider's key beside the header, if the header is Helicone's own key */
export function keyBeside(outline: Outline, header: Header): KeyBeside | undefined {
	if (header.name.toLowerCase() !== "helicone-auth" || !header.carrier || isShell(outline)) return undefined;
	const values = valuesBeside(outline, header);
	const reads = values.flatMap((value) => readsIn(outline, value));
	const [found] = reads;
	if (!found || reads.length !== 1 || environmentVariable(found.read.name)?.row.role !== "provider-key")
		return undefined;
	if (found.via && namesOf(outline).uses(found.via).length !== 1) return undefined;
	return {
		range: found.read.expr.range,
		name: found.read.name,
		operation: { op: "replace", range: found.read.nameRange, newText: gateway.keyVariable },
	};
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
	const receiver = call.receiver && textAt(outline, call.receiver.range);
	if (receiver === undefined || statementOf(call)?.value !== call) return [];
	return outline.calls
		.filter(
			(other) =>
				other !== call &&
				other.name === call.name &&
				other.receiver !== undefined &&
				textAt(outline, other.receiver.range) === receiver &&
				functionOf(other) === functionOf(call) &&
				keyHeader.test(headerName(outline, valueIn(positional(other, 0)))),
		)
		.flatMap((other) => valueIn(positional(other, 1)) ?? []);
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
