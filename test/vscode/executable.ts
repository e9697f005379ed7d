/** Which VS Code the tests run in. One variable decides: VSCODE_EXECUTABLE. */
import path from "node:path";
import { downloadAndUnzipVSCode } from "@vscode/test-electron";
import { installChromium } from "./chromium";
import { canEmbed, installServer } from "./server-package";
import { Unavailable } from "./unavailable";

const standIn = path.join(__dirname, "stand-in.mjs");

/**
 * VSCODE_EXECUTABLE is a path to a desktop VS Code, `download` for the one of `@vscode/test-electron`, or `stand-in` for
 * the embedded server with a headless browser. Unset, it is the stand-in where that runs, else the download.
 * @returns the executable's path, ready to run
 * @throws Unavailable with the reason
 */
export async function readyExecutable(): Promise<string> {
	const choice = process.env.VSCODE_EXECUTABLE ?? (canEmbed ? "stand-in" : "download");
	if (choice === "download") return download();
	if (choice !== "stand-in") return path.resolve(choice);
	await installServer();
	await installChromium();
	return standIn;
}

function download(): Promise<string> {
	return downloadAndUnzipVSCode().catch((error: unknown) => {
		throw new Unavailable(`desktop VS Code could not be downloaded: ${error instanceof Error ? error.message : error}`);
	});
}
