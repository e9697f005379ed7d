import { gateway } from "../../../shared/mappings/gateway";
import type { Address } from "../facts/address";
import type { Client } from "../facts/client";
import { addressEdit } from "../moves/address-edit";
import type { Context } from "../moves/context";
import { alone, type Hit, type Rule } from "./rule";

/** Addresses of Concentrate that cannot work (guide, Troubleshooting: no `/api` segment, no per-provider subdomain). */
export const concentrateBaseUrl: Rule = {
	id: "concentrate-base-url",
	find: (context) =>
		context.facts.addresses
			.filter((address) => address.owner === "concentrate" && address.place === "whole" && isApi(address))
			.flatMap((address) => {
				const client = clientOf(context, address);
				const trouble = troubleWith(address, client && isWholeFor(client, address) ? client : undefined);
				return trouble ? [hit(address, trouble)] : [];
			}),
};

interface Trouble {
	readonly text: string;
	readonly says: string;
	readonly row: string;
}

const sites = /^(www|docs|app|status|dashboard|console|trust|blog)\./;

function isApi(address: Address): boolean {
	return address.host !== gateway.domain && !sites.test(address.host);
}

function clientOf(context: Context, address: Address): Client | undefined {
	return context.facts.clients.find(
		({ gateway: at }) => at.kind === "concentrate" && at.addresses.some((one) => one.range[0] === address.range[0]),
	);
}

/** The program adds nothing to the address: only then is it known what the client wants of it. */
function isWholeFor(client: Client, address: Address): boolean {
	return (
		client.gateway.kind === "concentrate" &&
		client.gateway.addresses.every((one) => one.range[0] !== address.range[0] || one.rest === undefined)
	);
}

function troubleWith(address: Address, client: Client | undefined): Trouble | undefined {
	const path = address.path.replace(/^\/api(?=\/|$)/, "");
	const scheme = address.scheme ?? "";
	const origin = (scheme === "" ? "" : "https://") + gateway.host;
	const fixed = origin + expectedPath(path, client);
	const written = (scheme === "" ? "" : `${scheme}://`) + address.host + address.path;
	if (fixed === written || fixed === written.replace(/\/$/, "")) return undefined;
	if (address.host !== gateway.host)
		return { text: fixed, says: `there is no ${address.host}: one host serves every provider`, row: "connection" };
	if (path !== address.path) return { text: fixed, says: "there is no /api segment", row: "connection" };
	if (scheme === "http") return { text: fixed, says: "it answers over https only", row: "connection" };
	const base = client?.row.base;
	if (base === gateway.origin)
		return { text: fixed, says: `${client?.row.title ?? "this client"} adds /v1 itself`, row: "doubled-v1" };
	return { text: fixed, says: "an OpenAI-shaped client wants /v1 at the end", row: "missing-v1" };
}

/** What the client's row wants; without a client, the path it has. */
function expectedPath(path: string, client: Client | undefined): string {
	const base = client?.row.base;
	if (!client || client.isGuess || client.row.byProvider || base === null || base === undefined) return path;
	if (client.row.kind === "request") return /^\/v1(\/|$)/.test(path) || path === "" ? path : `/v1${path}`;
	const slash = path.endsWith("/") && path.length > 1 ? "/" : "";
	const bare = path.replace(/\/$/, "");
	if (bare !== "" && bare !== "/v1") return path;
	if (bare === "" && (client.row.addsVersion || client.row.kind === "factory")) return path;
	return base === gateway.origin ? "" : `/v1${slash}`;
}

function hit(address: Address, trouble: Trouble): Hit {
	return {
		range: address.range,
		message: `This address of Concentrate's cannot work: ${trouble.says}.`,
		subject: address.host + address.path,
		row: `troubleshooting/${trouble.row}`,
		advice: `Use ${trouble.text}.`,
		proposal: alone(
			"concentrate-base-url",
			address.range,
			`Replace by ${trouble.text}`,
			"safe",
			...addressEdit(address, trouble.text),
		),
	};
}
