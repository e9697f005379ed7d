/** The key for Test Connection: kept in VS Code's secret storage, never in settings, never shown. */
import * as vscode from "vscode";
import { gateway } from "../../shared/mappings/gateway";
import { keepOutOfLogs } from "./secrets-in-logs";

const { l10n } = vscode;

const storageName = "concentrateApiKey";

export interface FoundKey {
	/** Null for a test without a key. */
	readonly key: string | null;
	readonly from: "storage" | "environment" | "prompt" | "nowhere";
}

/** @returns the stored key, else the environment's, else what the person types; undefined when they turn away */
export async function findKey(secrets: vscode.SecretStorage): Promise<FoundKey | undefined> {
	const stored = await secrets.get(storageName);
	if (stored) return found(stored, "storage");
	const variable = process.env[gateway.keyVariable];
	if (variable) return found(variable, "environment");
	const typed = await ask(l10n.t("Used for this test alone. Leave it empty to test without a key."));
	if (typed === undefined) return undefined;
	return typed === "" ? { key: null, from: "nowhere" } : found(typed, "prompt");
}

function found(key: string, from: FoundKey["from"]): FoundKey {
	keepOutOfLogs(key);
	return { key, from };
}

export async function setKey(secrets: vscode.SecretStorage): Promise<void> {
	const typed = (await ask(l10n.t("It is kept in VS Code's secret storage.")))?.trim();
	if (typed === undefined || typed === "") return;
	keepOutOfLogs(typed);
	await secrets.store(storageName, typed);
	void vscode.window.showInformationMessage(l10n.t("The key is kept in VS Code's secret storage."));
}

export async function clearKey(secrets: vscode.SecretStorage): Promise<void> {
	const had = (await secrets.get(storageName)) !== undefined;
	await secrets.delete(storageName);
	const text = had ? l10n.t("The key is gone from VS Code's secret storage.") : l10n.t("No key was kept.");
	void vscode.window.showInformationMessage(text);
}

function ask(prompt: string): Thenable<string | undefined> {
	return vscode.window.showInputBox({
		title: l10n.t("Concentrate API Key"),
		prompt,
		placeHolder: gateway.keyPlaceholder,
		password: true,
		ignoreFocusOut: true,
	});
}
