/** What becomes of a client's class: one of Helicone's own, one of a provider's own, LiteLLM's prefix, Azure behind an OpenAI-shaped one. */
import type { Client } from "../facts/client";
import { azurePath } from "./azure-path";
import { type ClassChange, changeClass } from "./class-change";
import { legacyAzure } from "./legacy-azure";
import { liteMove } from "./lite-move";
import { plainClass } from "./plain-class";

type Asker = Parameters<typeof changeClass>[0] & Parameters<typeof liteMove>[0] & Parameters<typeof plainClass>[0];

/** @returns undefined for a client whose class stays */
export function classOfClient(asker: Asker, client: Client): ClassChange | undefined {
	return (
		changeClass(asker, client) ??
		liteMove(asker, client) ??
		plainClass(asker, client) ??
		legacyAzure(asker.outline, client) ??
		azurePath(asker, client)
	);
}

/** Its class changes, and its address with it. */
export function isPlain({ row }: Client, change: ClassChange | undefined): boolean {
	return row.plain !== undefined && change?.blocked === false;
}
