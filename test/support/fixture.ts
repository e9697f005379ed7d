/** Reads the marked Markdown of `test/rules` and `test/languages`: each `### title` is a case, and a doc for people. */
import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { emptyWorkspace, type Workspace } from "../../server/engine/workspace";
import { type Mark, unmark } from "./fixture-marks";

export interface Case {
	/** File name with the line of the case's heading: where to look when it fails. */
	readonly where: string;
	readonly title: string;
	readonly language: string;
	readonly uri: string;
	readonly text: string;
	readonly marks: readonly Mark[];
	/** The rule that a bare `⟦…⟧` stands for, in a file of `test/rules`. */
	readonly defaultRule: string | undefined;
	/** After all safe fixes. */
	readonly fixed: string;
	/** After all safe and suggested fixes. */
	readonly suggested: string;
	/** Substrings of the findings' messages and advice, in document order. */
	readonly messages: readonly string[];
	readonly workspace: Workspace;
	/** `helicone-mention` is on. */
	readonly mentions: boolean;
	/** `helicone-name` is on: elsewhere fixtures keep the names that they have. */
	readonly names: boolean;
}

export interface FixtureFile {
	readonly name: string;
	readonly headings: readonly string[];
	readonly cases: readonly Case[];
}

interface Block {
	readonly info: readonly string[];
	readonly text: string;
}

interface Section {
	readonly title: string;
	readonly line: number;
	readonly blocks: readonly Block[];
}

/** By the word behind the fence: the engine's language, and a file name of that kind. */
const kinds: Readonly<Record<string, { readonly language: string; readonly file: string }>> = {
	python: { language: "python", file: "fixture.py" },
	typescript: { language: "typescript", file: "fixture.ts" },
	tsx: { language: "tsx", file: "fixture.tsx" },
	javascript: { language: "javascript", file: "fixture.js" },
	jsx: { language: "javascript", file: "fixture.jsx" },
	shell: { language: "shell", file: "fixture.sh" },
	dotenv: { language: "dotenv", file: ".env" },
	php: { language: "php", file: "fixture.php" },
	rust: { language: "rust", file: "fixture.rs" },
	ruby: { language: "ruby", file: "fixture.rb" },
	go: { language: "go", file: "fixture.go" },
	csharp: { language: "csharp", file: "Fixture.cs" },
	java: { language: "java", file: "Fixture.java" },
	cpp: { language: "cpp", file: "fixture.cpp" },
	c: { language: "cpp", file: "fixture.c" },
	scala: { language: "scala", file: "Fixture.scala" },
	dart: { language: "dart", file: "fixture.dart" },
	swift: { language: "swift", file: "Fixture.swift" },
	kotlin: { language: "kotlin", file: "Fixture.kt" },
	json: { language: "json", file: "fixture.json" },
	dockerfile: { language: "dockerfile", file: "Dockerfile" },
	makefile: { language: "makefile", file: "Makefile" },
	justfile: { language: "justfile", file: "justfile" },
	template: { language: "template", file: "app.env.j2" },
	procfile: { language: "procfile", file: "Procfile" },
	markdown: { language: "markdown", file: "fixture.md" },
	ipynb: { language: "notebook", file: "fixture.ipynb" },
	toml: { language: "toml", file: "fixture.toml" },
	properties: { language: "properties", file: "fixture.properties" },
	"package-list": { language: "package-list", file: "requirements.txt" },
	yaml: { language: "yaml", file: "fixture.yaml" },
	elixir: { language: "elixir", file: "fixture.ex" },
	nginx: { language: "nginx", file: "nginx.conf" },
	caddy: { language: "caddy", file: "Caddyfile" },
	powershell: { language: "powershell", file: "fixture.ps1" },
	vue: { language: "vue", file: "Fixture.vue" },
	svelte: { language: "svelte", file: "Fixture.svelte" },
	astro: { language: "astro", file: "fixture.astro" },
	hcl: { language: "hcl", file: "main.tf" },
	html: { language: "html", file: "fixture.html" },
};

/** All fixture files of a folder, by name. In `rules` the file's name is the rule of a bare mark. */
export function readFixtures(folder: string, kind: "rules" | "languages"): readonly FixtureFile[] {
	return readdirSync(folder)
		.filter((name) => name.endsWith(".md"))
		.sort()
		.map((name) => {
			const rule = kind === "rules" ? basename(name, ".md") : undefined;
			return readFixtureFile(name, readFileSync(join(folder, name), "utf8"), rule);
		});
}

