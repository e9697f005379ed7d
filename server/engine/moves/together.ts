/** Clients that can only move together. */
import type { Client } from "../facts/client";

/** Joins clients that share a token. */
export function together(clients: readonly Client[], tokensOf: (client: Client) => readonly number[]): Client[][] {
	const groups: { clients: Client[]; tokens: Set<number> }[] = [];
	for (const client of clients) {
		const tokens = tokensOf(client);
		const touching = groups.filter((group) => tokens.some((token) => group.tokens.has(token)));
		const merged = {
			clients: [...touching.flatMap((group) => group.clients), client],
			tokens: new Set([...touching.flatMap((group) => [...group.tokens]), ...tokens]),
		};
		for (const group of touching) groups.splice(groups.indexOf(group), 1);
		groups.push(merged);
	}
	return groups
		.map((group) => group.clients.sort((a, b) => a.range[0] - b.range[0]))
		.sort((a, b) => start(a) - start(b));
}

function start(clients: readonly Client[]): number {
	return clients[0]?.range[0] ?? 0;
}
