/**
 * Which file, and which name there, an import of TypeScript or JavaScript means: by `tsconfig.json` (path aliases,
 * `extends`), `package.json` (`exports`, packages of the same repository), through re-exports. A bundle of its own
 * (`server/out/ts-names.js`), loaded when the first such question comes up: the compiler is large.
 */
import * as fs from "node:fs";
import * as path from "node:path";
import { ts } from "ts-morph";
import type { ImportedFrom } from "../engine/names/imports";

export interface NamedPlace {
	/** Absolute, as the operating system spells it. */
	readonly path: string;
	readonly name: string;
	readonly local?: string;
}

export interface TypeScriptNames {
	/** @returns nothing for a module of `node_modules` or one that is not there */
	targets(file: string, imported: ImportedFrom): readonly NamedPlace[];
}

export interface TypeScriptFolder {
	/** Texts that stand for what is on disk, by absolute path. */
	readonly overlay: ReadonlyMap<string, string>;
	/** Folders of the packages of this repository, by the name in their `package.json`. */
	readonly packages: ReadonlyMap<string, string>;
}

/** `export * from` that leads through more files than this is followed no further. */
const deepest = 6;

interface Asking {
	readonly folder: TypeScriptFolder;
	readonly host: ts.ModuleResolutionHost;
	readonly options: Map<string, ts.CompilerOptions>;
	readonly sources: Map<string, ts.SourceFile | undefined>;
}

