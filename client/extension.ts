/** The extension: starts the server, shows its state, offers its commands. Everything it knows comes from the server. */
import * as vscode from "vscode";
import { registerCommands } from "./commands";
import { registerConnectionCommands } from "./connection/connection-commands";
import { registerHistoryCommand } from "./connection/history";
import { watchFileInFront } from "./file-in-front";
import { FindingCounter } from "./finding-counter";
import { FindingTree } from "./findings/finding-tree";
import { registerMigrationCommands } from "./migration/commands";
import { ServerProcess } from "./server-process";
import { registerLanguageStatus, registerStatusBar } from "./status";

let server: ServerProcess | undefined;

/** @returns once the server answers; a server that cannot start is said in the status bar and the log, not thrown. */
export async function activate(context: vscode.ExtensionContext): Promise<void> {
	const log = vscode.window.createOutputChannel("Helicone to Concentrate", { log: true });
	server = new ServerProcess(context, log);
	const counter = new FindingCounter();
	context.subscriptions.push(log, counter);
	registerStatusBar(context, server, counter);
	registerLanguageStatus(context, server, counter);
	watchFileInFront(context);
	registerCommands(context, server, log);
	registerConnectionCommands(context, server, log);
	registerHistoryCommand(context, server, log);
	registerMigrationCommands(context, server, new FindingTree(context, server));
	await server.start();
}

export function deactivate(): Promise<void> | undefined {
	return server?.stop();
}
