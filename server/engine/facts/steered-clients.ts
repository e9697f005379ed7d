/** Clients whose address the environment decides: which key they read, and which variable says where to. */
import { environmentVariable } from "../../../shared/mappings";
import type { Client } from "./client";
import { type EnvironmentRead, environmentBehind } from "./environment";
import type { Facts } from "./facts";

export function isProviderKey(name: string): boolean {
	return environmentVariable(name)?.row.role === "provider-key";
}

/** Key reads of clients whose address the environment decides. */
export function steeredReads(facts: Facts): EnvironmentRead[] {
	return steeredClients(facts).flatMap(({ key }) =>
		key ? (environmentBehind(facts.outline, key.value)?.read ?? []) : [],
	);
}

function steeredClients(facts: Facts): Client[] {
	return facts.clients.filter(({ gateway }) => gateway.kind === "unknown" && gateway.variable !== undefined);
}

/** Clients whose address stands in the environment, with the key they read. */
export function steered(facts: Facts): { key: string; address: string }[] {
	return steeredClients(facts).flatMap(({ gateway, key, row }) => {
		const name = key ? environmentBehind(facts.outline, key.value)?.read.name : row.environment?.key;
		const address = gateway.kind === "unknown" ? gateway.variable : undefined;
		return name !== undefined && address !== undefined && isProviderKey(name) ? [{ key: name, address }] : [];
	});
}
