/**
 * Which file a module of TypeScript or JavaScript is: by `tsconfig.json` (path aliases, `extends`) and `package.json`
 * (`exports`, packages of the same repository). The compiler's own resolution, one answer per question.
 */
import * as fs from "node:fs";
import * as path from "node:path";
import { ts } from "ts-morph";

export interface TypeScriptFolder {
	/** Texts that stand for what is on disk, by absolute path. */
	readonly overlay: ReadonlyMap<string, string>;
	/** Folders of the packages of this repository, by the name in their `package.json`. */
	readonly packages: ReadonlyMap<string, string>;
}

export interface TypeScriptModules {
	/** The file behind a specifier, if it is one of the repository's own: absolute. */
	fileOf(from: string, module: string): string | undefined;
	/** The `tsconfig.json` or `jsconfig.json` that a file belongs to: the nearest above; empty when there is none. */
	configOf(file: string): string;
	/** The sources that the package of that folder offers to those who install it. */
	entriesOf(root: string): readonly string[];
	/** @returns undefined for a file that cannot be read */
	textOf(file: string): string | undefined;
}

interface Settings {
	readonly config: string;
	readonly options: ts.CompilerOptions;
}

interface Asking {
	readonly folder: TypeScriptFolder;
	readonly host: ts.ModuleResolutionHost;
	readonly settings: Map<string, Settings>;
}

/** What it reads is read once: make a new one when files have changed. */
export function createTypeScriptModules(folder: TypeScriptFolder): TypeScriptModules {
	const asking: Asking = { folder, host: hostOf(folder), settings: new Map() };
	const files = new Map<string, string | undefined>();
	return {
		fileOf(from, module) {
			// All files of a folder ask alike.
			const key = `${path.dirname(from)}\n${module}`;
			if (!files.has(key)) files.set(key, fileOf(asking, from, module));
			return files.get(key);
		},
		configOf: (file) => settingsFor(asking, path.dirname(file)).config,
		entriesOf: (root) => entriesOf(asking, root),
		textOf: (file) => textOf(folder.overlay, file),
	};
}

function hostOf({ overlay }: TypeScriptFolder): ts.ModuleResolutionHost {
	return {
		fileExists: (file) =>
			overlay.has(path.resolve(file)) || (fs.statSync(file, { throwIfNoEntry: false })?.isFile() ?? false),
		directoryExists: (folder) => fs.statSync(folder, { throwIfNoEntry: false })?.isDirectory() ?? false,
		readFile: (file) => textOf(overlay, file),
		realpath: (file) => {
			try {
				return fs.realpathSync(file);
			} catch {
				return file;
			}
		},
	};
}

function textOf(overlay: ReadonlyMap<string, string>, file: string): string | undefined {
	const unsaved = overlay.get(path.resolve(file));
	if (unsaved !== undefined) return unsaved;
	try {
		return fs.readFileSync(file, "utf8");
	} catch {
		return undefined;
	}
}

function fileOf(asking: Asking, from: string, module: string): string | undefined {
	const { options } = settingsFor(asking, path.dirname(from));
	const resolved = ts.resolveModuleName(module, from, options, asking.host).resolvedModule;
	const file = resolved && path.resolve(resolved.resolvedFileName);
	if (file !== undefined && !/[\\/]node_modules[\\/]|\.d\.[cm]?ts$/.test(file)) return file;
	return packageFile(asking, module);
}

