import { interfaceAt } from "../../../shared/mappings";
import { gateway } from "../../../shared/mappings/gateway";
import type { Interface } from "../../../shared/mappings/schema";
import type { Address } from "../facts/address";
import { targetOf } from "../facts/address-target";
import { isRealtime, isTestOnHost } from "../facts/address-test";
import { isReverseProxy } from "../facts/environment-spelling";
import { hostQuestions } from "../facts/host-question";
import { addressEdit } from "../moves/address-edit";
import type { Context, Proposal } from "../moves/context";
import { givenFixAt } from "../moves/given-fix";
import { keyAdvice } from "../moves/provider-keys";
import { sentence } from "../moves/sentence";
import { strayAddress } from "../moves/stray-address";
import { hasHeaderBeside } from "../moves/stuck-header";
import { alone, type Hit, moveProposal, type Rule, withReasons } from "./rule";

/** Base URLs and request URLs of Helicone's gateways (guide steps 1 and 2). */
export const heliconeBaseUrl: Rule = {
	id: "helicone-base-url",
	find: (context) => {
		const hits = context.facts.addresses.filter(isGateway).map((address) => hit(context, address));
		return [...hits, ...questionHits(context, hits)];
	},
};

/** Control plane, dashboards and docs are other rules' facts, unless the program asks for the host; prose is nobody's to change. */
function isGateway(address: Address): boolean {
	if (address.owner !== "helicone" || address.place === "prose") return false;
	return !/^(control|site|docs)$/.test(address.row?.mode ?? "") || isRealtime(address) || isTestOnHost(address);
}

function hit(context: Context, address: Address): Hit {
	const move = context.moves.find((one) => one.addresses.some((other) => other.range[0] === address.range[0]));
	const own = move ? undefined : ownFix(context, address);
	const realtime = interfaceAt(address.path);
	if (realtime?.id === "realtime") return realtimeHit(address, realtime);
	return {
		range: address.range,
		message: `${address.host} is ${article(address.row?.title ?? "a gateway of Helicone's")}: Concentrate answers at ${gateway.base}.`,
		subject: address.host,
		row: `hosts/${address.row?.id}`,
		advice: withReasons(own ? own.advice : address.row?.advice, move),
		proposal: move ? moveProposal(move) : own?.proposal,
	};
}

function realtimeHit({ range, host }: Address, { id, advice }: Interface): Hit {
	const message = `${host} is Helicone's realtime proxy: Concentrate has none.`;
	return { range, message, subject: host, row: `interfaces/${id}`, advice };
}

function article(title: string): string {
	return /^(Helicone|a |an |the )/i.test(title) ? title : `Helicone's ${title}`;
}

/** What asks for Helicone's host follows the addresses of its file, if all of them move. */
function questionHits({ facts: { outline, addresses } }: Context, hits: readonly Hit[]): Hit[] {
	const isHere = addresses.some((one) => one.place !== "prose" && !isTestOnHost(one));
	const follows = isHere && hits.every(({ proposal }) => proposal);
	return hostQuestions(outline).map(({ range, word, replacement }): Hit => {
		const title = `Ask for ${replacement} instead`;
		const operation = { op: "replace", range, newText: replacement ?? "" } as const;
		return {
			range,
			message: "The program asks whether an address is Helicone's: it will not be one of Helicone's any more.",
			subject: word,
			advice: `${questionAdvice} See what follows from the answer.`,
			proposal:
				follows && replacement !== undefined
					? alone("helicone-base-url", range, title, "suggested", operation)
					: undefined,
		};
	});
}

interface OwnFix {
	readonly proposal: Proposal | undefined;
	readonly advice: string;
}

/** An address that no client of this file is known to use: a constant, an `.env` line, a test on a host. */
function ownFix(context: Context, address: Address): OwnFix {
	if (isTestOnHost(address)) return testFix(address);
	const given = givenFixAt(context, address.range);
	// What cannot change for all who take it changes for nobody.
	if (given?.proposal || given?.verdict.certainty === "blocked")
		return { proposal: given.proposal, advice: `${given.advice} ${address.row?.advice ?? ""}`.trim() };
	const isProxy = isReverseProxy(context.facts.outline);
	const target = targetOf(address, { base: undefined, isRequest: false, isProxy });
	const callers = isProxy ? "Callers, or the proxy for them, must send a key of Concentrate's." : undefined;
	const beside = hasHeaderBeside(context.facts, address.str) ? headerAdvice : undefined;
	const advice = [
		beside,
		callers,
		target.reason && sentence(target.reason),
		keyAdvice(context, address),
		address.row?.advice,
	]
		.filter((one) => one !== undefined)
		.join(" ");
	return { proposal: strayAddress(context, address, isProxy), advice };
}

const headerAdvice =
	"The header beside it goes by hand, and the key beside it must become one of Concentrate's: change all three at once.";
const questionAdvice =
	"The program asks whether an address is Helicone's: after the move it must ask for Concentrate's.";

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
		advice: questionAdvice,
	};
}
