import { environmentVariable } from "../../../shared/mappings";
import { gateway } from "../../../shared/mappings/gateway";
import { maskKey } from "../../../shared/mask-key";
import { isShell } from "../facts/environment";
import { feedsHeliconeProgram } from "../facts/helicone-program";
import type { KeyLiteral } from "../facts/key";
import { carrierRange } from "../moves/carrier";
import type { Context, Proposal } from "../moves/context";
import { planDefinition } from "../moves/environment-plan";
import { givenFix } from "../moves/given-fix";
import { keyBesideOf, planHeader } from "../moves/header-fix";
import type { KeyPlan } from "../moves/key-plan";
import { concentratePrefix, prefixOperations } from "../moves/key-prefix-plan";
import { isRangeIn, type Move } from "../moves/move";
import { isConcentrateName } from "../moves/shared-key";
import { followsPrefix, planUse } from "../moves/use-plan";
import type { OwnName } from "../names/own-names";
import type { Range } from "../outline/schema";
import { alone, type Hit, moveProposal, type Rule, withReasons } from "./rule";

/** The key of a client that talks to Helicone, and every literal key of Helicone's (guide step 1). */
export const heliconeApiKey: Rule = {
	id: "helicone-api-key",
	find: (context) => [
		...clientKeys(context),
		...givenKeys(context),
		...keysBeside(context),
		...literals(context),
		...prefixes(context),
	],
};

/** A provider's key in headers that hold Helicone's, of a client that nobody sees. */
function keysBeside(context: Context): Hit[] {
	const { facts } = context;
	return facts.headers.flatMap((header): Hit[] => {
		const key = keyBesideOf(context, header);
		if (!key || isInMove(context, [key.range])) return [];
		return [
			{
				range: key.range,
				message: `${key.name} is not a key of Concentrate's: Concentrate wants ${gateway.keyVariable}.`,
				subject: key.name,
				row: "environment/helicone-api-key",
				advice: `It is sent beside ${header.name}: where that goes, this must be Concentrate's key.`,
				proposal: planHeader(context, header),
			},
		];
	});
}

/** A provider's key that clients of other files take: it becomes Concentrate's here. */
function givenKeys(context: Context): Hit[] {
	// A field has a name for its class and one for each object of it.
	const seen = new Set<number>();
	return context.own.flatMap((own): Hit[] => {
		const [range] = own.keyNames;
		if (own.meaning.kind !== "key" || !range || seen.has(range[0]) || isSpokenOf(context, own)) return [];
		const fix = givenFix(context, own);
		if (!fix?.proposal || isInMove(context, own.keyNames)) return [];
		// It is Concentrate's already: what nobody takes any more still goes.
		const isDone = isConcentrateName(own.meaning.variable);
		if (isDone && fix.proposal.operations.every(({ op }) => op === "replace")) return [];
		seen.add(range[0]);
		return [
			{
				range,
				message: `${context.document.text.slice(...range)} is not a key of Concentrate's: clients of other files that leave Helicone take it.`,
				subject: own.meaning.variable,
				row: "environment/helicone-api-key",
				advice: fix.advice,
				proposal: fix.proposal,
			},
		];
	});
}

/** `helicone-env-var` speaks of Helicone's own variables where they are called by their name. */
function isSpokenOf({ facts }: Context, { meaning, keyNames }: OwnName): boolean {
	if (meaning.kind !== "key") return true;
	if (environmentVariable(meaning.variable)?.row.role === "provider-key") return false;
	return keyNames.some((range) => facts.environment.some((use) => use.nameRange[0] === range[0]));
}

function isInMove({ moves }: Context, ranges: readonly Range[]): boolean {
	return moves.some((move) =>
		move.operations.some((one) => one.op === "replace" && ranges.some((range) => range[0] === one.range[0])),
	);
}

function clientKeys(context: Context): Hit[] {
	return context.moves.flatMap((move) =>
		move.keys
			.filter((key) => isWorthSaying(key) && !isLiteralOfHelicone(context, key))
			.map((key) => clientKey(move, key)),
	);
}

/** Where no key stands and none can be added, the move's own findings say so. */
function isWorthSaying(key: KeyPlan): boolean {
	return key.certainty !== "done" && !(key.subject === "no key" && key.operations.length === 0);
}

