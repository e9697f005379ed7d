/** Which texts are looked into at all: the same ones as on the command line. */
import { posix } from "node:path";
import { URI } from "vscode-uri";
import { isEnvironmentFile } from "../host/left-out";
import { hasMention } from "../host/mention";

/** @returns whether a gateway is mentioned, or the file may hold a key that nobody needs any more */
export function isRelevant(uri: string, text: string): boolean {
	return hasMention(Buffer.from(text)) || isEnvironmentFile(posix.basename(URI.parse(uri).path));
}
