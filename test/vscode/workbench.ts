/** Opens VS Code's workbench in a page. */
import { format } from "node:util";
import type { Page } from "playwright-core";
import type { EmbeddedServer } from "./embedded";

export interface Opening {
	/** A folder, or a `.code-workspace` with several. */
	readonly folder: string;
	readonly file?: string;
	readonly extensionDevelopmentPaths?: readonly string[];
	readonly extensionTestsPath?: string;
}

/** Everything that VS Code says about the servers it cannot reach here, and about itself. */
const noise =
	/AgentHost|AccountPolicyGate|open-vsx|authentication provider|connection token|Creating a socket|grace time|Service Worker|builtin extensions cache|spdlog|native-watchdog|marketplace|GalleryService/i;

/** Loads the workbench; returns as soon as the page has begun. */
export async function openWorkbench(page: Page, server: EmbeddedServer, opening: Opening): Promise<void> {
	await page.goto(workbenchAddress(server, opening), { waitUntil: "commit" });
}

/** Opens the workbench with a test suite. @returns the suite's exit code */
export async function runTestsInWorkbench(page: Page, server: EmbeddedServer, opening: Opening): Promise<number> {
	await page.exposeFunction("codeAutomationLog", (_level: string, args: unknown[]) => {
		const line = format(...args);
		if (!noise.test(line)) console.log(line);
	});
	const exit = new Promise<number>((resolve, reject) => {
		void page.exposeFunction("codeAutomationExit", (code: number) => resolve(code)).catch(reject);
		page.once("crash", () => reject(new Error("the page with VS Code crashed")));
		void server.ended.then(() => reject(new Error("the VS Code server ended before the tests")));
	});
	await openWorkbench(page, server, opening);
	return exit;
}

export function workbenchAddress(server: EmbeddedServer, opening: Opening): string {
	const remote = (file: string) => `vscode-remote://127.0.0.1:${server.port}${file}`;
	const payload: [string, string][] = [];
	for (const one of opening.extensionDevelopmentPaths ?? []) payload.push(["extensionDevelopmentPath", remote(one)]);
	if (opening.extensionTestsPath !== undefined)
		payload.push(["extensionTestsPath", remote(opening.extensionTestsPath)]);
	if (opening.file !== undefined) payload.push(["openFile", remote(opening.file)]);
	const query = new URLSearchParams({
		[opening.folder.endsWith(".code-workspace") ? "workspace" : "folder"]: opening.folder,
	});
	if (payload.length > 0) query.set("payload", JSON.stringify(payload));
	return `${server.address}/?${query}`;
}
