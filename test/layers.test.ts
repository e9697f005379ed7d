import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { builtinModules } from "node:module";
import path from "node:path";

/**
 * What a folder may touch: other layers, packages, and Node. Data → shared; text → engine; disk, network → host;
 * LSP types → lsp; `vscode` → client. `engine ← host` is allowed because the host feeds the engine whole folders.
 */
interface Layer {
	readonly folder: string;
	readonly layers: readonly string[];
	readonly packages: readonly string[];
	readonly node: boolean;
}

const layers: readonly Layer[] = [
	{ folder: "shared", layers: [], packages: ["zod", "fastest-levenshtein"], node: false },
	{
		folder: "server/engine",
		layers: ["shared"],
		// Pure values in, pure values out. Of web-tree-sitter only the types: the host loads it.
		packages: ["web-tree-sitter", "jsonc-parser", "fastest-levenshtein", "diff", "yaml"],
		node: false,
	},
	{
		folder: "server/host",
		layers: ["shared", "server/engine"],
		packages: ["web-tree-sitter", "ignore", "picomatch", "jsonc-parser", "undici", "ts-morph", "vscode-uri", "zod"],
		node: true,
	},
	{
		folder: "server/lsp",
		layers: ["shared", "server/engine", "server/host"],
		packages: ["vscode-languageserver", "vscode-languageserver-textdocument", "vscode-uri", "zod"],
		node: true,
	},
	{
		folder: "server/cli",
		layers: ["shared", "server/engine", "server/host"],
		packages: ["@modelcontextprotocol/sdk", "commander", "diff", "vscode-languageserver-textdocument", "zod"],
		node: true,
	},
	{ folder: "client", layers: ["shared"], packages: ["vscode", "vscode-languageclient", "vscode-uri"], node: true },
];

const root = path.resolve(__dirname, "..");

describe("layers", () => {
	for (const layer of layers) {
		it(`${layer.folder} imports only what it may touch`, () => {
			assert.deepEqual(
				sources(layer.folder).flatMap((file) => forbidden(layer, file)),
				[],
			);
		});
	}

	it("a wrong import is named", () => {
		const [shared] = layers;
		assert.ok(shared);
		assert.equal(complaint(shared, "shared/a.ts", "../server/engine/model"), "shared/a.ts imports server/engine/model");
		assert.equal(complaint(shared, "shared/a.ts", "node:fs"), "shared/a.ts imports node:fs");
		assert.equal(complaint(shared, "shared/a.ts", "picomatch"), "shared/a.ts imports picomatch");
		assert.equal(complaint(shared, "shared/a.ts", "zod/mini"), undefined);
		assert.equal(complaint(shared, "shared/a.ts", "./mappings/b"), undefined);
	});

	it("every source belongs to a layer", () => {
		const known = layers.map(({ folder }) => `${folder}/`);
		const stray = ["shared", "server", "client"]
			.flatMap(sources)
			.filter((file) => !known.some((folder) => file.startsWith(folder)));
		assert.deepEqual(stray, []);
	});
});

/** Source files below a folder, from the root and with forward slashes. */
function sources(folder: string): string[] {
	return readdirSync(path.join(root, folder), { recursive: true, encoding: "utf8" })
		.map((name) => path.posix.join(folder, name.split(path.sep).join("/")))
		.filter((file) => file.endsWith(".ts") && !/\/(out|node_modules)\//.test(file));
}

function forbidden(layer: Layer, file: string): string[] {
	return imports(readFileSync(path.join(root, file), "utf8")).flatMap((wanted) => complaint(layer, file, wanted) ?? []);
}

const clause = /(?:import|export)\s+(?:type\s+)?(?:[\w$]+\s*,?\s*)?(?:\*(?:\s+as\s+[\w$]+)?|\{[^}]*\})?\s*from\s*/;
const name = /["']([^"']+)["']/;
const forms = [
	new RegExp(`^\\s*${clause.source}${name.source}`, "gm"),
	new RegExp(`^\\s*import\\s*${name.source}`, "gm"),
	new RegExp(`\\b(?:import|require)\\(\\s*${name.source}\\s*\\)`, "g"),
];

/** `import … from "x"`, `export … from "x"`, `import "x"`, `import("x")`, `require("x")`, types among them. */
function imports(text: string): string[] {
	const code = text.replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, "");
	return forms.flatMap((form) => [...code.matchAll(form)].map(([, wanted = ""]) => wanted));
}

function complaint(layer: Layer, file: string, wanted: string): string | undefined {
	if (wanted.startsWith(".")) {
		const target = path.posix.join(path.posix.dirname(file), wanted);
		const reachable = [layer.folder, ...layer.layers];
		return reachable.some((folder) => `${target}/`.startsWith(`${folder}/`)) ? undefined : `${file} imports ${target}`;
	}
	const builtin = wanted.startsWith("node:") || builtinModules.includes(wanted);
	const allowed = builtin ? layer.node : layer.packages.includes(packageName(wanted));
	return allowed ? undefined : `${file} imports ${wanted}`;
}

/** `zod/v4` is `zod`, `@scope/name/deep` is `@scope/name`. */
function packageName(wanted: string): string {
	return wanted
		.split("/")
		.slice(0, wanted.startsWith("@") ? 2 : 1)
		.join("/");
}
