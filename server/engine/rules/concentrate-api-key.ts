import { environmentVariable } from "../../../shared/mappings";
import { gateway } from "../../../shared/mappings/gateway";
import { maskKey } from "../../../shared/mask-key";
import type { Client } from "../facts/client";
import { definitionsOf } from "../facts/environment";
import type { Context } from "../moves/context";
import { importOperation } from "../moves/import-operation";
import { planKey } from "../moves/key-plan";
import { contentOf } from "../outline/questions";
import type { Assign, Range, Str } from "../outline/schema";
import { alone, type Hit, type Rule } from "./rule";

/** Keys that Concentrate answers with 401 (guide, Troubleshooting; concentrate.md, Keys). */
export const concentrateApiKey: Rule = {
	id: "concentrate-api-key",
	find: (context) => [...clientKeys(context), ...definitions(context)],
};

function clientKeys(context: Context): Hit[] {
	return context.facts.clients
		.filter(({ gateway: at, isGuess }) => at.kind === "concentrate" && !at.isMixed && !isGuess)
		.flatMap((client) => clientKey(context, client));
}

function clientKey(context: Context, client: Client): Hit[] {
	const str = client.key?.value.kind === "string" && client.key.value.holes.length === 0 ? client.key.value : undefined;
	const stray = str && strayCharacters(context, str);
	if (stray) return [stray];
	const { outline } = context.facts;
	const plan = planKey(
		{ outline, writer: context.language.writer, movingKeys: [], removed: [], taken: context.names.taken },
		client,
	);
	if (plan.certainty !== "sure" || isHeliconeKey(context, plan.range)) return [];
	if (plan.variable !== undefined && environmentVariable(plan.variable)?.row.role !== "provider-key") return [];
	const what =
		plan.subject === "no key"
			? `This client reads ${plan.variable ?? "a provider's key"} by itself`
			: `${maskKey(plan.subject)} is not a key of Concentrate's`;
	const operations = [...plan.operations, ...importOperation(context.language, outline, plan.writesRead)];
	return [
		{
			range: plan.range,
			message: `${what}: Concentrate answers 401 to anything but its own keys.`,
			subject: maskKey(plan.subject),
			row: "troubleshooting/unauthorized",
			advice: `Keys of Concentrate's start with sk-cn-v1-; read yours from ${gateway.keyVariable}.`,
			proposal: alone("concentrate-api-key", plan.range, `Read ${gateway.keyVariable}`, "suggested", ...operations),
		},
	];
}

/** `helicone-api-key` and `helicone-env-var` speak of those. */
function isHeliconeKey(context: Context, range: readonly [number, number]): boolean {
	return [...context.facts.keys.map((key) => key.range), ...context.facts.environment.map((use) => use.nameRange)].some(
		(one) => range[0] <= one[0] && one[1] <= range[1],
	);
}

/** Spaces or quotes around the key inside its own quotes. */
function strayCharacters(context: Context, str: Str): Hit | undefined {
	const text = contentOf(context.facts.outline, str);
	const [before = "", bearer = ""] = /^(Bearer )?[\s"'`]*/.exec(text) ?? [];
	const [behind = ""] = /[\s"'`]*$/.exec(text) ?? [];
	const key = text.slice(before.length, text.length - behind.length);
	if ((before === bearer && behind === "") || !key.startsWith(gateway.keyPrefix)) return undefined;
	const [start, end] = str.content;
	// The characters go and the key is not written anew: a fix in a report must not hold it.
	const strays: readonly Range[] = [
		[start + bearer.length, start + before.length],
		[end - behind.length, end],
	];
	return {
		range: str.content,
		message: "Spaces or quotes stand around this key: Concentrate answers 401.",
		subject: maskKey(key),
		row: "troubleshooting/unauthorized",
		advice: "Keep the key alone between its quotes.",
		proposal: alone(
			"concentrate-api-key",
			str.content,
			"Remove the spaces and quotes around the key",
			"safe",
			...strays.filter(([from, to]) => from < to).map((range) => ({ op: "replace" as const, range, newText: "" })),
		),
	};
}

/** `CONCENTRATE_API_KEY=…` in shell and `.env` files. */
function definitions(context: Context): Hit[] {
	const { outline } = context.facts;
	return definitionsOf(outline, gateway.keyVariable).flatMap((assign) => definition(context, assign));
}

function definition(context: Context, assign: Assign): Hit[] {
	const str = assign.value;
	if (str?.kind !== "string" || str.holes.length > 0) return [];
	const stray = strayCharacters(context, str);
	if (stray) return [stray];
	const text = contentOf(context.facts.outline, str);
	if (!/^(sk-(?!cn-)|pk-|gsk_|xai-|AIza|Bearer )[\w. -]{6,}/.test(text) || /^[sp]k-helicone/.test(text)) return [];
	return [
		{
			range: str.content,
			message: `This is not a key of Concentrate's: they start with ${gateway.keyPrefix}v1-.`,
			subject: maskKey(text),
			row: "troubleshooting/unauthorized",
			advice: "Create a key in Concentrate's dashboard and put it here.",
		},
	];
}
