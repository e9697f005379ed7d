/** Helicone's key, for *Export Helicone History* alone: kept apart from Concentrate's, never in settings, never shown. */
import * as vscode from "vscode";
import { keepOutOfLogs } from "./secrets-in-logs";

const { l10n } = vscode;

const storageName = "heliconeApiKey";
const variable = "HELICONE_API_KEY";

/** @returns the stored key, else the environment's, else what the person types and may keep; undefined when they turn away */
export async function findHeliconeKey(secrets: vscode.SecretStorage): Promise<string | undefined> {
	const known = ((await secrets.get(storageName)) ?? process.env[variable])?.trim();
	const key = known ? known : await askAndKeep(secrets);
	keepOutOfLogs(key ?? null);
	return key;
}

export async function forgetHeliconeKey(secrets: vscode.SecretStorage): Promise<void> {
	await secrets.delete(storageName);
}

async function askAndKeep(secrets: vscode.SecretStorage): Promise<string | undefined> {
	const typed = await vscode.window.showInputBox({
		title: l10n.t("Helicone API Key"),
		prompt: l10n.t("It reads the history, and is kept in VS Code's secret storage until an export has ended well."),
		placeHolder: "sk-helicone-...",
		password: true,
		ignoreFocusOut: true,
	});
	const key = typed?.trim();
	if (!key) return undefined;
	keepOutOfLogs(key);
	await secrets.store(storageName, key);
	return key;
}
