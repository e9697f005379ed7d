/** The process inside the namespace: serves both gateways on port 443 and does what its parent says. */
import type { Certificates } from "./certificates";
import type { Behaviour, Recorded } from "./exchange";
import { startGateways } from "./server";

export type Order =
	| { readonly kind: "ready" }
	| { readonly kind: "take" }
	| { readonly kind: "behave"; readonly behaviour: Behaviour };

export interface Answered {
	readonly recorded: readonly Recorded[];
}

async function main(): Promise<void> {
	const certificates = JSON.parse(process.argv[2] ?? "") as Certificates;
	const gateways = await startGateways({ port: 443, certificates });
	process.on("message", (order: Order) => {
		if (order.kind === "behave") gateways.behave(order.behaviour);
		const answered: Answered = { recorded: order.kind === "take" ? [...gateways.recorded] : [] };
		if (order.kind === "take") gateways.forget();
		process.send?.(answered);
	});
	process.on("disconnect", () => process.exit());
}

void main();
