/** Where the value of a Helicone variable goes: what it feeds decides whether its name may change. */
import { environmentVariable } from "../../../shared/mappings";
import { type EnvironmentUse, environmentRead, isEnvironment, isShell, usesOfDestructured } from "../facts/environment";
import { asksInterface, interfaceAddresses } from "../facts/helicone-interface";
import { packageImports } from "../facts/package-import";
import { namesOf } from "../outline/names";
import { ancestors, contains, keyName, listOf, pathOf } from "../outline/questions";
import type { Call, Expr, Outline, Range } from "../outline/schema";
import { carrierRange } from "./carrier";
import { feedsStuckHeaders } from "./claude-code";
import type { Context } from "./context";
import { isRangeIn } from "./move";
import { retirementOf } from "./retirement";
import { hasHeaderBeside } from "./stuck-header";
import { givenUnder, stuckNames } from "./stuck-keys";

/** What the read is for goes only when a person says so: until then Concentrate's key would be sent to Helicone. */
export function feedsSuggestion(context: Context, use: EnvironmentUse): boolean {
	const headers = context.facts.headers.flatMap((header) => {
		const move = context.moves.find((one) => one.headers.includes(header));
		return header.carrier && move?.applicability !== "safe" ? [carrierRange(header.carrier)] : [];
	});
	const clients = context.moves.flatMap((move) =>
		move.applicability === "safe" ? [] : move.clients.map((client) => client.range),
	);
	const own = use.read?.expr;
	if (isInHeliconeText(context, use) || isInHeliconeValue(context, use)) return true;
	const unsettled = unsettledOf(context);
	if (own && isUntraced(context, use) && unsettled.some((range) => !contains(own.range, range))) return true;
	if (own && (isEntryForHelicone(context, own) || isWritten(context, use))) return true;
	return (
		usesOf(context, use).some((range) => isRangeIn([...headers, ...clients], range)) ||
		(own !== undefined && isRangeIn(clients, own.range)) ||
		[...(own ? [own] : []), ...variableUses(context, use)].some((node) => decidesOverHelicone(unsettled, node))
	);
}

/** A program in a string (`"curl https://oai.helicone.ai … ${KEY}"`) stays Helicone's, and so does what it is given. */
function isInHeliconeText({ facts: { outline } }: Context, use: EnvironmentUse): boolean {
	if (isShell(outline)) return false;
	return [...ancestors(use.node)].some(
		(up) => up.kind === "string" && /helicone\.ai|hconeai\.com|helicone-auth/i.test(outline.text.slice(...up.content)),
	);
}

/** `HELICONE_AUTH=Bearer ${HELICONE_API_KEY}`: as long as that variable stays, it stays Helicone's. */
function isInHeliconeValue({ facts: { outline } }: Context, use: EnvironmentUse): boolean {
	if (!isShell(outline)) return false;
	return [...ancestors(use.node)].some((up) => {
		const target = up.kind === "assign" && up.target.kind === "ref" ? up.target.name : use.name;
		const row = target === use.name ? undefined : environmentVariable(target)?.row;
		return row?.role.startsWith("helicone") === true && row.applicability !== "safe";
	});
}

/** `{ heliconeApiKey: process.env.HELICONE_API_KEY }`: whoever takes that entry, here or elsewhere, takes it for Helicone's key. */
function isEntryForHelicone({ facts: { outline } }: Context, read: Expr): boolean {
	for (const up of ancestors(read)) {
		if (up.kind === "fn" || (up.kind === "item" && up.form === "statement")) return false;
		const isGiven = up.kind === "item" && up.form === "entry" && listOf(up)?.role !== "names";
		if (isGiven && /helicone/i.test(keyName(outline, up) ?? "")) return true;
	}
	return false;
}

/** A program that sets the variable itself sets it to a key of Helicone's: setting, reading and unsetting change together. */
function isWritten({ facts: { outline } }: Context, use: EnvironmentUse): boolean {
	return outline.assigns.some(
		({ target }) => target.kind === "member" && target.name === use.name && isEnvironment(outline, target.object),
	);
}

