/** `migrate-helicone verify --script FILE`: the script instead of the run. */
import * as fs from "node:fs/promises";
import * as path from "node:path";
import type { ScriptLanguage } from "../engine/verification-script/verification-script";
import { catalogueIn } from "../host/connection/saved-catalogue";
import { modelScript } from "../host/model-script";
import type { CliEnvironment, ExitCode } from "./environment";
import { open } from "./open";
import { UsageError } from "./usage-error";

/** Another ending, or none: the project's main language. */
const languageByEnding: ReadonlyMap<string, ScriptLanguage> = new Map([
	[".py", "python"],
	[".ts", "typescript"],
	[".mts", "typescript"],
	[".js", "javascript"],
	[".mjs", "javascript"],
	[".cjs", "javascript"],
	[".sh", "shell"],
]);

/**
 * Sends nothing.
 * @param file as typed
 * @throws UsageError when the code names no model, or the file is there already
 */
export async function writeScript(
	paths: readonly string[],
	file: string,
	environment: CliEnvironment,
): Promise<ExitCode> {
	const opened = await open(paths, environment);
	try {
		const language = languageByEnding.get(path.extname(file).toLowerCase());
		const script = await modelScript([opened], catalogueIn(environment.cacheDirectory), language);
		if (script === undefined) throw new UsageError("no client of a gateway names a model here.");
		await write(path.resolve(environment.workingDirectory, file), script.text);
		environment.print(`${file}: a ${script.language} script that asks for ${counted(script.models)}.\n`);
		return 0;
	} finally {
		await opened.close();
	}
}

async function write(file: string, text: string): Promise<void> {
	try {
		await fs.writeFile(file, text, { flag: "wx" });
	} catch (error) {
		throw new UsageError(`the script cannot be written: ${error instanceof Error ? error.message : String(error)}`);
	}
}

function counted(models: number): string {
	return `${models} model${models === 1 ? "" : "s"}`;
}
