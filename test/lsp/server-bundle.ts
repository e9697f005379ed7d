/** Bundles the server as `esbuild.mjs` does, once per run, so that a test never talks to yesterday's server. */
import { cp, mkdir } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";
import { build } from "esbuild";
import { allGrammars } from "../../server/host/language-of";
import { grammarFile } from "../support/grammars";

const root = path.join(__dirname, "../..");
const folder = path.join(root, "test/output/lsp-server");
const resolve = createRequire(__filename).resolve;

let bundled: Promise<string> | undefined;

/** @returns path of the server's module */
export function serverModule(): Promise<string> {
	bundled ??= bundle();
	return bundled;
}

/** @returns path of the module of a server whose parser refuses what fixes make of some files (`refusing-server.ts`) */
export async function refusingServerModule(): Promise<string> {
	await serverModule();
	const outfile = path.join(folder, "refusing-server.js");
	await bundleFile("test/lsp/refusing-server.ts", outfile);
	return outfile;
}

async function bundle(): Promise<string> {
	const outfile = path.join(folder, "server.js");
	const grammars = path.join(folder, "grammars");
	await mkdir(grammars, { recursive: true });
	await cp(resolve("web-tree-sitter/web-tree-sitter.wasm"), path.join(grammars, "web-tree-sitter.wasm"));
	for (const name of allGrammars()) {
		await cp(grammarFile(name), path.join(grammars, name));
	}
	await Promise.all([
		bundleFile("server/lsp/main.ts", outfile),
		bundleFile("server/host/typescript-names.ts", path.join(folder, "ts-names.js")),
	]);
	return outfile;
}

async function bundleFile(entry: string, outfile: string): Promise<void> {
	await build({
		entryPoints: [path.join(root, entry)],
		outfile,
		bundle: true,
		format: "cjs",
		platform: "node",
		target: "node20",
		sourcemap: "linked",
		logLevel: "warning",
		mainFields: ["module", "main"],
		alias: { "web-tree-sitter": resolve("web-tree-sitter") },
	});
}
