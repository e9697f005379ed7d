/**
 * `npm start [folder]`: a real editor with the built extension on a folder; without one, on a fresh copy of the demo.
 * That is desktop VS Code when `code` is on the PATH, else the embedded server in a browser. Ctrl-C ends it.
 */
import { spawn } from "node:child_process";
import { cpSync, existsSync, mkdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { type EmbeddedServer, installExtension, startServer } from "./vscode/embedded";
import { run, runQuietly } from "./vscode/processes";
import { makeProfile } from "./vscode/profile";
import { saying } from "./vscode/saying";
import { installServer, root } from "./vscode/server-package";
import { workbenchAddress } from "./vscode/workbench";

const superuser = process.getuid?.() === 0;

async function main(): Promise<number> {
	const folder = chooseFolder(process.argv[2]);
	// Desktop VS Code refuses to run as root.
	const desktop = superuser ? undefined : onPath("code");
	if (desktop === undefined) return openEmbedded(folder);
	if ((await run(process.execPath, ["esbuild.mjs"], { cwd: root })) !== 0) return 2;
	console.log(`opening ${folder} in desktop VS Code`);
	const args = [`--extensionDevelopmentPath=${root}`, "--new-window", folder];
	return run(desktop, args, { shell: process.platform === "win32" });
}

/** The demo is copied, so that fixing it leaves the repository clean. */
function chooseFolder(named: string | undefined): string {
	if (named !== undefined) {
		const folder = path.resolve(process.env.INIT_CWD ?? ".", named);
		if (!existsSync(folder)) throw new Error(`there is no folder ${folder}`);
		return folder;
	}
	const copy = path.join(tmpdir(), "migrate-helicone-demo");
	rmSync(copy, { recursive: true, force: true });
	cpSync(path.join(root, "test/workspaces/demo"), copy, { recursive: true });
	return copy;
}

async function openEmbedded(folder: string): Promise<number> {
	// Both take seconds, one of the network and one of the processor.
	const [program, vsix] = await Promise.all([installServer(), packageExtension()]);
	const profile = await makeProfile();
	console.log("starting VS Code with the extension");
	if ((await installExtension(program, profile, vsix)) !== 0) return 2;
	const port = process.env.PORT === undefined ? undefined : Number(process.env.PORT);
	const server = await startServer(program, profile, { development: false, ...(port === undefined ? {} : { port }) });
	const asked = new Promise<void>((resolve) => {
		for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, () => resolve());
	});
	announce(server, folder);
	await Promise.race([asked, server.ended]);
	await server.stop();
	await profile.remove();
	console.log("\nclosed");
	return 0;
}

/** Installed as people have it: a server that heeds development paths shows no notifications. */
async function packageExtension(): Promise<string> {
	const vsix = path.join(root, "test/output/migrate-helicone.vsix");
	mkdirSync(path.dirname(vsix), { recursive: true });
	const vsce = require.resolve("@vscode/vsce/vsce");
	const args = [vsce, "package", "--no-dependencies", "--out", vsix];
	const code = await saying("packaging the extension", () => runQuietly(process.execPath, args, { cwd: root }));
	if (code !== 0) throw new Error("the extension could not be packaged");
	return vsix;
}

function announce(server: EmbeddedServer, folder: string): void {
	const address = workbenchAddress(server, { folder });
	console.log(`VS Code is open on ${folder} at\n\n  ${address}\n\nCtrl-C ends it.`);
	const opener = process.platform === "darwin" ? "open" : onPath("xdg-open");
	const screen =
		process.platform === "darwin" || process.env.DISPLAY !== undefined || process.env.WAYLAND_DISPLAY !== undefined;
	if (superuser || opener === undefined || !screen) return;
	spawn(opener, [address], { stdio: "ignore", detached: true })
		.once("error", () => {})
		.unref();
}

function onPath(name: string): string | undefined {
	const endings = process.platform === "win32" ? [".cmd", ".exe"] : [""];
	const folders = (process.env.PATH ?? "").split(path.delimiter);
	return folders
		.flatMap((folder) => endings.map((ending) => path.join(folder, name + ending)))
		.find((file) => existsSync(file));
}

main().then(
	(code) => process.exit(code),
	(error: unknown) => {
		console.error(error instanceof Error ? error.message : error);
		process.exit(2);
	},
);
