/** What a move says that it does. */
import type { Client } from "../facts/client";
import type { Header } from "../facts/header";

export function moveTitle(clients: readonly Client[], headers: readonly Header[], slugs: number): string {
	const what =
		clients.length === 1
			? clients[0]?.row.kind === "request"
				? "this request"
				: "this client"
			: `these ${clients.length} clients`;
	const parts = clients.every((client) => client.imported) ? [] : ["base URL", "key"];
	if (headers.length > 0) parts.push(headers.length === 1 ? "1 header" : `${headers.length} headers`);
	if (slugs > 0) parts.push(slugs === 1 ? "1 model" : `${slugs} models`);
	return `Move ${what} to Concentrate${parts.length > 0 ? ` (${parts.join(", ")})` : ""}`;
}
