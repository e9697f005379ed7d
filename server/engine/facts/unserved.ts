/** Requests for which Concentrate documents no endpoint (concentrate.md, Endpoints): embeddings, audio, images, files and the like. */
import type { Call, Outline } from "../outline/schema";
import type { Client } from "./client";
import { type ClientCall, madeOn } from "./model-use";

/** Path of a method behind the client, in the spelling of any SDK. */
const methods =
	/^(with_\w+_response\.)?(beta\.)?((embeddings?|audio|images?|moderations?|files?|batches|fine_?tun\w+|vector_?stores?|uploads?|assistants?|threads?|realtime|videos?)(\.|$)|completions?\.(a?create|new\w*|with_\w+)|create_?(embedding|image|transcription|translation|speech|moderation|file|fine_?tun|assistant|thread)|(text)?embedding(model)?$|imageModel$|transcription$|speech$)/i;
/** What may be one, before anybody looks whom it is made on. */
const words =
	/embedding|audio|image|moderation|file|batch|tun|vector|upload|assistant|thread|realtime|video|completion|transcri|translation|speech/i;
/** Classes and functions that make nothing else. */
const makers =
	/(Embeddings?|EmbeddingModel\.builder|EmbeddingClient|ImageModel\.builder|ImageClient|AudioClient|\.a?embedding)$/;

/** Such requests by the client that they are made on; the client's own call where it makes nothing else. */
export type Unserved = ReadonlyMap<Client, readonly { readonly call: Call; readonly path: string }[]>;

export function unservedOf(outline: Outline, all: readonly Client[]): Unserved {
	const leaving = all.filter(({ gateway }) => gateway.kind === "helicone");
	const found = new Map<Client, { call: Call; path: string }[]>();
	if (leaving.length === 0) return found;
	const note = (client: Client, call: Call, path: string) =>
		found.set(client, [...(found.get(client) ?? []), { call, path }]);
	for (const client of leaving)
		if (client.call && makers.test(client.call.path)) note(client, client.call, client.call.path);
	for (const call of outline.calls) {
		if (!words.test(call.path)) continue;
		const made = madeOn(outline, call, leaving);
		if (made && methods.test(made.path)) note(made.client, call, made.path);
	}
	return found;
}

/** The file shows no other request of it. */
export function isAllUnserved(unserved: Unserved, client: Client, calls: readonly ClientCall[]): boolean {
	const own = unserved.get(client);
	if (!own || client.imported || client.isGuess) return false;
	return calls.every((one) => one.client !== client || own.some(({ call }) => call === one.call));
}

/** What a person should do about them; a sentence for each. */
export function unservedReasons(unserved: Unserved, clients: readonly Client[]): string[] {
	const paths = new Set(clients.flatMap((client) => unserved.get(client)?.map(({ path }) => path) ?? []));
	return [...paths].map(
		(path) =>
			`Concentrate documents no endpoint for \`${path}\`: make these requests at the provider itself, with its own address and key.`,
	);
}
