/** The grammar of `export`, and what it says while it runs. */
import * as path from "node:path";
import { type Command, InvalidArgumentError, Option } from "commander";
import { readInstant } from "../../shared/history-protocol";
import { exportHistory } from "../host/history/export-history";
import { ExportStopped } from "../host/history/fetch-page";
import { NotAHistory } from "../host/history/history-file";
import { historyOrigins, type Region, regionOfKey } from "../host/history/regions";
import { createHttpClient } from "../host/http/http-client";
import type { CliEnvironment, ExitCode } from "./environment";
import { UsageError } from "./usage-error";

interface ExportOptions {
	readonly out: string;
	readonly from?: string;
	readonly to?: string;
	readonly region?: Region;
	readonly bodies?: boolean;
	readonly baseUrl?: string;
}

const notes = `
The key is read from HELICONE_API_KEY, sent to Helicone's API alone, and never printed or written. What is written is one request
per line, oldest first, without the addresses under which Helicone keeps the bodies. Run it again with the same file to go on where
it stopped, after a kill as well.`;

/** Milliseconds between two lines about how far it is. */
const talkative = 2000;

export function addExport(program: Command, environment: CliEnvironment, exit: (code: ExitCode) => void): void {
	program
		.command("export")
		.description("write the request history that Helicone keeps to a file, before you leave")
		.requiredOption("--out <file>", "JSON Lines; made, or gone on with")
		.option("--from <date>", "requests since then: 2026-01-31, or with a time", instant)
		.option("--to <date>", "requests before then; now without", instant)
		.addOption(
			new Option("--region <region>", "where the organisation is; the key says it otherwise").choices(["us", "eu"]),
		)
		.option("--bodies", "also prompts and answers, where Helicone still has them")
		.addOption(new Option("--base-url <url>", "another origin of the API").hideHelp())
		.addHelpText("after", notes)
		.action(async (options: ExportOptions) => exit(await run(options, environment)));
}

async function run(options: ExportOptions, environment: CliEnvironment): Promise<ExitCode> {
	const key = environment.variables.HELICONE_API_KEY?.trim();
	if (!key) throw new UsageError("no key: put Helicone's into the variable HELICONE_API_KEY.");
	const file = path.resolve(environment.workingDirectory, options.out);
	const http = createHttpClient({ variables: environment.variables });
	let said = environment.now();
	try {
		const { rows, until } = await exportHistory({
			http,
			key,
			file,
			origin: options.baseUrl ?? historyOrigins[options.region ?? regionOfKey(key)],
			from: options.from,
			to: options.to ?? new Date(environment.now()).toISOString(),
			bodies: options.bodies === true,
			onProgress: (progress) => {
				if (environment.now() - said < talkative) return;
				said = environment.now();
				environment.warn(`${progress.rows} requests, until ${progress.until}`);
			},
		});
		environment.print(`${rows} requests in ${options.out}${until === undefined ? "" : `, the last of ${until}`}.\n`);
		return 0;
	} catch (problem) {
		if (problem instanceof ExportStopped || problem instanceof NotAHistory) throw new UsageError(problem.message);
		throw problem;
	} finally {
		await http.close();
	}
}

function instant(typed: string): string {
	const value = readInstant(typed);
	if (!value) throw new InvalidArgumentError("a date such as 2026-01-31 was expected.");
	return value;
}
