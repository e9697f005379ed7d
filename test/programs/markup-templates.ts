/** Components and pages whose scripts are programs. */
import type { Template } from "./template";

const script: Pick<Template, "parts" | "shuffled" | "auth" | "values" | "comment"> = {
	parts: [
		'\t\tbaseURL: "«ADDRESS»",',
		"\t\tapiKey: import.meta.env.«KEY»,",
		"?\t\tdefaultHeaders: {\n|\t\t\t'«NAME»': «VALUE»,\n?\t\t},",
		"\t\tmaxRetries: 2,",
	],
	shuffled: true,
	auth: "`Bearer ${import.meta.env.HELICONE_API_KEY}`",
	values: ["'true'", "crypto.randomUUID()", '"x, } y"'],
	comment: "//",
};
const open = 'import OpenAI from "openai";\n\n\tconst client = new OpenAI({\n';

export const markup: readonly Template[] = [
	{
		name: "the script of a component",
		language: "vue",
		file: "Chat.vue",
		before: `<script setup lang="ts">\n\t${open}`,
		after: '\t});\n</script>\n\n<template>\n\t<p title="Helicone-Auth">{{ a }}</p>\n</template>\n',
		...script,
	},
	{
		name: "the script of a component",
		language: "svelte",
		file: "Chat.svelte",
		before: `<script lang="ts">\n\t${open}`,
		after: "\t});\n</script>\n\n<p>Helicone-Auth {a}</p>\n",
		...script,
	},
	{
		name: "the frontmatter of a component",
		language: "astro",
		file: "Chat.astro",
		before: `---\n\t${open}`,
		after: "\t});\n---\n\n<p>Helicone-Auth {a}</p>\n",
		...script,
	},
	{
		name: "the script of a page",
		language: "html",
		file: "chat.html",
		before:
			'<!doctype html>\n<p>Helicone</p>\n<script type="module">\n\tfetch(\'«ADDRESS»/chat/completions\', {\n\t\tmethod: "POST",\n\t\theaders: {\n',
		parts: ['\t\t\tAuthorization: "Bearer " + import.meta.env.«KEY»,', "|\t\t\t'«NAME»': «VALUE»,"],
		shuffled: true,
		after: "\t\t},\n\t\tbody,\n\t});\n</script>\n",
		auth: script.auth,
		values: script.values,
		comment: "//",
	},
];
