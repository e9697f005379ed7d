/** Whose form a client's models are in. */
import type { Client } from "../facts/client";

export function slugPlace(client: Client): "gateway" | "proxy" | "concentrate" {
	if (client.gateway.kind === "concentrate") return "concentrate";
	if (client.gateway.kind !== "helicone") return "proxy";
	if (client.gateway.byModel) return "gateway";
	if (client.gateway.addresses.length === 0 && client.row.becomes) return client.row.becomes.mode;
	const shared = client.gateway.shared?.flatMap(({ addresses }) => addresses) ?? [];
	const isGateway = [...client.gateway.addresses, ...shared].some((address) => address.row?.mode === "gateway");
	return isGateway || client.imported?.isGateway ? "gateway" : "proxy";
}
