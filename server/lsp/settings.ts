/**
 * The settings of a document: what the editor says for its workspace folder, and the nearest `.migrate-helicone.json` on
 * top, exactly as the command line reads them. Bad values are said once in the log, and the rest counts.
 */
import * as path from "node:path";
import type { Connection } from "vscode-languageserver";
import { URI } from "vscode-uri";
import { section } from "../../shared/protocol";
import { defaultSettings, parseSettings } from "../../shared/settings";
import { type FolderSettings, findConfig, folderSettings, loadConfig } from "../host/config";
import { fileName, type Log } from "./log";

export interface SettingsStore {
	/** What the editor says for a workspace folder, or for a document outside of all folders. */
	base(scopeUri: string): Promise<FolderSettings>;
	/** @param scopeUri the workspace folder of the document, or the document itself */
	of(uri: string, scopeUri: string): Promise<FolderSettings>;
	/** The editor's settings or a config file changed. */
	forget(): void;
}

/** @param asks whether the client answers `workspace/configuration`; the defaults hold when it does not */
export function createSettings(connection: Connection, log: Log, asks: boolean): SettingsStore {
	const bases = new Map<string, Promise<FolderSettings>>();
	let files = new Map<string, FolderSettings>();

	async function ask(scopeUri: string): Promise<FolderSettings> {
		const answer: unknown = asks ? await connection.workspace.getConfiguration({ scopeUri, section }) : undefined;
		const { settings, problems } = parseSettings(answer, defaultSettings);
		for (const problem of problems) log.once(`settings: ${problem}`);
		return folderSettings(settings, pathOf(scopeUri) ?? path.parse(process.cwd()).root);
	}

	function base(scopeUri: string): Promise<FolderSettings> {
		const known = bases.get(scopeUri) ?? ask(scopeUri);
		bases.set(scopeUri, known);
		// A failed request is asked again next time.
		known.catch(() => bases.delete(scopeUri));
		return known;
	}

	function withConfig(
		cache: Map<string, FolderSettings>,
		file: string,
		scopeUri: string,
		below: FolderSettings,
	): FolderSettings {
		const key = `${scopeUri}\n${file}`;
		const known = cache.get(key);
		if (known) return known;
		const { folder, problems } = loadConfig(file, below);
		for (const one of problems) log.once(`${fileName(URI.file(one.file).toString())}:${one.line}: ${one.message}`);
		cache.set(key, folder);
		return folder;
	}

	return {
		base,
		async of(uri, scopeUri) {
			// What is read for the old settings must not be kept for the new ones.
			const cache = files;
			const below = await base(scopeUri);
			const file = pathOf(uri);
			const config = file && findConfig(path.dirname(file));
			return config ? withConfig(cache, config, scopeUri, below) : below;
		},
		forget() {
			bases.clear();
			files = new Map();
		},
	};
}

/** @returns undefined for what is not on this machine's disk: untitled and virtual documents */
export function pathOf(uri: string): string | undefined {
	const parsed = URI.parse(uri);
	return parsed.scheme === "file" ? parsed.fsPath : undefined;
}
