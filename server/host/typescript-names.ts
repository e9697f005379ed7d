/**
 * Where an imported name of TypeScript or JavaScript is declared: by the symbols of a ts-morph Project, through re-exports,
 * barrels, namespaces and default exports. A bundle of its own (`server/out/ts-names.js`), loaded when the first such
 * question comes up: the compiler is large.
 *
 * A Project holds only files that stand between a name and its declaration. A file that declares the name itself, where
 * most questions end, is read and not taken into any.
 */
import * as path from "node:path";
import { Project, ts } from "ts-morph";
import type { ImportedFrom } from "../engine/names/imports";
import { handsOn, modulesHandedOn } from "./handed-on-modules";
import { createTypeScriptModules, type TypeScriptFolder, type TypeScriptModules } from "./typescript-modules";

export interface NamedPlace {
	/** Absolute, as the operating system spells it. */
	readonly path: string;
	readonly name: string;
	readonly local?: string;
}

export interface TypeScriptNames {
	/** @returns nothing for a module of `node_modules` or one that is not there */
	targets(file: string, imported: ImportedFrom): readonly NamedPlace[];
	/** Where that is declared which the package of a folder offers to those who install it. */
	offered(root: string): readonly NamedPlace[];
}

/** A name that leads through more files than this is followed no further. */
const deepest = 6;
/** A Project of more files takes no new ones: those are asked in a fresh one, so that each answer costs about the same. */
const mostFiles = 200;

interface Names {
	readonly modules: TypeScriptModules;
	/** The one that takes new files, by the `tsconfig.json` of the file that is asked. */
	readonly open: Map<string, Chains>;
	/** By the file that is asked. */
	readonly asked: Map<string, Chains>;
	readonly texts: Map<string, string>;
}

/** A Project with the files between names and their declarations. */
interface Chains {
	readonly project: Project;
	/** As the operating system spells them, by the project's path. */
	readonly files: Map<string, string>;
}

/** What it reads is read once: make a new one when files have changed. */
export function createTypeScriptNames(folder: TypeScriptFolder): TypeScriptNames {
	const names: Names = {
		modules: createTypeScriptModules(folder),
		open: new Map(),
		asked: new Map(),
		texts: new Map(),
	};
	return {
		targets(file, { module, name, local }) {
			const found = names.modules.fileOf(file, module);
			if (found === undefined) return [];
			const text = textOf(names, found);
			if (name === "*") return [{ path: found, name }, ...(handsOn(text) ? handedOn(names, found, local) : [])];
			return declares(text, name) ? [{ path: found, name }] : declared(names, found, name);
		},
		offered: (root) =>
			names.modules.entriesOf(root).flatMap((file) => [{ path: file, name: "*" }, ...handedOn(names, file, "")]),
	};
}

function textOf({ modules, texts }: Names, file: string): string {
	const text = texts.get(file) ?? modules.textOf(file) ?? "";
	texts.set(file, text);
	return text;
}

/** `export const NAME`, `export function NAME`: the file need not be taken into a Project. */
function declares(text: string, name: string): boolean {
	const word = name.replace(/\$/g, "\\$");
	return new RegExp(
		`^export\\s+(?:(?:declare|abstract|async)\\s+)*(?:const|let|var|function\\*?|class|enum)\\s+${word}(?![\\w$])`,
		"m",
	).test(text);
}

/** Where the file's export of that name is made. */
function declared(names: Names, file: string, name: string): readonly NamedPlace[] {
	const exports = exportsOf(names, file);
	const symbol = exports?.symbols.get(name);
	if (exports && symbol) return placeOf(exports, symbol);
	// Made by a call, or in a file that is no script. What only hands on does not make it.
	return exports && isBarrel(exports) ? [] : [{ path: file, name }];
}

function isBarrel({ symbols }: Exports): boolean {
	return [...symbols.values()].some(({ declarations }) => declarations?.some(isPassing));
}

/** What a module offers that other files declare, as `local.name`. */
function handedOn(names: Names, file: string, local: string): readonly NamedPlace[] {
	const exports = exportsOf(names, file);
	if (!exports) return [];
	return [...exports.symbols].flatMap(([name, symbol]) =>
		placeOf(exports, symbol).flatMap((place) => (place.path === file ? [] : [{ ...place, local: `${local}.${name}` }])),
	);
}

interface Exports {
	readonly checker: ts.TypeChecker;
	readonly chains: Chains;
	/** By the name that the module offers. */
	readonly symbols: ReadonlyMap<string, ts.Symbol>;
}

function exportsOf(names: Names, file: string): Exports | undefined {
	if (!/\.[cm]?[jt]sx?$/.test(file)) return undefined;
	const chains = chainsFor(names, file);
	const checker = chains.project.getTypeChecker().compilerObject;
	const source = chains.project.getSourceFile(inProject(file));
	const module = source?.getSymbol()?.compilerSymbol;
	if (!source || !module) return undefined;
	// `module.exports = {…}`
	const whole = module.exports?.get(ts.InternalSymbolName.ExportEquals);
	const type = whole && checker.getTypeOfSymbolAtLocation(whole, source.compilerNode);
	const symbols = new Map([...checker.getExportsOfModule(module)].map((one) => [one.name, one] as const));
	for (const one of type ? checker.getPropertiesOfType(type) : [])
		if (!symbols.has(one.name)) symbols.set(one.name, one);
	return { checker, chains, symbols };
}

