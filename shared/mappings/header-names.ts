/** From a header's name to its row. Names are compared without regard to case; the longest match wins. */
import type { RequestHeader, ResponseHeader } from "./schema";
import { requestHeaders, responseHeaders } from "./tables";

/** `name` as it stands in code (`Helicone-Auth`, `helicone-property-App`). Undefined when it is no header of Helicone's. */
export const requestHeader: (name: string) => RequestHeader | undefined = lookUp(requestHeaders);

/** `name` as code reads it off a response. Undefined when Helicone sends no such header. */
export const responseHeader: (name: string) => ResponseHeader | undefined = lookUp(responseHeaders);

function lookUp<Row extends { readonly names: readonly string[] }>(rows: readonly Row[]) {
	const whole = new Map<string, Row>();
	const prefixes: { readonly prefix: string; readonly row: Row }[] = [];
	for (const row of rows)
		for (const name of row.names)
			if (name.endsWith("*")) prefixes.push({ prefix: name.slice(0, -1), row });
			else whole.set(name, row);
	prefixes.sort((one, other) => other.prefix.length - one.prefix.length);
	return (name: string): Row | undefined => {
		const lower = name.trim().toLowerCase();
		return whole.get(lower) ?? prefixes.find(({ prefix }) => lower.startsWith(prefix))?.row;
	};
}
