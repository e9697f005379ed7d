/** Entry of `server/out/server.js`: Node, with the transport that the command line names (`--node-ipc`, `--stdio`). */
import { existsSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import { createConnection, ProposedFeatures } from "vscode-languageserver/node";
import { cacheDirectory } from "../host/connection/saved-catalogue";
import { loadGrammars } from "../host/grammars";
import { allGrammars } from "../host/language-of";
import { startServer } from "./server";

const scanWorker = join(__dirname, "scan-worker.js");

startServer(createConnection(ProposedFeatures.all), {
	loadGrammars: () => loadGrammars(join(__dirname, "grammars"), allGrammars()),
	scanWorker: existsSync(scanWorker) ? scanWorker : undefined,
	cacheDirectory: cacheDirectory(process.platform, process.env, homedir()),
	rethrow: process.env.MIGRATE_HELICONE_RETHROW === "1",
});
