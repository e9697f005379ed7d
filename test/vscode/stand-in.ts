/**
 * Answers to the command line of VS Code's executable, as far as `@vscode/test-electron` and `--install-extension` use
 * it, with the embedded server and a headless browser. So one suite runs here and in a desktop VS Code.
 */
import { mkdir } from "node:fs/promises";
import path from "node:path";
import { parseArgs } from "node:util";
import { installChromium, launch } from "./chromium";
import { installExtension, type Places, startServer } from "./embedded";
import { installServer } from "./server-package";
import { runTestsInWorkbench } from "./workbench";

const { values, positionals } = parseArgs({
	strict: false,
	allowPositionals: true,
	options: {
		extensionDevelopmentPath: { type: "string", multiple: true },
		extensionTestsPath: { type: "string" },
		"user-data-dir": { type: "string" },
		"extensions-dir": { type: "string" },
		"install-extension": { type: "string" },
	},
});

async function main(): Promise<number> {
	const program = await installServer();
	const places = await readPlaces();
	const vsix = text(values["install-extension"]);
	if (vsix !== undefined) return installExtension(program, places, path.resolve(vsix));
	const chromium = await installChromium();
	const server = await startServer(program, places, { development: true });
	const browser = await launch(chromium);
	const close = async () => {
		await browser.close();
		await server.stop();
	};
	process.once("SIGINT", () => void close().then(() => process.exit(130)));
	try {
		const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
		return await runTestsInWorkbench(page, server, {
			folder: path.resolve(positionals[0] ?? "."),
			extensionDevelopmentPaths: texts(values.extensionDevelopmentPath),
			extensionTestsPath: path.resolve(need("extensionTestsPath")),
		});
	} finally {
		await close();
	}
}

async function readPlaces(): Promise<Places> {
	const userData = path.resolve(need("user-data-dir"));
	const home = path.dirname(userData);
	await mkdir(home, { recursive: true });
	return { home, userData, extensions: path.resolve(need("extensions-dir")) };
}

function need(name: string): string {
	const value = text(values[name]);
	if (value === undefined) throw new Error(`the stand-in for VS Code needs --${name}=…`);
	return value;
}

function text(value: unknown): string | undefined {
	return typeof value === "string" ? value : undefined;
}

function texts(value: unknown): string[] {
	return Array.isArray(value) ? value.map(String) : [];
}

main().then(
	(code) => process.exit(code),
	(error: unknown) => {
		console.error(error instanceof Error ? error.message : error);
		process.exit(1);
	},
);
