/** Where a Helicone address moves to (guide steps 1 and 2; concentrate.md, Base URLs). Pure text. */
import { gateway } from "../../../shared/mappings/gateway";
import type { SharedAddress } from "../names/meaning";
import { pathWithoutGateway } from "./self-hosted";

export interface Target {
	/** The new address in place of `address.range`; undefined when no address of Concentrate does the same. */
	readonly text: string | undefined;
	/** `exact`: the client sends the same requests to Concentrate. `unsure`: a person should look, and why. */
	readonly certainty: "exact" | "unsure";
	readonly reason: string | undefined;
}

export interface Asker {
	/** The base URL of the client's table row; null when none fits; undefined when the client is not known. */
	readonly base: string | null | undefined;
	/** The address is that of one request, endpoint included, not a base. */
	readonly isRequest: boolean;
	/** A proxy puts the path of each request behind the address: without a path it stays without one, its slash too. */
	readonly isProxy?: boolean;
}

/** What stands between host and endpoint on Helicone's hosts (helicone.md 1.2), key segments taken out. */
const prefixes =
	/^(v1|openai\/v1|api\/v1|api|inference\/v1|v1\/openai|openai|ai|v1\/ai|oai2ant\/v1|v3|router\/[^/]+)?$/;
const inferenceEndpoints =
	/(^|\/)(chat\/completions|responses|messages|models(?:\/multimodal)?|completions|embeddings|complete|moderations|images\/\w+|audio\/\w+|files|batches|rerank)$/;

/** @returns the address at Concentrate that serves what this one served, or why there is none */
export function targetOf(address: SharedAddress, asker: Asker): Target {
	if (address.row?.id === "self-hosted") return ownTarget(address, asker);
	if (address.rest === "unknown") return openTarget(address);
	if (address.rest) return joinedTarget(address, address.rest.text, asker);
	return wholeTarget(address, asker);
}

/** A host of somebody's own says nothing for certain. */
function ownTarget(address: SharedAddress, asker: Asker): Target {
	const row = address.row && { ...address.row, id: "oai" };
	const target = targetOf({ ...address, row, path: pathWithoutGateway(address.path) }, asker);
	const reason = "whether that host is a Helicone of your own, only you can know.";
	return target.text === undefined ? target : unsure(target.text, target.reason ?? reason);
}

/** The program adds a path of its own that nobody can read here: the shape stays, and somebody looks. */
function openTarget(address: SharedAddress): Target {
	const target = wholeTarget(address, { base: undefined, isRequest: false });
	return target.text === undefined
		? target
		: unsure(target.text, target.reason ?? "the program adds a path that is only known when it runs.");
}

/** The address with what is added to it must become the right one: so the address becomes that, less what is added. */
function joinedTarget(address: SharedAddress, rest: string, asker: Asker): Target {
	const target = wholeTarget({ ...address, path: address.path + rest }, asker, false);
	if (target.text === undefined) return target;
	if (target.text.endsWith(rest)) return { ...target, text: target.text.slice(0, -rest.length) };
	return none(`the program adds \`${rest}\` to the address, and the new one would want something else there.`);
}