function clientKey(move: Move, key: KeyPlan): Hit {
	const what =
		key.subject === "no key"
			? "This client has no key of its own"
			: `${maskKey(key.subject)} is not a key of Concentrate's`;
	return {
		range: key.range,
		message: `${what}: Concentrate wants ${gateway.keyVariable}.`,
		subject: maskKey(key.subject),
		row: "environment/helicone-api-key",
		advice: withReasons(
			"Concentrate owns the providers' keys: one key, which starts with sk-cn-v1-, is all a client needs.",
			move,
		),
		proposal: moveProposal(move),
	};
}

/** The literal's own finding says it louder. */
function isLiteralOfHelicone(context: Context, key: KeyPlan): boolean {
	return context.facts.keys.some((literal) => isRangeIn([key.range], literal.range));
}

function literals(context: Context): Hit[] {
	return context.facts.keys.map((literal) => ({
		range: literal.range,
		severity: "error",
		message: `${maskKey(context.document.text.slice(...literal.range))} is a key of Helicone's, written out: revoke it, and read Concentrate's from the environment.`,
		subject: maskKey(context.document.text.slice(...literal.range)),
		row: "environment/helicone-api-key",
		advice: "Whoever can read this file can use the key. Revoke it at Helicone once the migration is verified.",
		proposal: literalFix(context, literal),
	}));
}

/** The fix of what the literal is part of: a move, a header, a definition. Anywhere else nobody knows what reads it. */
function literalFix(context: Context, literal: KeyLiteral): Proposal | undefined {
	const move = context.moves.find((one) => isPartOf(one, literal));
	if (move) return moveProposal(move);
	const stand = standIn(context, literal);
	if (stand) return stand;
	const definition = context.facts.environment.find(
		(use) => use.assign?.value && isRangeIn([use.assign.value.range], literal.range),
	);
	return definition && !feedsHeliconeProgram(context.facts.outline, definition.node)
		? planDefinition(context, definition)
		: undefined;
}

/** `sk-helicone-test`: what a test takes for a key is no secret, and the program now wants one of another kind. */
function standIn({ document, facts }: Context, { range, str }: KeyLiteral): Proposal | undefined {
	const tail = /^[sp]k-helicone(?:-(?:eu|rl|cp|proxy))*-(.*)$/.exec(document.text.slice(...range))?.[1];
	if (!str || tail === undefined || isShell(facts.outline) || !isForTests.test(tail)) return undefined;
	const newText = `${gateway.keyPrefix}v1-${tail}`;
	return alone("stand-in", range, `Put ${newText} in its place`, "suggested", { op: "replace", range, newText });
}

/** Words alone: what has digits may be a piece of a real key. */
const isForTests =
	/^(test|fake|dummy|example|mock|stub|sample|placeholder|secret|key|foo|bar|your)([-_]?[a-z]{0,12}){0,2}$/i;

function isPartOf(move: Move, literal: KeyLiteral): boolean {
	const removed = move.headers.flatMap((header) => (header.carrier ? [carrierRange(header.carrier)] : []));
	return isRangeIn(
		[...removed, ...move.keys.map((key) => key.range), ...move.addresses.map((address) => address.range)],
		literal.range,
	);
}

/** `key.startsWith("sk-helicone-")`: a program that asks for it refuses Concentrate's keys. */
function prefixes(context: Context): Hit[] {
	const { facts, document } = context;
	return facts.keyPrefixes.map(({ range, isKind }) => {
		const subject = document.text.slice(...range);
		return {
			range,
			message: `${subject} is what Helicone's keys begin with: Concentrate's begin with ${concentratePrefix}.`,
			subject,
			row: "environment/helicone-api-key",
			advice: isKind
				? "Concentrate has one kind of key: what asks for another kind has nothing to tell apart."
				: "A check on the key's first letters must change with the key, or the program refuses Concentrate's.",
			proposal: isKind ? undefined : prefixFix(context, range),
		};
	});
}

/** The prefix changes with the key it is asked of; alone where that is not in this file. */
function prefixFix(context: Context, range: Range): Proposal | undefined {
	const operations = prefixOperations(context.facts);
	if (operations.length === 0) return undefined;
	const move = context.moves.find((one) => one.applicability !== "blocked");
	if (move) return moveProposal(move);
	const use = context.facts.environment.find(followsPrefix);
	const renamed = use && planUse(context, use);
	if (renamed) return renamed;
	const title = `Ask for ${concentratePrefix} instead`;
	return alone("key-prefix", range, title, "suggested", { op: "replace", range, newText: concentratePrefix });
}