/** What it reads is read once: make a new one when files have changed. */
export function createTypeScriptNames(folder: TypeScriptFolder): TypeScriptNames {
	const asking: Asking = { folder, host: hostOf(folder), options: new Map(), sources: new Map() };
	return {
		targets(file, { module, name, local }) {
			const found = fileOf(asking, file, module);
			if (found === undefined) return [];
			if (name === "*") return modulePlaces(asking, found, local, 0);
			return exported(asking, found, name, 0);
		},
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

/** The file behind a specifier, if it is one of the repository's own. */
function fileOf(asking: Asking, from: string, module: string): string | undefined {
	const options = optionsFor(asking, path.dirname(from));
	const resolved = ts.resolveModuleName(module, from, options, asking.host).resolvedModule;
	const file = resolved && path.resolve(resolved.resolvedFileName);
	if (file !== undefined && !/[\\/]node_modules[\\/]|\.d\.[cm]?ts$/.test(file)) return file;
	return packageFile(asking, module);
}

/** A package of the repository that nobody has installed or built: its sources. */
function packageFile({ folder, host }: Asking, module: string): string | undefined {
	const name = module.startsWith("@") ? module.split("/").slice(0, 2).join("/") : (module.split("/")[0] ?? module);
	const root = folder.packages.get(name);
	if (root === undefined) return undefined;
	const rest = module.slice(name.length).replace(/^\//, "");
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
function optionsFor(asking: Asking, directory: string): ts.CompilerOptions {
	const known = asking.options.get(directory);
	if (known) return known;
	const config = ["tsconfig.json", "jsconfig.json"]
		.map((name) => path.join(directory, name))
		.find((file) => asking.host.fileExists(file));
	const above = path.dirname(directory);
	const options = config ? readOptions(asking, config) : above === directory ? forced({}) : optionsFor(asking, above);
	asking.options.set(directory, options);
	return options;
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

function sourceOf({ sources, folder }: Asking, file: string): ts.SourceFile | undefined {
	if (!sources.has(file)) {
		const text = textOf(folder.overlay, file);
		const kind = /\.[cm]?jsx?$/.test(file) ? ts.ScriptKind.JSX : /x$/.test(file) ? ts.ScriptKind.TSX : ts.ScriptKind.TS;
		sources.set(
			file,
			text === undefined ? undefined : ts.createSourceFile(file, text, ts.ScriptTarget.Latest, false, kind),
		);
	}
	return sources.get(file);
}

/** Where the file's export of that name is made: here, or behind its own imports and re-exports. */
function exported(asking: Asking, file: string, name: string, depth: number): readonly NamedPlace[] {
	const source = sourceOf(asking, file);
	if (!source || depth > deepest) return [];
	const stars: string[] = [];
	for (const statement of source.statements) {
		if (ts.isExportAssignment(statement) && name === "default") {
			const { expression } = statement;
			return ts.isIdentifier(expression) ? localPlace(asking, file, expression.text, depth) : [{ path: file, name }];
		}
		if (!ts.isExportDeclaration(statement)) continue;
		const module =
			statement.moduleSpecifier && ts.isStringLiteral(statement.moduleSpecifier)
				? statement.moduleSpecifier.text
				: undefined;
		const clause = statement.exportClause;
		if (!clause) {
			if (module !== undefined) stars.push(module);
		} else if (ts.isNamespaceExport(clause)) {
			if (clause.name.text === name && module !== undefined) return behind(asking, file, module, "*", depth);
		} else {
			const hit = clause.elements.find((one) => one.name.text === name);
			if (!hit) continue;
			const original = (hit.propertyName ?? hit.name).text;
			return module === undefined
				? localPlace(asking, file, original, depth)
				: behind(asking, file, module, original, depth);
		}
	}
	if (declares(source, name)) return [{ path: file, name }];
	for (const module of stars) {
		const found = name === "default" ? [] : behind(asking, file, module, name, depth);
		if (found.length > 0) return found;
	}
	// CommonJS says what it exports by assignment.
	return stars.length === 0 ? [{ path: file, name }] : [];
}

function behind(asking: Asking, file: string, module: string, name: string, depth: number): readonly NamedPlace[] {
	const next = fileOf(asking, file, module);
	if (next === undefined) return [];
	return name === "*" ? [{ path: next, name }] : exported(asking, next, name, depth + 1);
}

/** A name of the file itself, or one that it imports. */
function localPlace(asking: Asking, file: string, name: string, depth: number): readonly NamedPlace[] {
	for (const statement of sourceOf(asking, file)?.statements ?? []) {
		if (!ts.isImportDeclaration(statement) || !ts.isStringLiteral(statement.moduleSpecifier)) continue;
		const module = statement.moduleSpecifier.text;
		const clause = statement.importClause;
		const bindings = clause?.namedBindings;
		if (clause?.name?.text === name) return behind(asking, file, module, "default", depth);
		if (bindings && ts.isNamespaceImport(bindings) && bindings.name.text === name)
			return behind(asking, file, module, "*", depth);
		const hit =
			bindings && ts.isNamedImports(bindings) ? bindings.elements.find((one) => one.name.text === name) : undefined;
		if (hit) return behind(asking, file, module, (hit.propertyName ?? hit.name).text, depth);
	}
	return [{ path: file, name }];
}

function declares(source: ts.SourceFile, name: string): boolean {
	return source.statements.some((statement) => {
		if (ts.isVariableStatement(statement))
			return statement.declarationList.declarations.some((one) => ts.isIdentifier(one.name) && one.name.text === name);
		const isNamed =
			ts.isFunctionDeclaration(statement) || ts.isClassDeclaration(statement) || ts.isEnumDeclaration(statement);
		return isNamed && statement.name?.text === name;
	});
}

/** A module as a whole, with what it re-exports. */
function modulePlaces(asking: Asking, file: string, local: string, depth: number): readonly NamedPlace[] {
	const found: NamedPlace[] = [{ path: file, name: "*" }];
	if (depth > deepest) return found;
	for (const statement of sourceOf(asking, file)?.statements ?? []) {
		if (
			!ts.isExportDeclaration(statement) ||
			!statement.moduleSpecifier ||
			!ts.isStringLiteral(statement.moduleSpecifier)
		)
			continue;
		const module = statement.moduleSpecifier.text;
		const clause = statement.exportClause;
		const next = fileOf(asking, file, module);
		if (next === undefined) continue;
		if (!clause) found.push(...modulePlaces(asking, next, local, depth + 1));
		else if (ts.isNamedExports(clause))
			for (const { name, propertyName } of clause.elements)
				for (const place of exported(asking, next, (propertyName ?? name).text, depth + 1))
					found.push({ ...place, local: `${local}.${name.text}` });
	}
	return found;
}