function readFixtureFile(name: string, markdown: string, defaultRule: string | undefined): FixtureFile {
	const { headings, sections } = split(markdown.replaceAll("\r\n", "\n"));
	const cases = sections
		.filter((section) => section.blocks.length > 0)
		.map((section) => readCase(`${name}:${section.line}`, section, defaultRule));
	return { name, headings, cases };
}

function split(markdown: string): { headings: string[]; sections: Section[] } {
	const headings: string[] = [];
	const sections: { title: string; line: number; blocks: Block[] }[] = [];
	let fence: { close: string; info: string[]; lines: string[] } | undefined;
	for (const [index, line] of markdown.split("\n").entries()) {
		if (fence !== undefined) {
			if (line === fence.close) {
				sections.at(-1)?.blocks.push({ info: fence.info, text: fence.lines.map((one) => `${one}\n`).join("") });
				fence = undefined;
			} else fence.lines.push(line);
			continue;
		}
		const opening = /^(`{3,})(.+)$/.exec(line);
		if (opening?.[1] !== undefined && opening[2] !== undefined)
			fence = { close: opening[1], info: opening[2].trim().split(/\s+/), lines: [] };
		else if (line.startsWith("### ")) sections.push({ title: line.slice(4), line: index + 1, blocks: [] });
		else if (/^#{1,2} /.test(line)) headings.push(line);
	}
	if (fence !== undefined) throw new Error(`a fence that never closes: ${fence.info.join(" ")}`);
	return { headings, sections };
}

function readCase(where: string, { title, blocks }: Section, defaultRule: string | undefined): Case {
	const [input, ...rest] = blocks;
	const fence = input?.info[0] ?? "";
	const kind = kinds[fence];
	if (input === undefined || kind === undefined)
		throw new Error(`${where}: the first block of a case names its language`);
	const { text, marks } = readMarks(where, input.text, defaultRule);
	const options = input.info.slice(1);
	const fixed = take(where, rest, fence, "fixed") ?? text;
	const named = options.find((option) => option.startsWith("file="))?.slice("file=".length);
	return {
		where,
		title,
		language: kind.language,
		uri: `file:///${named ?? kind.file}`,
		text,
		marks,
		defaultRule,
		fixed,
		suggested: take(where, rest, fence, "suggested") ?? fixed,
		messages: (find(rest, "messages")?.text ?? "").split("\n").filter((line) => line !== ""),
		workspace: readWorkspace(find(rest, "workspace")?.text),
		mentions: options.includes("mentions"),
		names: options.includes("names") || defaultRule === "helicone-name",
	};
}

function readMarks(where: string, text: string, defaultRule: string | undefined): ReturnType<typeof unmark> {
	try {
		return unmark(text, defaultRule);
	} catch (problem) {
		throw new Error(`${where}: ${String(problem)}`);
	}
}

function find(blocks: readonly Block[], name: string): Block | undefined {
	return blocks.find((block) => block.info[0] === name);
}

function take(where: string, blocks: readonly Block[], fence: string, which: string): string | undefined {
	const block = blocks.find((one) => one.info[1] === which);
	if (block !== undefined && block.info[0] !== fence) throw new Error(`${where}: "${which}" is in another language`);
	return block?.text;
}

function readWorkspace(json: string | undefined): Workspace {
	if (json === undefined) return emptyWorkspace;
	const given: Readonly<Record<string, readonly string[]>> = JSON.parse(json);
	for (const name of Object.keys(given))
		if (!(name in emptyWorkspace)) throw new Error(`a Workspace has no field ${name}`);
	const set = (name: keyof Workspace) => new Set(given[name] ?? []);
	return {
		migratedKeys: set("migratedKeys"),
		directKeys: set("directKeys"),
		heliconeAddresses: set("heliconeAddresses"),
		importedNames: set("importedNames"),
		sharedWords: set("sharedWords"),
		keysInQuestion: set("keysInQuestion"),
		keptVariables: set("keptVariables"),
		stuckNames: set("stuckNames"),
		declaredNames: set("declaredNames"),
		entangledNames: set("entangledNames"),
		usedPackages: set("usedPackages"),
		wantedVariables: set("wantedVariables"),
		names: {},
	};
}
