/** While somebody types, the outline of each text is made from the one before: it must be the outline of that text alone. */
import assert from "node:assert/strict";
import { join } from "node:path";
import fc from "fast-check";
import { analyze } from "../../../server/engine/analyze";
import type { Grammars } from "../../../server/engine/outline/grammars";
import { outlineOf } from "../../../server/engine/outline/outline-of";
import { rememberOutlines } from "../../../server/engine/outline/remember-outlines";
import { contribute, emptyWorkspace } from "../../../server/engine/workspace";
import { readFixtures } from "../../support/fixture";
import { testGrammars } from "../../support/grammars";
import { fingerprint } from "./fingerprint";
import { samples } from "./samples";

const uri = "file:///typed";
const testFolder = join(__dirname, "../..");
const cases = (["rules", "languages"] as const).flatMap((folder) =>
	readFixtures(join(testFolder, folder), folder).flatMap((file) => file.cases),
);

/** The same edits on every machine; `REMEMBER_SEED` and `REMEMBER_RUNS` for a longer hunt. */
const parameters = {
	seed: Number(process.env.REMEMBER_SEED ?? 20_260_101),
	numRuns: Number(process.env.REMEMBER_RUNS ?? 25),
};

/** What people type, and what breaks syntax for as long as the other half is missing. */
const typed = fc.constantFrom(
	..."x\n\t (){}[]\"'`#,:=;/*\\🙂é",
	...[
		"  ",
		"\r\n",
		"foo()",
		"\n\n",
		"if x:\n    y\n",
		"if (x) {",
		"const a = 1;\n",
		"a = 1\n",
		"<<EOF\n",
		"sk-helicone-",
	],
	...[
		"export ",
		"class A {",
		"# c\n",
		"// c\n",
		"return ",
		"async ",
		"client = OpenAI()\n",
		'"Helicone-Auth"',
		"${",
		"as T",
	],
);

interface Keystroke {
	readonly at: number;
	readonly remove: number;
	readonly insert: string;
}

const keystroke: fc.Arbitrary<Keystroke> = fc.record({
	at: fc.double({ min: 0, max: 1, noNaN: true }),
	remove: fc.oneof(fc.constant(0), fc.nat(3), fc.nat(300)),
	insert: fc.oneof(fc.constant(""), typed),
});

describe("Remembered outlines", function () {
	this.timeout(600_000);
	let grammars: Grammars;
	before(async () => {
		grammars = await testGrammars();
	});

	for (const language of new Set([...Object.keys(samples), ...cases.map((one) => one.language)])) {
		const texts = [
			...(samples[language] ? [samples[language]] : []),
			...cases.filter((one) => one.language === language).map((one) => one.text),
		];
		const document = fc
			.array(fc.constantFrom(...texts), { minLength: 1, maxLength: 6 })
			.map((several) => several.join("\n"));

		it(`of ${language} are those of the text alone, whatever was typed before`, () => {
			fc.assert(
				fc.property(document, fc.array(keystroke, { minLength: 1, maxLength: 8 }), (text, keystrokes) =>
					typeInto(language, text, keystrokes, grammars),
				),
				parameters,
			);
		});
	}

	it("are the same object for the same text, and forgotten with the document", () => {
		const remembering = rememberOutlines(grammars, () => true);
		const read = (text: string) => outlineOf({ uri, language: "python", text }, remembering);
		const first = read("a = 1\n");
		assert.equal(read("a = 1\n"), first);
		remembering.forget(uri);
		assert.notEqual(read("a = 1\n"), first);
	});

	it("leave alone what is not the text of an open document", () => {
		const remembering = rememberOutlines(grammars, (_, text) => text === "open");
		const read = () => outlineOf({ uri, language: "python", text: "closed" }, remembering);
		assert.notEqual(read(), read());
	});
});

/** Types, takes every other keystroke back, and compares after each. */
function typeInto(language: string, text: string, keystrokes: readonly Keystroke[], grammars: Grammars): void {
	const remembering = rememberOutlines(grammars, () => true);
	const check = (now: string) => {
		const document = { uri, language, text: now };
		const remembered = outlineOf(document, remembering);
		const alone = outlineOf(document, grammars);
		assert.deepEqual(remembered && fingerprint(remembered), alone && fingerprint(alone));
		assert.deepEqual(findings(document, remembering), findings(document, grammars));
		assert.deepEqual(contribute(document, remembering), contribute(document, grammars));
	};
	let now = text;
	check(now);
	for (const [index, { at, remove, insert }] of keystrokes.entries()) {
		const offset = Math.floor(at * now.length);
		const before = now;
		now = now.slice(0, offset) + insert + now.slice(offset + remove);
		check(now);
		if (index % 2 === 0) continue;
		now = before;
		check(now);
	}
	remembering.forget(uri);
}

function findings(document: { uri: string; language: string; text: string }, grammars: Grammars) {
	const { findings, hovers, problems } = analyze(document, { grammars, severities: {}, workspace: emptyWorkspace });
	return { findings, hovers, problems };
}