function wholeTarget(address: SharedAddress, asker: Asker, isWhole = true): Target {
	const row = address.row;
	if (!row) return none("the host is not Helicone's");
	if (row.flavour === "none") return none(row.advice);
	if (/^wss?$/.test(address.scheme ?? "")) return none("Concentrate's realtime interface is not documented.");
	const { segments, trailing, query } = segmentsOf(address);
	const path = segments.join("/");
	if (/^openai\/deployments(\/|$)/.test(path)) return azure(address, asker);
	if (/^(v1beta|v1\/projects|v1\/publishers)(\/|$)/.test(path) || /:(stream)?generateContent$/i.test(path))
		return none("Concentrate does not speak Gemini's own protocol: change to an OpenAI-shaped client.");
	const endpoint = inferenceEndpoints.exec(path)?.[2];
	const prefix = endpoint ? path.slice(0, -endpoint.length).replace(/\/$/, "") : path;
	const known = prefixes.test(prefix);
	if (endpoint) return endpointTarget(address, endpoint, known, query, isWhole);
	if (asker.base === null) return none("no address of Concentrate fits this client: change to the OpenAI client.");
	if (isCloudflare(segments))
		return unsure(
			place(address, gateway.base),
			"Cloudflare's gateway is left out: its cache and its limits go with it.",
		);
	if (!known)
		return unsure(place(address, unknownPath(segments)) + query, `\`/${path}\` is no path that Helicone documents.`);
	if (/^router\//.test(prefix))
		return unsure(place(address, gateway.base), "what the router did with a request must be said with `routing` now.");
	if (asker.isProxy && path === "" && address.scheme !== undefined)
		return exact(place(address, gateway.origin) + (address.path.startsWith("/") ? "/" : ""));
	// A bare host stays one: `https.request({ hostname, path })` adds the rest.
	if (address.scheme === undefined && address.path === "") return bareHost(address, asker);
	if (asker.base !== undefined) return exact(place(address, asker.base) + (trailing && prefix ? "/" : ""));
	return shapeTarget(address, prefix, trailing);
}

/** `/v1/<account>/<gateway>/openai`: Cloudflare's gateway behind Helicone's (helicone.md 1.2). */
function isCloudflare([version, account = "", name = "", provider, ...more]: readonly string[]): boolean {
	return version === "v1" && provider === "openai" && more.length === 0 && account !== "projects" && name !== "";
}

/** What the program puts behind the host (`/v1/${path}`) stays behind the new one: only the known beginning is exchanged. */
function unknownPath(segments: readonly string[]): string {
	let known = segments.length;
	while (known > 0 && !prefixes.test(segments.slice(0, known).join("/"))) known--;
	const rest = segments.slice(known).join("/");
	const saysVersion = known === 0 && /^(v1|[${#])/.test(rest);
	return `${saysVersion ? gateway.origin : gateway.base}/${rest}`;
}

function bareHost(address: SharedAddress, asker: Asker): Target {
	const text = gateway.host + (address.port ? `:${address.port}` : "");
	return asker.isRequest
		? unsure(text, "the path that goes with the host must be one of Concentrate's, such as `/v1/chat/completions`.")
		: exact(text);
}

/** Nobody knows which client reads the address: what it had of a version stays. */
function shapeTarget(address: SharedAddress, prefix: string, trailing: boolean): Target {
	const versioned = /v\d|^ai$|^router|^api$|^openai$/.test(prefix);
	const slash = trailing && versioned ? "/" : "";
	if (address.scheme === undefined && prefix === "") return bareHost(address, { base: undefined, isRequest: false });
	if (versioned) return exact(place(address, gateway.base) + slash);
	if (address.row?.flavour === "anthropic") return exact(place(address, gateway.origin));
	if (address.row?.mode === "gateway")
		return unsure(
			place(address, gateway.base),
			"OpenAI clients want `/v1` at the end; code that adds the path itself does not.",
		);
	return unsure(place(address, gateway.origin), "whether `/v1` belongs at the end depends on the code that reads it.");
}

function endpointTarget(
	address: SharedAddress,
	endpoint: string,
	known: boolean,
	query: string,
	isWhole: boolean,
): Target {
	const text = place(address, `${gateway.base}/${endpoint}`) + query;
	if (!known) return unsure(text, "the path before the endpoint is none that Helicone documents.");
	if ((gateway.endpoints as readonly string[]).includes(endpoint)) return exact(text);
	const reason = `Concentrate's documentation does not list \`/${endpoint}\`: make these requests at the provider itself, with its own address and key.`;
	// An address that others share goes with them.
	return isWhole ? none(reason) : unsure(text, reason);
}

function azure(address: SharedAddress, asker: Asker): Target {
	const endpoint = inferenceEndpoints.exec(address.path.replace(/\?.*$/, ""))?.[2];
	const reason =
		"an Azure deployment becomes a model slug such as `azure/gpt-4o`: choose it, and use the plain OpenAI client.";
	if (asker.base === null) return none(reason);
	return unsure(place(address, endpoint ? `${gateway.base}/${endpoint}` : gateway.base), reason);
}

/** The path's segments without those that carry a key. */
function segmentsOf(address: SharedAddress): { segments: string[]; trailing: boolean; query: string } {
	const [path = "", query] = splitOnce(address.path, "?");
	const all = splitPath(path);
	const segments = all.filter((segment) => segment !== "" && !isKeySegment(segment));
	return { segments, trailing: path.length > 1 && path.endsWith("/"), query: query === undefined ? "" : `?${query}` };
}

/** Slashes inside `${…}`, `{…}` and `#{…}` do not part segments. */
function splitPath(path: string): string[] {
	const segments: string[] = [];
	let depth = 0;
	let segment = "";
	for (const char of path) {
		if (char === "{") depth++;
		if (char === "}") depth--;
		if (char === "/" && depth <= 0) {
			segments.push(segment);
			segment = "";
		} else segment += char;
	}
	segments.push(segment);
	return segments;
}

/** helicone.md 1.2 "Key in path": any segment that starts `sk-helicone` or `pk-helicone`, and what stands for one. */
function isKeySegment(segment: string): boolean {
	if (/^[sp]k-helicone/i.test(segment)) return true;
	const placeholder = /^(\$\{.*\}|\$\w+|#\{.*\}|\{.*\}|<.*>|\[.*\]|YOUR[_-]\w+)$/i.test(segment);
	return (
		placeholder &&
		/helicone|heli_?key|api[_-]?key|\bkey\b|token/i.test(segment) &&
		!/deployment|model|project|account|gateway/i.test(segment.replace(/api[_-]?key/gi, ""))
	);
}

function place(address: SharedAddress, url: string): string {
	if (address.scheme === undefined)
		return url.replace("https://", "").replace(gateway.host, gateway.host + (address.port ? `:${address.port}` : ""));
	return url;
}

function splitOnce(text: string, at: string): [string, string | undefined] {
	const index = text.indexOf(at);
	return index < 0 ? [text, undefined] : [text.slice(0, index), text.slice(index + 1)];
}

function exact(text: string): Target {
	return { text, certainty: "exact", reason: undefined };
}

function unsure(text: string, reason: string): Target {
	return { text, certainty: "unsure", reason };
}

function none(reason: string): Target {
	return { text: undefined, certainty: "unsure", reason };
}
