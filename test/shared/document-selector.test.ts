import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { languageById, languages } from "../../server/engine/languages";
import { editorLanguages, filePatterns, wakingLanguages } from "../../shared/document-selector";

/** VS Code's own word for what no language of the engine claims alone. */
const foreign = new Set(["env"]);

describe("the documents that the editor sends", () => {
	it("are those of the languages that the engine reads", () => {
		const ids = languages.flatMap(({ editorIds }) => editorIds).filter((id) => !foreign.has(id));
		assert.deepEqual([...editorLanguages].sort(), [...new Set(ids)].sort());
	});

	it("include every file that is known by its name alone", () => {
		const known = ["dotenv", "package-list", "toml", "json"].flatMap((id) => languageById(id) ?? []);
		const names = known.flatMap(({ id, fileNames, extensions }) => [
			...fileNames,
			...(id === "package-list" ? extensions.map((ending) => `*${ending}`) : []),
		]);
		const missing = names.filter((name) => !(filePatterns as readonly string[]).includes(`**/${name}`));
		assert.deepEqual(missing, []);
	});

	it("are what wakes the extension", () => {
		const { activationEvents } = JSON.parse(readFileSync(join(__dirname, "../../package.json"), "utf8")) as {
			activationEvents: readonly string[];
		};
		const woken = activationEvents.filter((event) => event.startsWith("onLanguage:")).map((event) => event.slice(11));
		assert.deepEqual(woken.sort(), [...wakingLanguages].sort());
		assert.ok(!activationEvents.includes("*"));
	});
});
