/** A feature is one file: what it tells the client that it can, and the handlers that do it. */
import type { ServerCapabilities } from "vscode-languageserver";
import type { Session } from "./session";

export interface Feature {
	readonly name: string;
	readonly capabilities: ServerCapabilities;
	/** Called once, before the client is answered. */
	register(session: Session): void;
}
