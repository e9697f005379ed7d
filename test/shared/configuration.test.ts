import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { generateConfiguration } from "../../shared/configuration";
import { commands, displayName } from "../../shared/protocol";

const root = join(__dirname, "../..");
const packageFile = join(root, "package.json");
const stringsFile = join(root, "package.nls.json");
const generated = /^(configuration|severity)\./;

type Strings = Record<string, string>;
interface Manifest {
	contributes: { configuration: unknown; commands: readonly { command: string; title: string; category: string }[] };
}

function readJson<T>(file: string): T {
	return JSON.parse(readFileSync(file, "utf8")) as T;
}

/** Keeps the indentation that the file has. */
function writeJson(file: string, value: unknown): void {
	const indent = /^\{\r?\n([ \t]+)/.exec(readFileSync(file, "utf8"))?.[1] ?? "\t";
	writeFileSync(file, `${JSON.stringify(value, null, indent)}\n`);
}

function withGenerated(strings: Strings, fresh: Strings): Strings {
	const own = Object.entries(strings).filter(([key]) => !generated.test(key));
	return Object.fromEntries([...own, ...Object.entries(fresh)].sort(([a], [b]) => (a < b ? -1 : 1)));
}

describe("package.json", () => {
	it("offers exactly the settings of the schema (UPDATE=1 rewrites it)", () => {
		const { configuration, strings } = generateConfiguration();
		if (process.env.UPDATE === "1") {
			const manifest = readJson<Manifest>(packageFile);
			writeJson(packageFile, { ...manifest, contributes: { ...manifest.contributes, configuration } });
			writeJson(stringsFile, withGenerated(readJson<Strings>(stringsFile), { ...strings }));
		}
		assert.deepEqual(readJson<Manifest>(packageFile).contributes.configuration, configuration);
		const written = readJson<Strings>(stringsFile);
		assert.deepEqual(written, withGenerated(written, { ...strings }));
	});

	it("has a text for every key it names, and no key without use", () => {
		const used = readFileSync(packageFile, "utf8").matchAll(/"%([^"%]+)%"/g);
		const named = new Set([...used].map((match) => match[1]));
		assert.deepEqual([...named].sort(), Object.keys(readJson<Strings>(stringsFile)).sort());
	});

	it("offers exactly the commands that client and server know", () => {
		const offered = readJson<Manifest>(packageFile).contributes.commands;
		assert.deepEqual(offered.map((one) => one.command).sort(), Object.values(commands).sort());
		for (const one of offered) assert.equal(one.category, displayName);
	});
});
