/** Every set of entries of a block goes exactly: the rest is printed as if they had never been there. */
import assert from "node:assert/strict";
import { applyChanges } from "../../../server/engine/edits/apply";
import { render } from "../../../server/engine/edits/render";
import { languageById } from "../../../server/engine/languages";
import type { Grammars } from "../../../server/engine/outline/grammars";
import { outlineOf } from "../../../server/engine/outline/outline-of";
import { keyName } from "../../../server/engine/outline/questions";

const noGrammars: Grammars = { parse: () => undefined };
const names = ["a", "b", "c", "d"];

/** How a language prints a block called `h` with some of the entries; without any there is no block. */
type Print = (kept: readonly string[]) => string;

const templates: Readonly<Record<string, readonly [language: string, print: Print]>> = {
	"a YAML map": [
		"yaml",
		(kept) => `x: 1\n${kept.length > 0 ? "h:\n" : ""}${kept.map((one) => `  ${one}: "v"\n`).join("")}y: 2\n`,
	],
	"a YAML map with comments": [
		"yaml",
		(kept) =>
			`x:\n  p: 1\n${kept.length > 0 ? "  h:\n" : ""}${kept.map((one) => `    ${one}: v # of ${one}\n`).join("")}  # below\n  q: 2\n`,
	],
	"a YAML sequence's item": [
		"yaml",
		(kept) =>
			`s:\n  - n: 1\n${kept.length > 0 ? "    h:\n" : ""}${kept.map((one) => `      ${one}: |\n        v\n        w\n`).join("")}  - n: 2\n`,
	],
	"a YAML flow map": [
		"yaml",
		(kept) => `x: 1\n${kept.length > 0 ? `h: { ${kept.map((one) => `${one}: 'v'`).join(", ")} }\n` : ""}y: 2\n`,
	],
	"a JSON object on lines": [
		"json",
		(kept) =>
			`{\n  "x": 1${kept.length > 0 ? `,\n  "h": {\n${kept.map((one) => `    "${one}": "v"`).join(",\n")}\n  }` : ""}\n}\n`,
	],
	"a JSON object on one line": [
		"json",
		(kept) =>
			`{ "x": 1,${kept.length > 0 ? ` "h": { ${kept.map((one) => `"${one}": "v"`).join(", ")} },` : ""} "y": 2 }\n`,
	],
	"a TOML table": [
		"toml",
		(kept) =>
			`x = 1\n\n${kept.length > 0 ? "[h]\n" : ""}${kept.map((one) => `${one} = "v" # c\n`).join("")}${kept.length > 0 ? "\n" : ""}[y]\nz = 2\n`,
	],
	"a section of an ini file": [
		"properties",
		(kept) =>
			`[x]\nk=1\n\n${kept.length > 0 ? "[h]\n" : ""}${kept.map((one) => `${one}=v\n`).join("")}${kept.length > 0 ? "\n" : ""}[y]\nz=2\n`,
	],
};

describe("Removing entries of configuration files", () => {
	for (const [title, [language, print]] of Object.entries(templates)) {
		for (const lineBreak of ["\n", "\r\n"]) {
			it(`${title}, ${JSON.stringify(lineBreak)}`, () => {
				for (let bits = 1; bits < 1 << names.length; bits++) {
					const gone = names.filter((_, index) => bits & (1 << index));
					const kept = names.filter((one) => !gone.includes(one));
					const spelt = (which: readonly string[]) => print(which).replaceAll("\n", lineBreak);
					assert.equal(without(language, spelt(names), gone), spelt(kept), `${title} without ${gone}`);
				}
			});
		}
	}
});

function without(id: string, text: string, gone: readonly string[]): string {
	const language = languageById(id);
	const outline = outlineOf({ language: id, text }, noGrammars);
	assert.ok(language && outline);
	const items = outline.items.filter((item) => gone.includes(keyName(outline, item) ?? ""));
	const result = render(
		outline,
		items.map((item) => ({ op: "remove", item })),
		language.writer,
	);
	assert.ok(result.ok);
	return applyChanges(text, result.changes);
}
