/** The command line program: `server/out/cli.js`, with the grammars in the folder `grammars` beside it. */
import * as fs from "node:fs";
import * as os from "node:os";
import * as path from "node:path";
import { cacheDirectory } from "../host/connection/saved-catalogue";
import { loadGrammars } from "../host/grammars";
import { runCli } from "./program";

// `migrate-helicone check | head` closes the pipe early: no reason for a stack trace.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
	if (error.code !== "EPIPE") throw error;
	process.exit(process.exitCode ?? 0);
});

/** https://no-color.org: any value but the empty string turns colours off. */
const useColor = process.stdout.isTTY === true && !process.env.NO_COLOR;

/** As far up from the bundle as from this source. */
const packageFile = path.join(__dirname, "../../package.json");
const scanWorker = path.join(__dirname, "scan-worker.js");

runCli(process.argv.slice(2), {
	version: versionIn(packageFile),
	workingDirectory: process.cwd(),
	homeDirectory: os.homedir(),
	useColor,
	variables: process.env,
	cacheDirectory: cacheDirectory(process.platform, process.env, os.homedir()),
	now: Date.now,
	scanWorker: fs.existsSync(scanWorker) ? scanWorker : undefined,
	print: (text) => process.stdout.write(text),
	warn: (line) => process.stderr.write(`${line}\n`),
	loadGrammars: (wasmFiles) => loadGrammars(path.join(__dirname, "grammars"), wasmFiles),
}).then((code) => {
	// Not `process.exit`: what is still in the pipe must get out first.
	process.exitCode = code;
});

/** Read, not bundled: one bundle serves every version, and a missing file is no reason to fail. */
function versionIn(file: string): string {
	try {
		const { version }: { version?: unknown } = JSON.parse(fs.readFileSync(file, "utf8"));
		return String(version ?? "unknown");
	} catch {
		return "unknown";
	}
}
