import { environmentVariable } from "../../../shared/mappings";
import { gateway } from "../../../shared/mappings/gateway";
import type { Address } from "../facts/address";
import { type Asker, targetOf } from "../facts/address-target";
import { isTestOnHost } from "../facts/address-test";
import { isShell } from "../facts/environment";
import { addressEdit, sentence } from "../moves/move";
import type { Assign } from "../outline/schema";
import { alone, type Context, type Hit, moveProposal, type Proposal, type Rule, withReasons } from "./rule";

/** Base URLs and request URLs of Helicone's gateways (guide steps 1 and 2). */
export const heliconeBaseUrl: Rule = {
	id: "helicone-base-url",
	find: (context) => context.facts.addresses.filter(isGateway).map((address) => hit(context, address)),
};

/** Control plane, dashboards and docs are other rules' facts, unless the program asks for the host; prose is nobody's to change. */
function isGateway(address: Address): boolean {
	if (address.owner !== "helicone" || address.place === "prose") return false;
	return !/^(control|site|docs)$/.test(address.row?.mode ?? "") || isTestOnHost(address);
}

function hit(context: Context, address: Address): Hit {
	const move = context.moves.find((one) => one.addresses.some((other) => other.range[0] === address.range[0]));
	const own = move ? undefined : ownFix(context, address);
	return {
		range: address.range,
		message: `${address.host} is ${article(address.row?.title ?? "a gateway of Helicone's")}: Concentrate answers at ${gateway.base}.`,
		subject: address.host,
		row: `hosts/${address.row?.id}`,
		advice: withReasons(own ? own.advice : address.row?.advice, move),
		proposal: move ? moveProposal(move) : own?.proposal,
	};
}

function article(title: string): string {
	return /^(Helicone|a |an |the )/i.test(title) ? title : `Helicone's ${title}`;
}

interface OwnFix {
	readonly proposal: Proposal | undefined;
	readonly advice: string;
}

/** An address that no client of this file is known to use: a constant, an `.env` line, a test on a host. */
function ownFix(context: Context, address: Address): OwnFix {
	if (isTestOnHost(address)) return testFix(address);
	const definition = definitionOf(context, address);
	const target = targetOf(address, askerFor(definition, address));
	const advice = [target.reason && sentence(target.reason), address.row?.advice]
		.filter((one) => one !== undefined)
		.join(" ");
	if (target.text === undefined) return { proposal: undefined, advice };
	const safe =
		definition !== undefined &&
		target.certainty === "exact" &&
		address.place === "whole" &&
		address.row?.id !== "unknown";
	const title = `Replace by ${target.text}`;
	return {
		proposal: alone(
			"helicone-base-url",
			address.range,
			title,
			safe ? "safe" : "suggested",
			...addressEdit(address, target.text),
		),
		advice,
	};
}

/** The variable that a shell or `.env` file sets to the address. */
function definitionOf(context: Context, address: Address): Assign | undefined {
	const parent = address.str.parent;
	return isShell(context.facts.outline) && parent?.kind === "assign" && parent.value === address.str
		? parent
		: undefined;
}

/** A variable that SDKs read by themselves says which base they want; any other keeps the shape it had. */
function askerFor(definition: Assign | undefined, address: Address): Asker {
	const row = definition?.target.kind === "ref" ? environmentVariable(definition.target.name)?.row : undefined;
	if (row?.role !== "provider-address" || row.flavour === undefined || address.scheme === undefined) return { base: undefined, isRequest: false };
	if (row.id === "base-url" || row.id === "llm-base-url") return { base: undefined, isRequest: false };
	if (row.flavour === "anthropic" && address.row?.flavour !== "none") return { base: gateway.origin, isRequest: false };
	return { base: gateway.base, isRequest: false };
}

function testFix(address: Address): OwnFix {
	const bare = address.row?.mode === "site" || address.row?.mode === "docs";
	const host = bare ? gateway.domain : gateway.host;
	const scheme = address.scheme ? `${address.scheme}://` : "";
	return {
		proposal: alone(
			"helicone-base-url",
			address.range,
			`Ask for ${host} instead`,
			"suggested",
			...addressEdit(address, scheme + host + address.path),
		),
		advice: "The program asks whether an address is Helicone's: after the move it must ask for Concentrate's.",
	};
}
