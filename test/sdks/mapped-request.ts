/** What a recorded request to Helicone must have become: the mapping, said about requests instead of code. */
import { requestHeader } from "../../shared/mappings";
import { concentrateHost, concentrateKey } from "../gateway/concentrate";
import { fieldsOf, type Received } from "../gateway/exchange";
import type { Program } from "./programs";

type Request = Pick<Received, "host" | "method" | "path" | "query" | "headers" | "body">;

/** Headers that say how the connection is made, or differ from run to run. */
const volatile = new Set(["host", "content-length", "connection", "transfer-encoding", "keep-alive"]);

/** A request as it is compared. */
export function comparable({ host, method, path, query, headers, body }: Received): Request {
	const kept = Object.entries(headers).filter(([name]) => !volatile.has(name));
	return { host, method, path, query, headers: Object.fromEntries(kept), body };
}

/**
 * The request that the moved program must make: Concentrate's host and key, the path and model of the program's row, no header
 * of Helicone's, and nothing else different.
 */
export function mapped(before: Received, program: Program): Request {
	const request = comparable(before);
	const headers = Object.entries(request.headers).filter(
		([name]) => !name.startsWith("helicone-") || requestHeader(name) === undefined,
	);
	const left = Object.fromEntries(headers.filter(([name]) => !(program.alsoGone ?? []).includes(name)));
	return {
		...request,
		host: concentrateHost,
		path: program.path[1],
		headers: { ...left, ...keysOf(left) },
		body: { ...fieldsOf(request.body), model: program.model[1], ...program.body },
	};
}

/** The header that carried the key carries Concentrate's: which one that is, is the SDK's affair. */
function keysOf(headers: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
	if (headers["x-api-key"] !== undefined) return { "x-api-key": concentrateKey };
	return { authorization: `Bearer ${concentrateKey}` };
}
