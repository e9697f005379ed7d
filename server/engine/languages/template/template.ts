/**
 * Templates of configuration files (`app.env.j2`, `config.yml.tpl`, `user_data.sh.tftpl`, `database.yml.erb`): the file that will be made of one, read as
 * such. What the tool fills in is hidden, so every fix is for a person to look at; a mere example (`config.yml.example`) holds nothing to fill in.
 */
import { finishOutline } from "../../outline/finish-outline";
import { newItem, newList, newOpaque } from "../../outline/nodes";
import type { Outline } from "../../outline/schema";
import { newRegion, type Region, type RegionBuilder } from "../../regions/region";
import { standInFor } from "../../regions/stand-in";
import type { Language } from "../language";
import { plainWriter } from "../plain-writer";

const engines = ["j2", "jinja", "jinja2", "tftpl", "tpl", "tmpl", "gotmpl", "erb"];
const examples = ["example", "sample", "dist", "template"];
const files = ["yml", "yaml", "json", "toml", "properties", "ini", "service", "env", "sh", "tf", "tfvars"];

export const template: Language = {
	id: "template",
	name: "Templates of configuration files",
	editorIds: [],
	extensions: [...engines, ...examples].flatMap((ending) => files.map((file) => `.${file}.${ending}`)),
	fileNames: engines.flatMap((ending) => [`.env*.${ending}`, `*.conf.${ending}`, `Dockerfile*.${ending}`]),
	reading: { kind: "reader", read },
	writer: plainWriter,
	regions: (text, languageOf, _outline, path) => regionIn(text, path, languageOf),
};

function read(text: string): Outline {
	const statement = newItem([0, text.length], "statement", newOpaque([0, text.length], "template"));
	const root = newList([0, text.length], "block", text === "" ? [] : [statement]);
	return finishOutline({ language: "template", text, root, comments: [], broken: [] });
}

function regionIn(text: string, path: string, languageOf: (word: string) => string | undefined): Region[] {
	const name = path.split(/[\\/]/).at(-1) ?? "";
	const dot = name.lastIndexOf(".");
	const ending = name.slice(dot + 1).toLowerCase();
	const isProxy = /\.conf$/.test(name.slice(0, dot)) && /^[ \t]*(?:server|location|upstream)\b[^\n]*\{/m.test(text);
	const language = languageOf(isProxy ? "nginx" : name.slice(0, dot));
	if (language === undefined || language === "template") return [];
	const builder = newRegion();
	const isFilled = engines.includes(ending);
	copyFilled(
		builder,
		text,
		isFilled ? (ending === "tftpl" ? terraforms : others) : undefined,
		language === "json" ? "//" : "#",
	);
	const encode = (newText: string) => (ending === "tftpl" ? newText.replace(/([$%])(?=\{)/g, "$1$1") : newText);
	return [builder.finish({ language, isExample: false, isUncertain: isFilled, encode })].filter(
		(one) => one !== undefined,
	);
}

const others = /\{\{[^\n]*?\}\}|\{%[\s\S]*?%\}|\{#[\s\S]*?#\}|<%[\s\S]*?%>/g;
const terraforms = /[$%]{2}(?=\{)|[$%]\{[^{}\n]*\}/g;

function copyFilled(builder: RegionBuilder, text: string, holes: RegExp | undefined, comment: string): void {
	let at = 0;
	for (const { index, 0: hole } of holes ? text.matchAll(holes) : []) {
		builder.copy(text, [at, index]);
		at = index + hole.length;
		if (hole.length === 2) builder.decoded(hole[0] ?? "", [index, at]);
		else builder.hidden(standIn(text, index, hole, comment), [index, at]);
	}
	builder.copy(text, [at, text.length]);
}

/** A tag on a line of its own is a comment to whoever reads the result, so that nothing around it goes with another line; any other is some value. */
function standIn(text: string, start: number, hole: string, comment: string): string {
	const isAlone =
		/(?:^|\n)[ \t]*$/.test(text.slice(Math.max(0, start - 200), start)) &&
		/^[ \t]*(?:\r?\n|$)/.test(text.slice(start + hole.length, start + hole.length + 200));
	if (isAlone || hole.includes("\n"))
		return hole.replace(/[^\r\n]+/g, (line) => comment.slice(0, line.length).padEnd(line.length));
	return standInFor(hole.length);
}
