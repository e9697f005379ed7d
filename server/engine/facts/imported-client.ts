/** Clients that another file makes: `import { openai } from "./openai"`, `from app.llm import get_client`. */
import { clients as rows } from "../../../shared/mappings";
import type { Around } from "../names/meaning";
import { takenAt } from "../names/taken";
import type { Expr, Outline } from "../outline/schema";
import type { Client } from "./client";

export interface Imported {
	readonly id: string;
	/** As this file says it. */
	readonly path: string;
	/** It takes models in the form of Helicone's AI gateway. */
	readonly isGateway: boolean;
}

/** One for each such name, where it is used first. Its address and key are the other file's. */
export function importedClients(outline: Outline, { taken }: Around): Client[] {
	return Object.entries(taken).flatMap(([path, { id, meaning }]): Client[] => {
		const row = meaning.kind === "client" ? rows.find((one) => one.id === meaning.row) : undefined;
		if (meaning.kind !== "client" || !row) return [];
		const nodes: readonly Expr[] =
			meaning.isCall || path.includes("(") ? outline.calls : [...outline.refs, ...outline.members];
		const use = nodes.find((node) => takenAt(outline, node, taken)?.id === id);
		if (!use) return [];
		return [
			{
				row,
				range: use.range,
				nameRange: use.range,
				call: undefined,
				whole: undefined,
				list: undefined,
				address: undefined,
				key: undefined,
				headers: [],
				models: [],
				gateway: {
					kind: meaning.gateway,
					addresses: [],
					via: [],
					isMixed: false,
					shared: [{ id, addresses: [], expr: use }],
				},
				isGuess: false,
				imported: { id, path, isGateway: meaning.isGateway },
			},
		];
	});
}
