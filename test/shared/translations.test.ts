import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { ts } from "ts-morph";
import { rules } from "../../shared/rules";

const root = path.join(__dirname, "../..");
const client = path.join(root, "client");

type Texts = Readonly<Record<string, string>>;

const textsIn = (name: string): Texts => JSON.parse(readFileSync(path.join(root, name), "utf8")) as Texts;
const holesOf = (text: string) => (text.match(/\{\d+\}/g) ?? []).sort();
const commandsOf = (text: string) => text.match(/\(command:[^)]+\)/g) ?? [];

function assertSameKeys(texts: Texts, wanted: readonly string[]): void {
	const untranslated = [...new Set(wanted)].filter((key) => !(key in texts));
	const unused = Object.keys(texts).filter((key) => !wanted.includes(key));
	assert.deepEqual({ untranslated, unused }, { untranslated: [], unused: [] });
}

/** First arguments of `l10n.t` in the client's sources; what is not a string there is a rule's title. */
function spoken(): string[] {
	const files = readdirSync(client, { recursive: true, encoding: "utf8" }).filter((name) =>
		/^(?!out\/).*\.ts$/.test(name),
	);
	return [...new Set(files.flatMap((name) => spokenIn(path.join(client, name))))];
}

function spokenIn(file: string): string[] {
	const found: string[] = [];
	const visit = (node: ts.Node): void => {
		if (ts.isCallExpression(node) && /(^|\.)l10n\.t$/.test(node.expression.getText())) {
			const [text] = node.arguments;
			if (text && ts.isStringLiteralLike(text)) found.push(text.text);
			else assert.match(text?.getText() ?? "", /title$/, `${file}: ${node.getText()}`);
		}
		ts.forEachChild(node, visit);
	};
	visit(ts.createSourceFile(file, readFileSync(file, "utf8"), ts.ScriptTarget.Latest, true));
	return found;
}

describe("the second language", () => {
	const german = textsIn("client/l10n/bundle.l10n.de.json");

	it("has every text that the client says, and none besides", () => {
		assertSameKeys(german, [...spoken(), ...rules.map(({ title }) => title)]);
	});

	it("keeps what is filled in", () => {
		for (const [text, translated] of Object.entries(german)) assert.deepEqual(holesOf(translated), holesOf(text), text);
	});

	it("has every text of package.json, with the same commands in it", () => {
		const english = textsIn("package.nls.json");
		const other = textsIn("package.nls.de.json");
		assertSameKeys(other, Object.keys(english));
		for (const [key, text] of Object.entries(english))
			assert.deepEqual(commandsOf(other[key] ?? ""), commandsOf(text), key);
	});
});
