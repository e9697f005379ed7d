/** Pages and components: their scripts are regions, a comment may suppress, everything else is markup. */
import { finishOutline } from "../../outline/finish-outline";
import { newList } from "../../outline/nodes";
import type { Comment, Outline } from "../../outline/schema";
import type { Language } from "../language";
import { plainWriter } from "../plain-writer";
import { type MarkupKind, scriptsIn } from "./script-regions";

function readMarkup(language: MarkupKind, text: string): Outline {
	const comments: Comment[] = [...text.matchAll(/<!--[\s\S]*?-->/g)].map((match) => ({
		range: [match.index, match.index + match[0].length],
	}));
	return finishOutline({ language, text, root: newList([0, text.length], "block", []), comments });
}

function markup(id: MarkupKind, name: string, extensions: readonly string[]): Language {
	return {
		id,
		name,
		editorIds: [id],
		extensions,
		fileNames: [],
		reading: { kind: "reader", read: (text) => readMarkup(id, text) },
		writer: plainWriter,
		regions: (text) => scriptsIn(id, text),
	};
}

export const html = markup("html", "HTML", [".html", ".htm", ".xhtml"]);
export const vue = markup("vue", "Vue", [".vue"]);
export const svelte = markup("svelte", "Svelte", [".svelte"]);
export const astro = markup("astro", "Astro", [".astro"]);
