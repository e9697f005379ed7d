/** The server's log. Says names, files and times; never a text of a document, never a secret. */
import type { RemoteConsole } from "vscode-languageserver";
import { URI } from "vscode-uri";

export interface Log {
	debug(message: string): void;
	info(message: string): void;
	warn(message: string): void;
	error(message: string): void;
	/** The same message again is not said again. */
	once(message: string): void;
}

export function createLog(console: Pick<RemoteConsole, "debug" | "info" | "warn" | "error">): Log {
	const said = new Set<string>();
	return {
		debug: (message) => console.debug(message),
		info: (message) => console.info(message),
		warn: (message) => console.warn(message),
		error: (message) => console.error(message),
		once(message) {
			if (said.has(message)) return;
			said.add(message);
			console.warn(message);
		},
	};
}

/** What a log line may say about an error: its kind and where it was thrown. Its message could quote a document. */
export function describeError(error: unknown): string {
	if (!(error instanceof Error)) return `a thrown ${typeof error}`;
	const frames = (error.stack ?? "").split("\n").filter((line) => /^\s+at /.test(line));
	return [error.name, ...frames.slice(0, 8).map((frame) => frame.trim())].join(" ");
}

/** A file's name for the log: enough to find it, without the folders of the person's machine above it. */
export function fileName(uri: string | undefined): string {
	if (uri === undefined) return "no file";
	return URI.parse(uri).path.split("/").slice(-3).join("/");
}

/** Milliseconds since `start` (of `performance.now()`), as the log writes them. */
export function elapsed(start: number): string {
	return `${(performance.now() - start).toFixed(1)} ms`;
}
