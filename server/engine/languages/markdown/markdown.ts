import type { Language } from "../language";
import { plainWriter } from "../plain-writer";
import { fencesIn, readMarkdown } from "./fences";

export const markdown: Language = {
	id: "markdown",
	name: "Markdown and MDX",
	editorIds: ["markdown", "mdx"],
	extensions: [".md", ".markdown", ".mdx"],
	fileNames: [],
	reading: { kind: "reader", read: readMarkdown },
	writer: plainWriter,
	regions: fencesIn,
};
