/** From an address of Helicone's API to its row. */
import type { Interface } from "./schema";
import { interfaces } from "./tables";

const patterns = interfaces
	.flatMap((row) => row.paths.map((path) => ({ row, path, pattern: patternOf(path) })))
	.sort((a, b) => b.path.length - a.path.length);

/** @param path as written behind the host, interpolations and query included: `/v1/request/${id}/feedback?x=1` */
export function interfaceAt(path: string): Interface | undefined {
	return patterns.find(({ pattern }) => pattern.test(path))?.row;
}

/** `*` is one segment, which may be an interpolation with slashes of its own. */
function patternOf(path: string): RegExp {
	const escaped = path.replace(/[.+?^${}()|[\]\\]/g, "\\$&").replaceAll("*", "(?:[^/]*\\{[^}]*\\}[^/]*|[^/]+)");
	return new RegExp(`^${escaped}(?![\\w-])`);
}
