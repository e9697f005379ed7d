/** The grammar of `verify`. */
import { type Command, InvalidArgumentError, Option } from "commander";
import { gateway } from "../../shared/mappings/gateway";
import type { CliEnvironment, ExitCode } from "./environment";
import { type VerifyOptions, verify, verifyFormats } from "./verify";
import { writeScript } from "./write-script";

const notes = `
The key is read from ${gateway.keyVariable}; without it the request is left out. It is sent to the base URL alone, never to an address
that a file of the project names, and never printed. Proxies: HTTPS_PROXY, NO_PROXY. Certificates: NODE_EXTRA_CA_CERTS.
Exit code 0: all is well. 1: a step failed, or a model is unknown or deprecated. 2: there was no answer at all.`;

interface TypedOptions extends VerifyOptions {
	readonly script?: string;
}

export function addVerify(program: Command, environment: CliEnvironment, exit: (code: ExitCode) => void): void {
	program
		.command("verify")
		.description("ask Concentrate: health, catalogue, key, and every model that the code uses")
		.argument("[paths...]", "files and folders; the working directory without any")
		.addOption(new Option("--format <format>", "how to print").choices(verifyFormats).default("text"))
		.option("--base-url <url>", "another gateway's base URL", gateway.base)
		.option("--timeout <milliseconds>", "longest time for each request", milliseconds, 5000)
		.option("--no-request", "leave out the one small request that is paid for")
		.option("--script <file>", "send nothing; write a script that asks for each of these models (.py, .ts, .js, .sh)")
		.addHelpText("after", notes)
		.action(async (paths: string[], { script, ...options }: TypedOptions) =>
			exit(
				await (script === undefined ? verify(paths, options, environment) : writeScript(paths, script, environment)),
			),
		);
}

function milliseconds(typed: string): number {
	const value = Number(typed);
	if (!Number.isInteger(value) || value < 1 || value > 600_000)
		throw new InvalidArgumentError("a whole number of milliseconds, at most 600000, was expected.");
	return value;
}
