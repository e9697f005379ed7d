import type { Language } from "../language";
import { plainWriter } from "../plain-writer";
import { fencesIn, readMarkdown } from "./fences";
import { listingsIn } from "./listings";

export const markdown: Language = {
	id: "markdown",
	name: "Markdown, MDX, AsciiDoc and reStructuredText",
	editorIds: ["markdown", "mdx", "asciidoc", "restructuredtext"],
	extensions: [".md", ".markdown", ".mdx", ".adoc", ".asciidoc", ".rst"],
	fileNames: [],
	reading: { kind: "reader", read: readMarkdown },
	writer: plainWriter,
	regions: (text, languageOf, _outline, path) => {
		const fences = /\.rst$/i.test(path) ? [] : fencesIn(text, languageOf);
		return /\.(?:adoc|asciidoc|rst)$/i.test(path) ? [...fences, ...listingsIn(text, languageOf)] : fences;
	},
};
