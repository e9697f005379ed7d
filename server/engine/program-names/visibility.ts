/** Who else may say a name: nobody (`false`), other files of the folder (`true`), or whoever it is made for (undefined: it keeps its name). */
import { ancestors, functionOf } from "../outline/questions";
import type { Assign, Fn, Node, Outline, Ref } from "../outline/schema";

/** Languages whose bindings the Outline tells well enough to rename them. */
export const readable = new Set([
	"python",
	"typescript",
	"tsx",
	"javascript",
	"go",
	"java",
	"csharp",
	"kotlin",
	"ruby",
	"php",
	"rust",
	"swift",
	"shell",
]);

/** Names that are looked up while the program runs; a framework that takes the names of parameters for its own. */
const lookUp =
	/\b(locals|globals|vars|eval)\s*\(|(?<![.\w])exec\s*\(|__dict__|\bextract\s*\(|\bbinding\b|instance_variable|angular\.module|\btyper\b|\bfire\.Fire\b|\bnameof\s*\(/;

export function looksUpNames(outline: Outline): boolean {
	if (/^(typescript|tsx|go|rust|swift|shell|kotlin|java)$/.test(outline.language))
		return /\beval\s*\(/.test(outline.text);
	return lookUp.test(outline.text);
}

/** A name at the top of the file. */
export function isOpenTop(outline: Outline, name: string, at: number): boolean | undefined {
	switch (outline.language) {
		case "typescript":
		case "tsx":
		case "javascript":
			return isExportedLater(outline, name) ? undefined : !isModule(outline);
		case "go":
			return /^[A-Z]/.test(name) && !/^\uFEFF?package main\b/m.test(outline.text) ? undefined : true;
		case "rust":
			return lineStart(outline, at).includes("pub") ? undefined : false;
		case "shell":
			return isShellsOwn(outline, name) ? false : undefined;
		case "swift":
			return /\b(private|fileprivate)\b/.test(lineStart(outline, at)) ? false : undefined;
		default:
			return true;
	}
}

/** `export { a, b }` behind the declaration; `module.exports = { a }` keeps its key. */
function isExportedLater({ text }: Outline, name: string): boolean {
	return new RegExp(`export\\s*(type\\s*)?\\{[^}]*\\b${name}\\b`).test(text);
}

export function isModule({ text, imports }: Outline): boolean {
	return imports.length > 0 || /^\s*(export|import)\b|\brequire\(|\bmodule\.exports\b/m.test(text);
}

/** What is exported goes to other programs; what has capitals, or no value here, comes from them. */
function isShellsOwn({ text, language }: Outline, name: string): boolean {
	return (
		language === "shell" &&
		name !== name.toUpperCase() &&
		!/\b(export|source|declare -x|set -a|envsubst)\b|^\s*\.\s/m.test(text)
	);
}

/** The text of the line, up to the offset. */
function lineStart({ text }: Outline, at: number): string {
	const end = text.indexOf("\n", at);
	return text.slice(text.lastIndexOf("\n", at - 1) + 1, end < 0 ? text.length : end).split("=")[0] ?? "";
}

/** Functions, methods and classes. */
export function isOpenFn(outline: Outline, fn: Fn): boolean | undefined {
	const head = headOf(outline, fn);
	if (fn.exported || fn.name === undefined) return undefined;
	if (/@/.test(head) && !decoratorsOf(head).every((one) => /(^|\.)(fixture|lru_cache|cache)$/.test(one)))
		return undefined;
	if (fn.form === "class") return isOpenClass(outline, fn, head);
	if (classOf(fn) || isMethod(outline, fn)) return isPrivate(outline, fn, head) ? false : undefined;
	if (functionOf(fn)) return false;
	return isOpenTop(outline, fn.name, fn.range[0]);
}

/** The class whose method it is. */
export function classOf(fn: Fn): Fn | undefined {
	const owner = [...ancestors(fn)].find((up) => up.kind === "fn");
	return owner?.kind === "fn" && owner.form === "class" && fn.form === "function" ? owner : undefined;
}

/** Autoloaders, tables and serializers know classes by their names: only plain ones of few languages are renamed. */
function isOpenClass(outline: Outline, fn: Fn, head: string): boolean | undefined {
	if (!/^(python|typescript|tsx|javascript)$/.test(outline.language) || fn.name === undefined) return undefined;
	const bases = /[(]([^)]*)[)]|\bextends\s+([\w.]+)/.exec(headBehind(outline, fn, head));
	const base = bases?.[1] ?? bases?.[2] ?? "";
	return /^\s*(object|Exception|Error|RuntimeError|ValueError|ABC|Protocol)?\s*$/.test(base)
		? isOpenTop(outline, fn.name, fn.range[0])
		: undefined;
}

function headBehind({ text }: Outline, fn: Fn, head: string): string {
	return text.slice(fn.range[0] + head.length, fn.body?.range[0] ?? fn.range[1]);
}

/** From decorators and modifiers to the name. */
function headOf({ text }: Outline, fn: Fn): string {
	const end = fn.params?.range[0] ?? fn.body?.range[0] ?? fn.range[1];
	const at = text.lastIndexOf(fn.name ?? "", end);
	return text.slice(fn.range[0], at < fn.range[0] ? end : at);
}

function decoratorsOf(head: string): string[] {
	return [...head.matchAll(/@([\w.]+)/g)].map((match) => match[1] ?? "");
}

function isPrivate({ language }: Outline, { name = "" }: Fn, head: string): boolean {
	if (language === "python") return /^_(?!_)/.test(name);
	return /\bprivate\b|#$/.test(head);
}

/** Go's receivers stand before the name. */
function isMethod({ language }: Outline, { children, params }: Fn): boolean {
	return (
		language === "go" &&
		children.some((child: Node) => child.kind === "list" && child.role === "names" && child !== params)
	);
}

/** Views and generated readers say an instance variable of Ruby's by its name. */
export function isOpenInstance({ text }: Outline): boolean {
	return /Controller|Mailer|attr_(reader|writer|accessor)|render\b/.test(text);
}

/** `constructor(private heliconeKey: string)` declares a field as well. */
export function isFieldToo({ text }: Outline, ref: Ref): boolean {
	const [start] = ref.parent?.kind === "item" ? ref.parent.range : ref.range;
	return /\bprivate\b/.test(text.slice(start, ref.range[0]));
}

/** `type HeliconeOptions = …`, `interface …`, Go's `type heliconeTransport struct`, none of them exported. */
export function isLocalType({ text, language }: Outline, ref: Ref): boolean {
	if (!/^(typescript|tsx|go)$/.test(language)) return false;
	const line = text.slice(text.lastIndexOf("\n", ref.range[0] - 1) + 1, ref.range[0]);
	if (language === "go") return /^\s*type\s+$/.test(line) && /^[a-z]/.test(ref.name);
	return /^\s*(type|interface)\s+$/.test(line);
}

/** Languages in which a call may name a parameter. */
const namedArguments = new Set(["python", "kotlin", "csharp", "php", "ruby"]);
/** What else than a private field a parameter may declare. */
const openField = /\b(public|protected|readonly)\b/;
/** Frameworks that take a request's fields by the names of parameters. */
const byParameter =
	/\b\w*Controller\b|\bMap(Get|Post|Put)\b|@(Get|Post|Put|Delete|Request)Mapping|@RequestParam|@PathVariable|@Value/;

export function isOpenParameter(outline: Outline, fn: Fn, ref: Ref, name: string): boolean | undefined {
	const { language } = outline;
	const before = outline.text.slice(ref.parent?.range[0] ?? ref.range[0], ref.range[0]);
	if (openField.test(before) && !/\bprivate\b/.test(before)) return undefined;
	if (language === "php" && /\bprivate\b/.test(before)) return undefined;
	const head = headOf(outline, fn);
	if (language === "swift" || fn.form === "class") return undefined;
	if (/^(csharp|java|kotlin)$/.test(language) && byParameter.test(outline.text)) return undefined;
	if (language === "python") {
		if (
			!decoratorsOf(head).every((one) =>
				/(^|\.)(fixture|staticmethod|classmethod|property|cached_property|cache|lru_cache)$/.test(one),
			)
		)
			return undefined;
		// A test's parameter is a fixture's name.
		const isTest = /^test_/.test(fn.name ?? "") || head.includes("fixture");
		if (isTest && !outline.fns.some((one) => one.name === name)) return undefined;
	}
	return fn.name !== undefined && namedArguments.has(language);
}

/** A field that nobody outside its class can say, and no serializer reads. */
export function privateField({ language, text }: Outline, assign: Assign): boolean {
	const before = text.slice(text.lastIndexOf("\n", assign.target.range[0]) + 1, assign.target.range[0]);
	if (language === "java")
		return (
			/\bprivate\b/.test(before) &&
			!/@(Data|Getter|Setter|Builder|Entity|Table|Value|ConfigurationProperties|JsonProperty|Column|Document|SerializedName)\b|Serializable|Gson/.test(
				text,
			)
		);
	if (language === "csharp" || language === "php" || language === "kotlin" || language === "swift")
		return /\bprivate\b/.test(before) && !/\[(Serializ|Json|Data)|JsonSerialize|Codable|@Serializable/.test(text);
	return (
		/^(typescript|tsx|javascript)$/.test(language) &&
		(/\bprivate\b/.test(before) || /^#/.test(text.slice(assign.target.range[0])))
	);
}
