/** Scripts of a page as regions: which language each is in, and which of them are one program. */
import type { Range } from "../../outline/schema";
import { newRegion, type Region } from "../../regions/region";
import { type Script, scriptsOf } from "./elements";

export type MarkupKind = "html" | "vue" | "svelte" | "astro";

interface Program {
	readonly language: string;
	readonly contents: readonly Range[];
}

export function scriptsIn(kind: MarkupKind, text: string): Region[] {
	const front = kind === "astro" ? frontmatter(text) : undefined;
	const scripts = scriptsOf(text, front?.[1]).flatMap((script) => {
		const language = languageOf(kind, script.attributes);
		return language === undefined ? [] : [{ script, language }];
	});
	const isShared = ({ script }: { readonly script: Script }) => sharesNames(kind, script);
	const shared = scripts.filter(isShared);
	const programs: Program[] = [
		...(front ? [{ language: "typescript", contents: [front] }] : []),
		...[...new Set(shared.map(({ language }) => language))].map((language) => ({
			language,
			contents: shared.filter((one) => one.language === language).map(({ script }) => script.content),
		})),
		...scripts
			.filter((one) => !isShared(one))
			.map(({ script, language }) => ({ language, contents: [script.content] })),
	];
	return programs.flatMap((program) => regionOf(text, program) ?? []);
}

/**
 * `<script>` and `<script setup>` of a Vue component are one module, so are those of a Svelte component, which stand at the
 * margin; the plain scripts of an HTML page share the page's names.
 */
function sharesNames(kind: MarkupKind, { attributes, isAtMargin }: Script): boolean {
	switch (kind) {
		case "vue":
		case "svelte":
			return isAtMargin;
		case "html":
			return attributes.get("type") !== "module";
		case "astro":
			return false;
	}
}

const ofType: readonly (readonly [type: RegExp, language: string])[] = [
	[/^(module|(text|application)\/(x-)?(javascript|ecmascript)|text\/(babel|jsx))$/, "javascript"],
	[/^(text|application)\/(x-)?typescript$/, "typescript"],
	[/^(application\/(ld\+)?json|importmap|speculationrules)$/, "json"],
];
const ofLang: Readonly<Record<string, string>> = {
	ts: "typescript",
	typescript: "typescript",
	tsx: "tsx",
	js: "javascript",
	javascript: "javascript",
	jsx: "javascript",
};

/** Undefined for templates, shaders and whatever else a page keeps in a script. Astro reads its scripts as TypeScript. */
function languageOf(kind: MarkupKind, attributes: ReadonlyMap<string, string>): string | undefined {
	const lang = attributes.get("lang")?.toLowerCase();
	if (lang !== undefined && kind !== "html") return ofLang[lang];
	const type = attributes.get("type")?.toLowerCase();
	if (type) return ofType.find(([pattern]) => pattern.test(type))?.[1];
	return kind === "astro" && !attributes.has("is:inline") ? "typescript" : "javascript";
}

/** Between the two lines of dashes that an Astro component opens with. */
function frontmatter(text: string): Range | undefined {
	const match = /^\uFEFF?\s*---[ \t]*\r?\n([\s\S]*?)^---[ \t]*\r?$/m.exec(text);
	if (match?.[1] === undefined || match.index !== 0) return undefined;
	const start = match[0].indexOf("\n", match[0].indexOf("---")) + 1;
	return [start, start + match[1].length];
}

function regionOf(text: string, { language, contents }: Program): Region | undefined {
	const builder = newRegion();
	for (const [index, content] of contents.entries()) {
		if (index > 0) builder.virtual("\n");
		builder.copy(text, content);
	}
	const names = () => namesOutside(text, contents);
	return builder.finish({ language, isExample: false, encode: (newText) => newText, names });
}

/** Whatever the page says besides these scripts may be a name that its template, or another script, reads. */
function namesOutside(text: string, contents: readonly Range[]): ReadonlySet<string> {
	const edges = [0, ...contents.flat(), text.length];
	const rest = edges.flatMap((from, index) => (index % 2 === 0 ? [text.slice(from, edges[index + 1])] : [])).join("\n");
	// Svelte reads a store as `$store`.
	return new Set([...rest.matchAll(/[\w$]+/g)].flatMap(([word]) => [word, word.replace(/^\$/, "")]));
}