function placeOf({ checker, chains }: Exports, symbol: ts.Symbol): readonly NamedPlace[] {
	const behind = originOf(checker, symbol);
	const [declaration] = behind.declarations ?? [];
	const file = declaration && chains.files.get(declaration.getSourceFile().fileName);
	// An import of a module that is not the repository's own.
	if (file === undefined || !declaration || isPassing(declaration)) return [];
	return [{ path: file, name: ts.isSourceFile(declaration) ? "*" : nameOf(declaration, behind) }];
}

/** Step by step, since `exports.KEY = process.env.KEY` counts as an alias of what no file declares. */
function originOf(checker: ts.TypeChecker, symbol: ts.Symbol): ts.Symbol {
	let at = symbol;
	for (let step = 0; step < mostFiles; step++) {
		const next = nextOf(checker, at);
		if (!next?.declarations) break;
		at = next;
	}
	return at;
}

function nextOf(checker: ts.TypeChecker, symbol: ts.Symbol): ts.Symbol | undefined {
	if (symbol.flags & ts.SymbolFlags.Alias) return checker.getImmediateAliasedSymbol(symbol);
	// `const { KEY } = require("./keys"); module.exports = { KEY };`
	const [declaration] = symbol.declarations ?? [];
	const value =
		declaration && ts.isShorthandPropertyAssignment(declaration)
			? checker.getShorthandAssignmentValueSymbol(declaration)
			: undefined;
	return value && value.flags & ts.SymbolFlags.Alias ? value : undefined;
}

function isPassing(declaration: ts.Declaration): boolean {
	return (
		ts.isExportSpecifier(declaration) ||
		ts.isImportSpecifier(declaration) ||
		ts.isImportClause(declaration) ||
		ts.isNamespaceImport(declaration) ||
		ts.isNamespaceExport(declaration) ||
		ts.isImportEqualsDeclaration(declaration)
	);
}

/** As the declaring file says it: `hosts` of `export default hosts`, `default` of `export default {…}`. */
function nameOf(declaration: ts.Declaration, symbol: ts.Symbol): string {
	if (ts.isExportAssignment(declaration) || ts.isBinaryExpression(declaration))
		return symbol.name === ts.InternalSymbolName.ExportEquals ? "default" : symbol.name;
	const name = ts.getNameOfDeclaration(declaration);
	return name && ts.isIdentifier(name) ? name.text : symbol.name;
}

function chainsFor(names: Names, file: string): Chains {
	const known = names.asked.get(file);
	if (known) return known;
	const config = names.modules.configOf(file);
	const open = names.open.get(config);
	const chains = open && open.files.size < mostFiles ? open : newChains(names);
	names.open.set(config, chains);
	names.asked.set(file, chains);
	load(names, chains, file, 0);
	return chains;
}

function newChains({ modules }: Names): Chains {
	const files = new Map<string, string>();
	const resolved = (module: string, from: string): ts.ResolvedModule | undefined => {
		const file = modules.fileOf(files.get(from) ?? from, module);
		return file !== undefined && files.has(inProject(file)) ? { resolvedFileName: inProject(file) } : undefined;
	};
	const project = new Project({
		// What is not put in is not there: no file of the disk is read by itself, nor TypeScript's own.
		useInMemoryFileSystem: true,
		skipAddingFilesFromTsConfig: true,
		skipFileDependencyResolution: true,
		skipLoadingLibFiles: true,
		compilerOptions: {
			allowJs: true,
			noLib: true,
			types: [],
			module: ts.ModuleKind.ESNext,
			target: ts.ScriptTarget.Latest,
		},
		resolutionHost: () => ({ resolveModuleNames: (wanted, from) => wanted.map((module) => resolved(module, from)) }),
	});
	return { project, files };
}

/** The file, and those that it hands names on of. */
function load(names: Names, chains: Chains, file: string, depth: number): void {
	if (chains.files.has(inProject(file)) || depth > deepest) return;
	const text = textOf(names, file);
	chains.files.set(inProject(file), file);
	const source = chains.project.createSourceFile(inProject(file), text, { overwrite: true });
	if (!handsOn(text)) return;
	for (const module of modulesHandedOn(source.compilerNode)) {
		const next = names.modules.fileOf(file, module);
		if (next !== undefined && /\.[cm]?[jt]sx?$/.test(next)) load(names, chains, next, depth + 1);
	}
}

/** A path that a Project takes for absolute on every system. */
function inProject(file: string): string {
	const slashed = path.sep === "/" ? file : file.replaceAll("\\", "/");
	return slashed.startsWith("/") ? slashed : `/${slashed.replace(":", "")}`;
}
