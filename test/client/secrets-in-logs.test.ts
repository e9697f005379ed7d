import assert from "node:assert/strict";
import type * as vscode from "vscode";
import { keepOutOfLogs, maskedLog } from "../../client/connection/secrets-in-logs";

/** At log level Trace the language client writes every request down, parameters and all. */
describe("the log of the traffic with the server", () => {
	const lines: string[] = [];
	const write = (...said: readonly unknown[]) => void lines.push(said.map(String).join(" "));
	const log = {
		name: "log",
		logLevel: 1,
		onDidChangeLogLevel: () => ({ dispose: () => undefined }),
		...{
			append: write,
			appendLine: write,
			replace: write,
			trace: write,
			debug: write,
			info: write,
			warn: write,
			error: write,
		},
		...{ clear: () => undefined, show: () => undefined, hide: () => undefined, dispose: () => undefined },
	} satisfies vscode.LogOutputChannel;
	const masked = maskedLog(log);

	it("holds no key, whatever it looks like and however it is written", () => {
		const odd = 'canary "quoted" \\ and\nbroken';
		keepOutOfLogs(odd);
		keepOutOfLogs("canary-of-the-proxy");
		const params = JSON.stringify({ key: odd, proxyAuthorization: "canary-of-the-proxy", address: "https://x/v1" });
		masked.trace(`Sending request 'migrateHelicone/testConnection - (1)'.\nParams: ${params}`);
		masked.trace("data", `${odd} and sk-cn-v1-canary0123456789`);
		for (const say of [masked.append, masked.appendLine, masked.replace, masked.debug, masked.info, masked.warn])
			say("Bearer sk-cn-v1-canary0123456789 canary-of-the-proxy");
		masked.error(new Error("canary-of-the-proxy"));
		assert.equal(lines.length, 9);
		assert.doesNotMatch(lines.join("\n"), /canary/);
		assert.match(lines[0] ?? "", /"address":"https:\/\/x\/v1"/, "everything else is there to be read");
	});

	it("nothing is masked for the want of a key", () => {
		keepOutOfLogs(null);
		keepOutOfLogs("");
		masked.info("all of it");
		assert.equal(lines.at(-1), "all of it");
	});
});
