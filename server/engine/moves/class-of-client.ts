/** What becomes of a client's class: one of Helicone's own, one of a provider's own, LiteLLM's prefix, Azure behind an OpenAI-shaped one. */
import type { Client } from "../facts/client";
import { azureConfig } from "./azure-config";
import { azurePath } from "./azure-path";
import { bedrockClass } from "./bedrock-class";
import { type ClassChange, changeClass } from "./class-change";
import { geminiClass } from "./gemini-class";
import { generativeModel } from "./generative-model";
import { generativeModelJs } from "./generative-model-js";
import { legacyAzure } from "./legacy-azure";
import { liteMove } from "./lite-move";
import { plainClass } from "./plain-class";

type Asker = Parameters<typeof changeClass>[0] &
	Parameters<typeof liteMove>[0] &
	Parameters<typeof plainClass>[0] &
	Parameters<typeof bedrockClass>[0] &
	Parameters<typeof geminiClass>[0];

/** @returns undefined for a client whose class stays */
export function classOfClient(asker: Asker, client: Client): ClassChange | undefined {
	return (
		changeClass(asker, client) ??
		liteMove(asker, client) ??
		plainClass(asker, client) ??
		legacyAzure(asker.outline, client) ??
		azureConfig(asker, client) ??
		geminiClass(asker, client) ??
		bedrockClass(asker, client) ??
		generativeModel(asker.outline, client) ??
		generativeModelJs(asker, client) ??
		azurePath(asker, client)
	);
}
