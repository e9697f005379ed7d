/** What the scripts of all languages say alike. */
import { gateway } from "../../../shared/mappings/gateway";

export const headline = "Asks Concentrate for each model that the code uses, once plain and once streamed.";

/** Lines for the comment at the top of each script. */
export const notes: readonly string[] = [
	`The key is read from ${gateway.keyVariable} and sent to CONCENTRATE_BASE_URL`,
	`(${gateway.base} without one), nowhere else. Each request costs a few tokens.`,
	"Exit code 0: every model answered. 1: one did not. 2: there is no key that could be sent.",
];

/** What a status means (guide, troubleshooting). The gateway's own words are left out: they may quote the key. */
export const meanings: readonly (readonly [status: number, meaning: string])[] = [
	[400, "the model is unknown, or the request is refused"],
	[401, "the key is refused"],
	[402, "there is no credit left"],
	[403, "the key may not do this"],
	[404, "the model or the address is unknown"],
	[422, "the model does not take such a request"],
	[424, "the provider behind the model failed"],
	[429, "too many requests, try again later"],
];

export const question = "Answer with one word: ready?";

export const mostTokens = 16;

export const noKey = `${gateway.keyVariable} is not set, or holds more than a key (spaces, quotes).`;
