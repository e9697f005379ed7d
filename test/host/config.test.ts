import assert from "node:assert/strict";
import path from "node:path";
import { configFileName, findConfig, folderSettings, loadConfig } from "../../server/host/config";
import { defaultSettings, parseSettings, severitiesOf } from "../../shared/settings";
import { folderWith, removeFolders } from "../support/folder";

function load(text: string) {
	const folder = folderWith({ [configFileName]: text });
	const { folder: loaded, problems } = loadConfig(
		path.join(folder, configFileName),
		folderSettings(defaultSettings, folder),
	);
	return { settings: loaded.settings, problems: problems.map(({ line, message }) => `${line}: ${message}`) };
}

describe("config file", () => {
	afterEach(removeFolders);

	it("may hold comments, trailing commas, a byte order mark and a $schema", () => {
		const { settings, problems } = load(
			'\uFEFF// why\n{ "$schema": "x", "rules": { "helicone-link": "off", }, /* … */ "maxFileSize": 1000, }',
		);
		assert.deepEqual(problems, []);
		assert.equal(settings.maxFileSize, 1000);
		assert.deepEqual(severitiesOf(settings), { "helicone-link": "off" });
	});

	it("names the line of a mistake, and the other fields count", () => {
		const { settings, problems } = load(
			'{\n  "maxFileSize": 7,\n  "rules": {\n    "helicone-lnik": "off"\n  },\n  "exlude": []\n}',
		);
		assert.equal(settings.maxFileSize, 7);
		assert.deepEqual(problems, [
			'4: rules.helicone-lnik: no such rule, did you mean "helicone-link"?',
			'6: exlude: no such setting, did you mean "exclude"?',
		]);
	});

	it("says what is wrong with JSON, and where", () => {
		assert.deepEqual(load('{\n  "rules": {\n').problems, [
			"3: not valid JSON: close brace expected; mend it or remove the file",
		]);
		assert.deepEqual(load("[]").problems, ["1: settings: expected an object"]);
		assert.deepEqual(load("").problems, ["1: not valid JSON: value expected; mend it or remove the file"]);
	});

	it("is found in the folder or above it", () => {
		const folder = folderWith({ [configFileName]: "{}", "a/b/c": "", [`a/${configFileName}`]: "{}" });
		assert.equal(findConfig(path.join(folder, "a/b")), path.join(folder, "a", configFileName));
		assert.equal(findConfig(folder), path.join(folder, configFileName));
	});
});

describe("settings", () => {
	it("keep the base for what is left out and for what is refused", () => {
		const base = { ...defaultSettings, maxFileSize: 5, exclude: ["x"] };
		const { settings, problems } = parseSettings(
			{ maxFileSize: "much", workspaceDiagnostics: false, exclude: [1] },
			base,
		);
		assert.equal(settings.maxFileSize, 5);
		assert.deepEqual(settings.exclude, ["x"]);
		assert.equal(settings.workspaceDiagnostics, false);
		assert.equal(problems.length, 2);
		assert.match(problems.join("\n"), /^maxFileSize: /m);
		assert.match(problems.join("\n"), /^exclude: /m);
	});

	it("take no settings for no settings", () => {
		for (const nothing of [undefined, null, {}]) {
			assert.deepEqual(parseSettings(nothing), { settings: defaultSettings, problems: [] });
		}
	});
});
