/** The commands of a migration: for the workspace, for what is selected in the explorer, for some rules, for what is ticked. */
import * as vscode from "vscode";
import { commands } from "../../shared/protocol";
import { answer } from "../command-answer";
import type { FindingTree } from "../findings/finding-tree";
import type { ServerProcess } from "../server-process";
import { adoptResponses } from "./adopt-responses";
import { reportGaps } from "./gaps";
import { finishMigration, markLeft } from "./last-steps";
import type { Wanted } from "./plan";
import { askRules } from "./questions";
import { openReport } from "./report";
import { migrate } from "./run-migration";
import { createVerificationScript } from "./verification-script";

const whole: Wanted = { uris: [], applicability: "suggested", isPreview: true };

export function registerMigrationCommands(
	context: vscode.ExtensionContext,
	server: ServerProcess,
	tree: FindingTree,
): void {
	const register = (name: string, run: (...args: unknown[]) => Promise<unknown>) =>
		context.subscriptions.push(
			vscode.commands.registerCommand(name, (...args: unknown[]) => answer(server.log, () => run(...args))),
		);
	register(commands.migrateWorkspace, () => migrate(server, whole, false));
	register(commands.previewMigration, () => migrate(server, whole, true));
	register(commands.previewRules, async () => {
		const rules = await askRules();
		if (rules) await migrate(server, { ...whole, rules }, true);
	});
	register(commands.migrateResources, (...args) => migrate(server, { ...whole, uris: urisOf(server, args) }, false));
	register(commands.previewResources, (...args) => migrate(server, { ...whole, uris: urisOf(server, args) }, true));
	register(commands.migrateTicked, () => migrate(server, { ...whole, ticked: tree.ticked() }, false));
	register(commands.previewTicked, () => migrate(server, { ...whole, ticked: tree.ticked() }, true));
	register(commands.adoptResponses, () => adoptResponses(server, []));
	register(commands.adoptResponsesInResources, (...args) => adoptResponses(server, urisOf(server, args)));
	register(commands.markLeft, () => markLeft(server));
	register(commands.finishMigration, () => finishMigration(server));
	register(commands.showReport, () => openReport(server, null));
	register(commands.reportMigrationGaps, () =>
		reportGaps(server, String((context.extension.packageJSON as { readonly version?: unknown }).version)),
	);
	register(commands.createVerificationScript, () => createVerificationScript(server));
}

/** The explorer hands over what was clicked, and all that is selected; the palette nothing: then it is the open file. */
function urisOf(server: ServerProcess, [clicked, selected]: readonly unknown[]): readonly string[] {
	const all = Array.isArray(selected) && selected.length > 0 ? selected : [clicked];
	const uris = all.filter((one): one is vscode.Uri => one instanceof vscode.Uri);
	const open = vscode.window.activeTextEditor?.document.uri;
	const wanted = uris.length > 0 ? uris : open ? [open] : [];
	if (wanted.length === 0) throw new vscode.CancellationError();
	return wanted.map((uri) => server.client.code2ProtocolConverter.asUri(uri));
}
