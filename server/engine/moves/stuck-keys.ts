/**
 * Names of the program's own (`heliconeApiKey`) whose value stays Helicone's key, because a client that is sent it cannot move:
 * Concentrate's key must not reach it. Names are compared as they are spelled, in all files of a folder.
 */
import { environmentRead } from "../facts/environment";
import type { Facts } from "../facts/facts";
import type { Header } from "../facts/header";
import { namesOf } from "../outline/names";
import { ancestors, contains, keyName } from "../outline/questions";
import type { Expr, Outline, Range } from "../outline/schema";
import { carrierRange } from "./carrier";
import { onlyKey } from "./header-key";
import type { Move } from "./move";

/** A variable that is given under a name: `createEmbedder({ heliconeApiKey: process.env.HELICONE_API_KEY })`. */
export interface GivenKey {
	readonly under: string;
	readonly variable: string;
}

/** @param moves all of the file; @returns nothing for a file whose clients can all move */
export function stuckNames({ outline, headers }: Pick<Facts, "outline" | "headers">, moves: readonly Move[]): string[] {
	const isStuck = moves.some(({ applicability }) => applicability === "blocked");
	if (!isStuck) return [];
	const moving = new Set(moves.flatMap((move) => (move.applicability === "blocked" ? [] : move.headers)));
	return headers.flatMap((header) => (moving.has(header) ? [] : (nameOfKey(outline, header)?.name ?? [])));
}

/** Moves whose key is the field or the parameter that a stuck client takes too: they stay with it. */
export function withoutStuckKeys(facts: Pick<Facts, "outline" | "headers">, moves: readonly Move[]): Move[] {
	const { outline } = facts;
	const stuck = new Set(stuckNames(facts, moves));
	if (stuck.size === 0) return [...moves];
	return moves.map((move) => {
		const shared = move.headers.flatMap((header) => nameOfKey(outline, header) ?? []);
		const isShared = shared.some(({ name, expr }) => stuck.has(name) && !isReadHere(outline, expr));
		if (!isShared || move.applicability === "blocked") return move;
		const reason = "The same key goes to a client that cannot move: settle that one first.";
		return { ...move, own: "blocked", applicability: "blocked", reasons: [...move.reasons, reason] };
	});
}

/** Reads of variables that are given under a name: the value of an entry, of a named argument, of a parameter or field. */
export function keysGiven({ outline, environment }: Facts): GivenKey[] {
	return environment.flatMap(({ name, read, row }): GivenKey[] => {
		if (row.role !== "helicone-key" || !read) return [];
		return givenUnder(outline, read.expr).map((under) => ({ under, variable: name }));
	});
}

/** @returns the variables that are given to what cannot move, under its name for them */
export function stuckVariables(given: readonly GivenKey[], stuck: ReadonlySet<string>): string[] {
	return given.flatMap(({ under, variable }) => (stuck.has(under) ? [variable] : []));
}

/** The read belongs to a client that cannot move as it is: until somebody changes it, it wants the old name. */
export function isOfStuck(moves: readonly Move[], nameRange: Range): boolean {
	const stuck = moves
		.filter((move) => move.applicability === "blocked")
		.flatMap(({ keys, headers }) => [
			...keys.map((key) => key.range),
			...headers.flatMap((header) => (header.carrier ? [carrierRange(header.carrier)] : [])),
		]);
	return stuck.some((range) => contains(range, nameRange));
}

/** @returns the names under which the expression is handed on */
export function givenUnder(outline: Outline, expr: Expr): string[] {
	const names: string[] = [];
	for (const up of ancestors(expr)) {
		if (up.kind === "fn" || (up.kind === "item" && up.form === "statement")) break;
		if (up.kind === "item" && up.form === "entry") names.push(keyName(outline, up) ?? "");
		if (up.kind === "assign" && (up.target.kind === "ref" || up.target.kind === "member")) names.push(up.target.name);
	}
	return names.filter((name) => /helicone/i.test(name));
}

function nameOfKey(
	outline: Outline,
	{ name, value }: Header,
): { readonly name: string; readonly expr: Expr } | undefined {
	if (!/^helicone-auth$/i.test(name) || !value) return undefined;
	const expr = onlyKey(outline, value) ?? value;
	if (expr.kind !== "ref" && expr.kind !== "member") return undefined;
	if (!/helicone/i.test(expr.name) || environmentRead(outline, expr)) return undefined;
	return { name: expr.name, expr };
}

/** `const heliconeKey = process.env.HELICONE_API_KEY`: each client reads it for itself. */
function isReadHere(outline: Outline, expr: Expr): boolean {
	return expr.kind === "ref" && namesOf(outline).definition(expr)?.value !== undefined;
}
