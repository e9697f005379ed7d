/** Small folders written down in Markdown: each `### title` is one, its blocks are files: ```` ```typescript src/config.ts ````. */
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";

export interface FolderCase {
	/** File name with the line of the heading. */
	readonly where: string;
	readonly title: string;
	/** By path. */
	readonly files: Readonly<Record<string, string>>;
	/** The same after all safe fixes; a block `path fixed` says what a file is then. */
	readonly fixed: Readonly<Record<string, string>>;
	/** After all fixes: blocks `path suggested`, else as after the safe ones. */
	readonly suggested: Readonly<Record<string, string>>;
}

export function readFolderCases(): readonly FolderCase[] {
	const pages = readdirSync(__dirname).filter((name) => name.endsWith(".md"));
	return pages.sort().flatMap((name) => readPage(name, readFileSync(path.join(__dirname, name), "utf8")));
}

type Texts = Record<string, string>;

function readPage(page: string, markdown: string): FolderCase[] {
	const cases: { where: string; title: string; files: Texts; after: Record<"fixed" | "suggested", Texts> }[] = [];
	let open: { into: Texts; file: string; lines: string[] } | undefined;
	for (const [index, line] of markdown.split("\n").entries()) {
		if (open) {
			if (line === "```") {
				open.into[open.file] = open.lines.map((one) => `${one}\n`).join("");
				open = undefined;
			} else open.lines.push(line);
			continue;
		}
		if (line.startsWith("### "))
			cases.push({
				where: `${page}:${index + 1}`,
				title: line.slice(4),
				files: {},
				after: { fixed: {}, suggested: {} },
			});
		const [, file, which] = /^```\w+ (\S+)(?: (fixed|suggested))?$/.exec(line) ?? [];
		const last = cases.at(-1);
		if (file !== undefined && last)
			open = { into: which === "fixed" || which === "suggested" ? last.after[which] : last.files, file, lines: [] };
	}
	return cases.map(({ where, title, files, after }) => {
		const fixed = { ...files, ...after.fixed };
		return { where, title, files, fixed, suggested: { ...fixed, ...after.suggested } };
	});
}
