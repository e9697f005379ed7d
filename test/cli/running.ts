/** The command line run in this process, on the sources, with its output caught. */
import type { CliEnvironment } from "../../server/cli/environment";
import { runCli } from "../../server/cli/program";
import { testGrammars } from "../support/grammars";

export interface Ran {
	readonly code: number;
	readonly out: string;
	readonly err: string;
}

/** An environment without output, for what only needs to know where it is. */
export function environmentIn(workingDirectory: string): CliEnvironment {
	return {
		version: "1.2.3",
		workingDirectory,
		homeDirectory: "/nobody",
		useColor: false,
		variables: {},
		now: () => Date.UTC(2026, 10, 22),
		print: () => undefined,
		warn: () => undefined,
		loadGrammars: async () => {
			const grammars = await testGrammars();
			return { parse: grammars.parse, dispose: () => undefined };
		},
	};
}

export function runIn(workingDirectory: string, ...argv: readonly string[]): Promise<Ran> {
	return runWith({}, workingDirectory, ...argv);
}

/** The same with another environment around it. */
export async function runWith(
	around: Partial<Pick<CliEnvironment, "variables" | "cacheDirectory">>,
	workingDirectory: string,
	...argv: readonly string[]
): Promise<Ran> {
	let out = "";
	let err = "";
	const code = await runCli(argv, {
		...environmentIn(workingDirectory),
		...around,
		print: (text) => {
			out += text;
		},
		warn: (line) => {
			err += `${line}\n`;
		},
	});
	return { code, out, err };
}
