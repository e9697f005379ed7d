/** What becomes of one use of a variable that is Helicone's by its name (guide step 1). */
import type { Operation } from "../edits/operation";
import { type EnvironmentUse, isConfig, isEnvironment, renamedShorthand } from "../facts/environment";
import type { Header } from "../facts/header";
import { feedsHeliconeProgram } from "../facts/helicone-program";
import { contains, valueIn } from "../outline/questions";
import { carrierRange } from "./carrier";
import type { Context, Proposal } from "./context";
import { declaredFix, isDeclared } from "./declared-plan";
import { feedsHelicone, feedsSuggestion } from "./environment-flow";
import { planDefinition, planPassed } from "./environment-plan";
import { givenFixAt } from "./given-fix";
import { planHeader } from "./header-fix";
import type { KeyPlan } from "./key-plan";
import { prefixOperations } from "./key-prefix-plan";
import { withoutPassedValue, withoutValue } from "./key-value";
import type { Move } from "./move";
import { alone, moveProposal } from "./proposals";
import { retirementOf, retiring } from "./retirement";
import { strayAddress } from "./stray-address";

/** The fix of one use of a variable that is Helicone's by its name. Undefined when a person must decide. */
export function planUse(context: Context, use: EnvironmentUse): Proposal | undefined {
	// Whatever else is put together of the same parts would change with it.
	if (use.use === "computed" || feedsHeliconeProgram(context.facts.outline, use.node)) return undefined;
	const retired = retiring(retirementOf(context), use.nameRange);
	if (retired) return retired;
	const leaving = context.moves.find((one) => takesAway(one, use));
	if (leaving) return moveProposal(leaving);
	if (use.use === "definition") return planDefinition(context, use);
	const twin = planPassed(context.facts.outline, use);
	if (twin) return twin;
	const header = headerWith(context, use);
	if (header) return headerFix(context, header);
	const given = givenFixAt(context, use.nameRange);
	if (given?.verdict.feeds) return undefined;
	if (given?.proposal || given?.verdict.certainty === "blocked") return given.proposal;
	if (use.replacement === undefined || feedsHelicone(context, use)) return undefined;
	const move = context.moves.find((one) => one.keys.some((key) => isKeyOf(key, use)));
	if (move) return moveProposal(move);
	if (isDeclared(use)) return declaredFix(context, use, prefixesOf(context, use));
	if (use.use === "name" && isEntryOfUnknown(context, use)) return undefined;
	// `https://oai.helicone.ai/v1/$HELICONE_API_KEY`: Concentrate's key is never sent to Helicone.
	const address = context.facts.addresses.find((one) => one.owner === "helicone" && contains(one.range, use.nameRange));
	if (address) {
		const moving = context.moves.find((one) => one.addresses.some((other) => other.range[0] === address.range[0]));
		return moving ? moveProposal(moving) : strayAddress(context, address);
	}
	// A command that would get an empty key is for a person to fill in.
	const emptied = withoutPassedValue(context.facts.outline, use);
	// What declares a variable of a bake file changes only when somebody says so.
	const isModules = use.use === "read" && context.facts.outline.language === "hcl";
	const certain = !isModules && ((use.use === "passed" && emptied.length === 0) || use.read?.isCertain === true);
	const applicability =
		certain && use.row.applicability === "safe" && !feedsSuggestion(context, use) ? "safe" : "suggested";
	const newText = use.use === "shorthand" ? renamedShorthand(use.node, use.name, use.replacement) : use.replacement;
	const rename: Operation = { op: "replace", range: use.nameRange, newText };
	return alone(
		"env",
		use.nameRange,
		`Rename to ${use.replacement}`,
		applicability,
		rename,
		...emptied,
		...withoutNamedValue(context, use),
		...prefixesOf(context, use),
	);
}

/** `"HELICONE_API_KEY": "sk-helicone-…"` of a configuration file: the key itself is never carried over. */
function withoutNamedValue(context: Context, { use, row, node }: EnvironmentUse): Operation[] {
	const item = node.parent;
	const { outline } = context.facts;
	const isNamed = use === "name" && row.role === "helicone-key" && isConfig(outline) && outline.broken.length === 0;
	if (!isNamed || item?.kind !== "item" || item.key !== node) return [];
	const value = valueIn(item);
	return value?.kind === "string" && value.holes.length === 0 ? withoutValue(context, value, false) : [];
}

/** The read stands in an option that goes with its client's class (`heliconeMeta`). */
function takesAway({ clients, operations }: Move, use: EnvironmentUse): boolean {
	return (
		clients.some(({ row }) => row.becomes) &&
		operations.some((one) => one.op === "remove" && contains(one.item.range, use.nameRange))
	);
}

function isKeyOf(key: KeyPlan, use: EnvironmentUse): boolean {
	const isRenamed = key.operations.some((one) => one.op === "replace" && one.range[0] === use.nameRange[0]);
	return isRenamed || (key.via !== undefined && contains(key.via.range, use.nameRange));
}

/** What asks for the first letters of a key that is renamed asks for Concentrate's. */
function prefixesOf({ facts }: Context, use: EnvironmentUse): Operation[] {
	return followsPrefix(use) ? prefixOperations(facts) : [];
}

/** A program's own read of Helicone's key, or the schema that declares it. */
export function followsPrefix({ row, use }: EnvironmentUse): boolean {
	return row.role === "helicone-key" && (use === "read" || use === "schema" || use === "shorthand");
}

/** `config["HELICONE_API_KEY"]`: whoever fills that object must change with it. */
function isEntryOfUnknown({ facts }: Context, use: EnvironmentUse): boolean {
	const parent = use.node.parent;
	return parent?.kind === "index" && !isEnvironment(facts.outline, parent.object);
}

/** The header that the read goes into, directly. */
function headerWith(context: Context, use: EnvironmentUse): Header | undefined {
	return context.facts.headers.find(
		(header) => header.carrier && contains(carrierRange(header.carrier), use.nameRange),
	);
}

function headerFix(context: Context, header: Header): Proposal | undefined {
	const move = context.moves.find((one) => one.headers.includes(header));
	if (move) return moveProposal(move);
	return planHeader(context, header);
}