/** `if (KEY) { … }` and `KEY ? … : …` around something that stays Helicone's until a person says so. */
function decidesOverHelicone(unsettled: readonly Range[], node: Expr): boolean {
	for (const up of ancestors(node)) {
		const isTest = (up.kind === "guard" || up.kind === "either") && contains(up.test.range, node.range);
		if (isTest && unsettled.some((range) => contains(up.range, range))) return true;
	}
	return false;
}

/** Addresses and headers of the file that the safe fixes leave with Helicone. */
function unsettledOf(context: Context): Range[] {
	const { facts, moves } = context;
	const settled = moves.filter((move) => move.applicability === "safe");
	const addresses = facts.addresses.filter(
		({ owner, range, place, row }) =>
			owner === "helicone" &&
			place !== "prose" &&
			!/^(site|docs)$/.test(row?.mode ?? "") &&
			!settled.some((move) => move.addresses.some((one) => one.range[0] === range[0])),
	);
	const headers = facts.headers.filter(
		(header) =>
			header.carrier && !settled.some((move) => move.headers.includes(header)) && header.request?.role !== "behaviour",
	);
	const loggers = retirementOf(context)?.calls ?? [];
	return [...addresses, ...headers, ...loggers].map(({ range }) => range);
}

/** Arguments of Helicone's own packages, and of requests to Helicone's own interface, stay Helicone's. */
export function feedsHelicone(context: Context, use: EnvironmentUse): boolean {
	const ranges = [...heliconeCalls(context), ...stayingWith(context)];
	const own = use.read?.expr.range ?? use.nameRange;
	return (
		ranges.some((range) => contains(range, own)) ||
		usesOf(context, use).some((range) => isRangeIn(ranges, range)) ||
		standsInFor(context, use) ||
		feedsStuckHeaders(context.facts, use) ||
		(use.use === "read" && hasHeaderBeside(context.facts, use.node)) ||
		mayFeedInterface(context, use) ||
		isGivenToStuck(context, use)
	);
}

/** `createEmbedder({ heliconeApiKey: process.env.HELICONE_API_KEY })`, whose client sends it to Helicone and cannot move. */
function isGivenToStuck({ facts, moves, workspace }: Context, { read, row }: EnvironmentUse): boolean {
	if (row.role !== "helicone-key" || !read) return false;
	const here = stuckNames(facts, moves);
	if (workspace.stuckNames.size + here.length === 0) return false;
	return givenUnder(facts.outline, read.expr).some((name) => workspace.stuckNames.has(name) || here.includes(name));
}

/** Headers and clients that cannot move, lists that send a `Helicone-Auth` nobody can take out, settings of Helicone's modules. */
function stayingWith({ facts, moves }: Context): Range[] {
	const { outline } = facts;
	const blocked = moves.filter(({ applicability }) => applicability === "blocked");
	const carriers = blocked.flatMap(({ headers }) =>
		headers.flatMap(({ carrier }) => (carrier ? [carrierRange(carrier)] : [])),
	);
	const unmoved = facts.headers.flatMap(({ place, name, node }): Range[] => {
		const list =
			place === "name" && /-auth$/i.test(name) && node.parent?.kind === "item" ? listOf(node.parent) : undefined;
		return list ? [list.range] : [];
	});
	const packages = new Set(packageImports(outline).map(({ from }) => from));
	const settings = outline.assigns.flatMap(({ target, range }): Range[] => {
		const root = target.kind === "member" ? pathOf(target)?.split(".")[0] : undefined;
		const from = root === undefined ? undefined : namesOf(outline).imported(root)?.from;
		return from && packages.has(from) ? [range] : [];
	});
	return [...carriers, ...unmoved, ...settings, ...blocked.flatMap(({ clients }) => clients.map(({ range }) => range))];
}

/**
 * A file that speaks to Helicone's own interface reads the key for it, unless everything that the key goes into leaves with a client:
 * Concentrate's key is never sent there.
 */
