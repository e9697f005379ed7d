/** What the command line needs from the process it runs in; tests pass their own. */
import type { LoadedGrammars } from "../host/grammars";

export interface CliEnvironment {
	/** Of this program, as in `package.json`. */
	readonly version: string;
	/** Absolute. */
	readonly workingDirectory: string;
	/** The person's home, which is never read as a whole just because it is the working directory. */
	readonly homeDirectory: string;
	readonly useColor: boolean;
	/** The process's environment variables. */
	readonly variables: Readonly<Record<string, string | undefined>>;
	/** Where what was fetched from the gateway is kept, for the editor too; nothing is kept without it. */
	readonly cacheDirectory?: string | undefined;
	/** Milliseconds since 1970. */
	now(): number;
	/** File of `scan-worker.js`; a scan takes one thread without it. */
	readonly scanWorker?: string | undefined;
	/** Standard output: what was asked for. */
	print(text: string): void;
	/** Standard error: whole lines about how it went. */
	warn(line: string): void;
	/** @param wasmFiles file names such as `tree-sitter-python.wasm` */
	loadGrammars(wasmFiles: readonly string[]): Promise<LoadedGrammars>;
}

export type ExitCode = 0 | 1 | 2;