/** A package of the repository that nobody has installed or built: its sources. */
function packageFile(asking: Asking, module: string): string | undefined {
	const name = module.startsWith("@") ? module.split("/").slice(0, 2).join("/") : (module.split("/")[0] ?? module);
	const root = asking.folder.packages.get(name);
	return root === undefined ? undefined : entryFile(asking, root, module.slice(name.length).replace(/^\//, ""));
}

/** @param rest what follows the package's name in an import */
function entryFile({ folder, host }: Asking, root: string, rest: string): string | undefined {
	const endings = [".ts", ".tsx", ".mts", ".js", ".mjs", ".jsx"];
	const entries = [...declaredEntries(textOf(folder.overlay, path.join(root, "package.json")), rest)];
	const bases = [
		...entries,
		...(rest === "" ? ["src/index", "index", "src/main"] : [`src/${rest}`, rest, `src/${rest}/index`]),
	];
	const files = bases.flatMap((base) => {
		const plain = base.replace(/\.[cm]?[jt]sx?$/, "");
		const source = plain.replace(/^(\.\/)?(dist|lib|build|out)\//, "src/");
		return [base, ...[plain, source].flatMap((one) => endings.map((ending) => one + ending))];
	});
	return files
		.map((file) => path.join(root, file))
		.find((file) => /\.[cm]?[jt]sx?$/.test(file) && host.fileExists(file));
}

function entriesOf(asking: Asking, root: string): readonly string[] {
	const json = parsed(textOf(asking.folder.overlay, path.join(root, "package.json")));
	const exports = json?.exports;
	const keys = typeof exports === "object" && exports !== null ? Object.keys(exports) : [];
	const rests = keys.flatMap((key) => (key.startsWith("./") ? [key.slice(2)] : []));
	const isOffering = ["main", "module", "types", "typings", "exports"].some((field) => json?.[field] !== undefined);
	return (isOffering ? ["", ...rests] : []).flatMap((rest) => entryFile(asking, root, rest) ?? []);
}

/** What `exports`, `types` and `main` say, in that order. */
function declaredEntries(text: string | undefined, rest: string): string[] {
	const json: { exports?: unknown; types?: unknown; main?: unknown } | undefined = parsed(text);
	const exports = json?.exports;
	const key = rest === "" ? "." : `./${rest}`;
	const entry =
		typeof exports === "object" && exports !== null && key in exports
			? (exports as Record<string, unknown>)[key]
			: exports;
	const main = rest === "" ? [json?.types, json?.main] : [];
	return [...strings(entry), ...main.filter((one) => typeof one === "string")].map((one) => one.replace(/^\.\//, ""));
}

function parsed(text: string | undefined): Record<string, unknown> | undefined {
	const json: unknown = text === undefined ? undefined : ts.parseConfigFileTextToJson("package.json", text).config;
	return typeof json === "object" && json !== null ? (json as Record<string, unknown>) : undefined;
}

function strings(entry: unknown): string[] {
	if (typeof entry === "string") return [entry];
	if (typeof entry !== "object" || entry === null) return [];
	return Object.entries(entry).flatMap(([key, value]) => (key.startsWith(".") ? [] : strings(value)));
}

/** Of the nearest `tsconfig.json` or `jsconfig.json` above. */
function settingsFor(asking: Asking, directory: string): Settings {
	const known = asking.settings.get(directory);
	if (known) return known;
	const config = ["tsconfig.json", "jsconfig.json"]
		.map((name) => path.join(directory, name))
		.find((file) => asking.host.fileExists(file));
	const above = path.dirname(directory);
	const settings = config
		? { config, options: readOptions(asking, config) }
		: above === directory
			? { config: "", options: forced({}) }
			: settingsFor(asking, above);
	asking.settings.set(directory, settings);
	return settings;
}

function readOptions({ host }: Asking, config: string): ts.CompilerOptions {
	const { config: json } = ts.parseConfigFileTextToJson(config, host.readFile(config) ?? "{}");
	const reading: ts.ParseConfigHost = {
		useCaseSensitiveFileNames: true,
		fileExists: host.fileExists,
		readFile: host.readFile,
		// Which files the program has is of no interest, and listing them takes long.
		readDirectory: () => [],
	};
	return forced(ts.parseJsonConfigFileContent(json ?? {}, reading, path.dirname(config), undefined, config).options);
}

/** Paths are what is wanted of the settings; how modules are found is the same for all, the way bundlers do it. */
function forced({ paths, baseUrl, pathsBasePath }: ts.CompilerOptions): ts.CompilerOptions {
	const bundler = { module: ts.ModuleKind.ESNext, moduleResolution: ts.ModuleResolutionKind.Bundler, allowJs: true };
	return {
		...bundler,
		resolveJsonModule: true,
		...(paths ? { paths } : {}),
		...(baseUrl === undefined ? {} : { baseUrl }),
		...(pathsBasePath === undefined ? {} : { pathsBasePath }),
	};
}