function mayFeedInterface(context: Context, use: EnvironmentUse): boolean {
	const { facts, moves } = context;
	if (use.row.role !== "helicone-key" || !use.read || isShell(facts.outline)) return false;
	if (!asksInterface(facts)) return false;
	const leaving = moves
		.filter(({ applicability }) => applicability !== "blocked")
		.flatMap(({ headers, keys }) => [
			...headers.flatMap(({ carrier }) => (carrier ? [carrierRange(carrier)] : [])),
			...keys.map(({ range }) => range),
		]);
	const uses = usesOf(context, use);
	return uses.length === 0 || uses.some((range) => !isRangeIn(leaving, range));
}

/** `os.getenv("HELICONE_API_BASE") or "https://api.hconeai.com"`: the variable is another address of Helicone's own interface. */
function standsInFor({ facts }: Context, use: EnvironmentUse): boolean {
	const holder = [...ancestors(use.node)].find((up) => up.kind === "assign");
	const value = holder?.kind === "assign" && !isShell(facts.outline) ? holder.value : undefined;
	return (
		value !== undefined &&
		value.kind !== "list" &&
		contains(value.range, use.nameRange) &&
		controlsOf(facts).some((address) => contains(value.range, address.range))
	);
}

function controlsOf(facts: Context["facts"]): Context["facts"]["addresses"] {
	return interfaceAddresses(facts.addresses);
}

/** What such calls are given: what they are made on may be the key itself (`heliconeKey.trim()`). */
function heliconeCalls({ facts }: Context): Range[] {
	const controls = controlsOf(facts);
	return facts.outline.calls
		.filter((call) => {
			if (!call.args || environmentRead(facts.outline, call) || isOwnFunction(facts, call)) return false;
			return (
				/helicone/i.test(call.path) ||
				isOfPackage(facts.outline, call) ||
				controls.some((address) => call.args?.items.some((item) => contains(item.range, address.range)))
			);
		})
		.map((call): Range => [call.nameRange[1], call.range[1]]);
}

/** `logger.New(…)` of Helicone's module for Go, a class of its packages under a name of the file's own. */
function isOfPackage(outline: Outline, { path }: Call): boolean {
	const from = namesOf(outline).imported(path.split(".")[0] ?? "")?.from;
	return from !== undefined && packageImports(outline).some((one) => one.from === from);
}

/** `new HeliconePolicy(key)` of this file, which speaks to nobody itself. */
function isOwnFunction({ outline, addresses }: Context["facts"], { name, receiver }: Call): boolean {
	const named = receiver === undefined ? outline.fns.filter((fn) => fn.name === name) : [];
	// A class has the name of its constructors.
	const classes = named.filter(({ form }) => form === "class");
	const own = classes.length === 1 ? classes : named;
	return (
		own.length === 1 &&
		own.every(({ range }) => !addresses.some((one) => one.owner === "helicone" && contains(range, one.range)))
	);
}

/** Nobody can follow the value from here: it is an argument, a default, a field, a result. What goes with a safe fix is no trace. */
function isUntraced(context: Context, use: EnvironmentUse): boolean {
	const own = use.read?.expr;
	if (!own || isShell(context.facts.outline)) return false;
	const leaving = context.moves
		.filter(({ applicability }) => applicability === "safe")
		.flatMap(({ headers }) => headers.flatMap(({ carrier }) => (carrier ? [carrierRange(carrier)] : [])));
	if (usesOf(context, use).some((range) => !isRangeIn(leaving, range))) return false;
	return ![...ancestors(own)].some(
		(up) => (up.kind === "guard" || up.kind === "either") && contains(up.test.range, own.range),
	);
}

/** Where the variable of the program that holds the read is used. */
function usesOf(context: Context, use: EnvironmentUse): Range[] {
	return variableUses(context, use).map((ref) => ref.range);
}

function variableUses({ facts: { outline } }: Context, use: EnvironmentUse): readonly Expr[] {
	if (use.read?.expr.kind === "ref") return usesOfDestructured(outline, use.read);
	const assign = outline.assigns.find((one) => one.value && contains(one.value.range, use.nameRange));
	return assign ? namesOf(outline).uses(assign) : [];
}
