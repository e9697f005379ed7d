/** One item in the status bar for the folder, one in the language status for the open file. */
import * as vscode from "vscode";
import { documentSelector } from "../shared/document-selector";
import { commands, displayName } from "../shared/protocol";
import { filesText } from "./command-answer";
import type { FindingCounter } from "./finding-counter";
import type { ServerProcess, ServerStatus } from "./server-process";

const { l10n } = vscode;

export function registerStatusBar(
	context: vscode.ExtensionContext,
	server: ServerProcess,
	counter: FindingCounter,
): void {
	const item = vscode.window.createStatusBarItem("migrateHelicone.status", vscode.StatusBarAlignment.Left, 0);
	item.name = displayName;
	const show = () => {
		const { icon, text, tooltip } = barTexts(server.status, counter);
		item.text = `$(${icon}) ${text}`;
		item.tooltip = tooltip;
		item.accessibilityInformation = { label: `${displayName}: ${tooltip}`, role: "button" };
		item.command = isWell(server.status) ? "workbench.actions.view.problems" : commands.showLog;
	};
	context.subscriptions.push(item, server.onDidChangeStatus(show), counter.onDidChange(show));
	show();
	item.show();
}

export function registerLanguageStatus(
	context: vscode.ExtensionContext,
	server: ServerProcess,
	counter: FindingCounter,
): void {
	const item = vscode.languages.createLanguageStatusItem("migrateHelicone.file", [...documentSelector]);
	item.name = displayName;
	const show = () => {
		const uri = vscode.window.activeTextEditor?.document.uri;
		const count = uri ? counter.in(uri) : 0;
		item.busy = isBusy(server.status);
		item.severity = isWell(server.status)
			? vscode.LanguageStatusSeverity.Information
			: vscode.LanguageStatusSeverity.Error;
		item.text = isWell(server.status) ? fileText(count) : l10n.t("Not running");
		item.detail = displayName;
		item.command = isWell(server.status) ? fixCommand(count) : restartCommand();
	};
	const editor = vscode.window.onDidChangeActiveTextEditor(show);
	context.subscriptions.push(item, editor, server.onDidChangeStatus(show), counter.onDidChange(show));
	show();
}

function barTexts(status: ServerStatus, counter: FindingCounter): { icon: string; text: string; tooltip: string } {
	const count = String(counter.total);
	switch (status.state) {
		case "starting":
		case "working":
			return { icon: "loading~spin", text: count, tooltip: l10n.t("Looking for Helicone in the folders") };
		case "ready":
			return { icon: counter.total === 0 ? "check" : "arrow-swap", text: count, tooltip: stateText(status, counter) };
		case "off":
			return {
				icon: "arrow-swap",
				text: count,
				tooltip: l10n.t("{0} Only open files are checked.", stateText(status, counter)),
			};
		case "stopped":
			return {
				icon: "circle-slash",
				text: "–",
				tooltip: l10n.t("The language server is not running. Select for the log."),
			};
		case "error":
			return { icon: "error", text: "–", tooltip: l10n.t("The language server has failed. Select for the log.") };
	}
}

/** That nothing is left must not be said of what was not read. */
function stateText({ skipped }: ServerStatus, counter: FindingCounter): string {
	const left = leftText(counter);
	return skipped === 0 ? left : l10n.t("{0} Not read: {1}. The log says why.", left, filesText(skipped));
}

function leftText(counter: FindingCounter): string {
	if (counter.total === 0) return l10n.t("Nothing of Helicone is left.");
	if (counter.total === 1) return l10n.t("1 finding is left.");
	return l10n.t("{0} findings are left in {1}.", counter.total, filesText(counter.files));
}

function fileText(count: number): string {
	if (count === 0) return l10n.t("Nothing of Helicone in this file");
	return count === 1 ? l10n.t("1 finding in this file") : l10n.t("{0} findings in this file", count);
}

function fixCommand(count: number): vscode.Command | undefined {
	return count > 0 ? { title: l10n.t("Fix all that is safe"), command: commands.fixAllInFile } : undefined;
}

function restartCommand(): vscode.Command {
	return { title: l10n.t("Restart"), command: commands.restart };
}

function isBusy({ state }: ServerStatus): boolean {
	return state === "starting" || state === "working";
}

function isWell({ state }: ServerStatus): boolean {
	return state !== "stopped" && state !== "error";
}
