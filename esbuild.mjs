// Bundles the three programs (extension, language server, command line) and lays the grammars beside the server.
// node esbuild.mjs [--production]
import { cp, mkdir, readdir, rm } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";
import { fileURLToPath } from "node:url";
import esbuild from "esbuild";

const root = path.dirname(fileURLToPath(import.meta.url));
const require = createRequire(import.meta.url);
const production = process.argv.includes("--production");

const programs = [
	{ entry: "client/extension.ts", out: "client/out/extension.js", external: ["vscode"] },
	{ entry: "server/lsp/main.ts", out: "server/out/server.js" },
	{ entry: "server/cli/main.ts", out: "server/out/cli.js", banner: "#!/usr/bin/env node" },
	{ entry: "server/host/scan-worker.ts", out: "server/out/scan-worker.js" },
	// Loaded only when an import of TypeScript or JavaScript must be followed: it holds the compiler.
	{ entry: "server/host/typescript-names.ts", out: "server/out/ts-names.js" },
];

/** What every bundle shares, the language list that is bundled only to be read among them. */
const options = {
	absWorkingDir: root,
	bundle: true,
	format: "cjs",
	platform: "node",
	target: "node20",
	logLevel: "warning",
	// jsonc-parser's `main` is UMD with a `require` that no bundler can follow.
	mainFields: ["module", "main"],
	// web-tree-sitter's ES module asks `import.meta.url` for its place, which a CommonJS bundle does not have.
	alias: { "web-tree-sitter": require.resolve("web-tree-sitter") },
};

async function bundle({ entry, out, external = [], banner }) {
	const result = await esbuild.build({
		...options,
		entryPoints: [entry],
		outfile: out,
		external,
		metafile: true,
		minify: production,
		sourcemap: production ? false : "linked",
		...(banner === undefined ? {} : { banner: { js: banner } }),
	});
	return `${out} ${kilobytes(result.metafile.outputs[out].bytes)}`;
}

/** File names of the grammars that the engine's own list of languages reads with. */
async function grammarFiles() {
	const { outputFiles } = await esbuild.build({
		...options,
		stdin: { contents: 'export { languages } from "./server/engine/languages";', resolveDir: root, loader: "ts" },
		write: false,
	});
	const module = { exports: {} };
	new Function("module", "exports", "require", outputFiles[0].text)(module, module.exports, require);
	const grammars = module.exports.languages.flatMap(({ reading }) =>
		reading.kind === "grammar" ? [reading.wasm] : [],
	);
	return [...new Set(grammars)].sort();
}

/** The packages that ship grammars, the first that has a file wins: those made for the editor come first. */
async function grammarFolders() {
	const modules = path.join(root, "node_modules");
	const named = (folder, pattern) =>
		readdir(path.join(modules, folder)).then(
			(names) => names.filter((name) => pattern.test(name)).map((name) => path.join(modules, folder, name)),
			() => [],
		);
	return [
		path.join(modules, "@vscode/tree-sitter-wasm/wasm"),
		...(await named("@tree-sitter-grammars", /^tree-sitter-/)),
		...(await named(".", /^tree-sitter-/)),
		path.join(modules, "@repomix/tree-sitter-wasms/out"),
	];
}

async function copyGrammars() {
	const target = path.join(root, "server/out/grammars");
	await rm(target, { recursive: true, force: true });
	await mkdir(target, { recursive: true });
	await cp(require.resolve("web-tree-sitter/web-tree-sitter.wasm"), path.join(target, "web-tree-sitter.wasm"));
	const [names, folders] = await Promise.all([grammarFiles(), grammarFolders()]);
	for (const name of names) await copyFirst(name, folders, target);
	return `${names.length} grammars`;
}

async function copyFirst(name, folders, target) {
	for (const folder of folders) {
		const copied = await cp(path.join(folder, name), path.join(target, name)).then(
			() => true,
			() => false,
		);
		if (copied) return;
	}
	throw new Error(`no installed package holds the grammar ${name}; looked in ${folders.join(", ")}`);
}

function kilobytes(bytes) {
	return `${Math.round(bytes / 1024)} KB`;
}

try {
	const built = await Promise.all([...programs.map(bundle), copyGrammars()]);
	// On stderr: the command line, which builds first, owns stdout.
	console.error(`built ${production ? "for production" : "for development"}: ${built.join(", ")}`);
} catch (error) {
	console.error(`build failed: ${error.message}`);
	process.exit(2);
}
