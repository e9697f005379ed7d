/**
 * The log for the traffic with the server. With the log at level Trace everything that is sent stands in it, a key among it:
 * here it is masked on the way.
 */
import type * as vscode from "vscode";
import { maskKey } from "../../shared/mask-key";

/** Secrets that were handed to the server in this session, each as it stands and as JSON spells it. */
const secrets = new Set<string>();

/** From now on no log line holds it. */
export function keepOutOfLogs(secret: string | null): void {
	if (secret === null || secret === "") return;
	for (const spelt of [secret, JSON.stringify(secret).slice(1, -1)]) secrets.add(spelt);
}

function withoutSecrets(text: string): string {
	let masked = text;
	for (const secret of secrets) masked = masked.replaceAll(secret, "…");
	return maskKey(masked);
}

/** @returns a channel that writes to `log`, secrets masked */
export function maskedLog(log: vscode.LogOutputChannel): vscode.LogOutputChannel {
	const safe = (value: unknown) => (typeof value === "string" ? withoutSecrets(value) : value);
	return {
		get name() {
			return log.name;
		},
		get logLevel() {
			return log.logLevel;
		},
		onDidChangeLogLevel: log.onDidChangeLogLevel,
		append: (text) => log.append(withoutSecrets(text)),
		appendLine: (text) => log.appendLine(withoutSecrets(text)),
		replace: (text) => log.replace(withoutSecrets(text)),
		clear: () => log.clear(),
		show: () => log.show(true),
		hide: () => log.hide(),
		// Whoever made the log disposes of it.
		dispose: () => undefined,
		trace: (text, ...more) => log.trace(withoutSecrets(text), ...more.map(safe)),
		debug: (text, ...more) => log.debug(withoutSecrets(text), ...more.map(safe)),
		info: (text, ...more) => log.info(withoutSecrets(text), ...more.map(safe)),
		warn: (text, ...more) => log.warn(withoutSecrets(text), ...more.map(safe)),
		error: (text, ...more) => log.error(withoutSecrets(text instanceof Error ? text.message : text), ...more.map(safe)),
	};
}
