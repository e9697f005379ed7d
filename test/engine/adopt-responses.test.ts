/** Every case of `test/refactorings`: what becomes of it, why not, and the laws of a refactoring. */
import assert from "node:assert/strict";
import { join } from "node:path";
import { applyChanges, isDisjointSorted } from "../../server/engine/edits/apply";
import type { Document } from "../../server/engine/model";
import type { Grammars } from "../../server/engine/outline/grammars";
import { adoptAll, adoptions } from "../../server/engine/refactorings/adopt-responses";
import { emptyWorkspace } from "../../server/engine/workspace";
import { chatArguments, chatResults } from "../../shared/mappings";
import { countBroken } from "../support/broken";
import { type Case, readFixtures } from "../support/fixture";
import { testGrammars } from "../support/grammars";

const files = readFixtures(join(__dirname, "..", "refactorings"), "languages");

describe("adopt the Responses API", () => {
	let grammars: Grammars;
	before(async () => {
		grammars = await testGrammars();
	});

	const options = () => ({ grammars, severities: {}, workspace: emptyWorkspace });
	const adopt = ({ uri, language }: Pick<Case, "uri" | "language">, text: string) => {
		const document: Document = { uri, language, text };
		const whole = adoptAll(document, options());
		assert.ok(isDisjointSorted(whole.changes) && isDisjointSorted(whole.units));
		assert.equal(applyChanges(text, whole.units), applyChanges(text, whole.changes));
		return { ...whole, text: applyChanges(text, whole.changes) };
	};

	for (const one of files.flatMap(({ cases }) => cases))
		describe(`${one.title} (${one.where})`, () => {
			it("becomes what is written there, and says why the rest does not", () => {
				const { text, refused } = adopt(one, one.text);
				assert.equal(text, one.fixed);
				const reasons = refused.map(({ result }) => result.reason);
				assert.equal(reasons.length, one.messages.length, reasons.join("\n"));
				for (const [index, part] of one.messages.entries())
					assert.ok(reasons[index]?.includes(part), `${reasons[index]} does not say: ${part}`);
			});

			it("twice is once, and nothing is broken", () => {
				const twice = adopt(one, one.fixed);
				assert.equal(twice.text, one.fixed);
				assert.deepEqual(twice.adopted, []);
				const broken = (text: string) => countBroken(one.language, text, grammars);
				assert.ok(broken(one.fixed) <= broken(one.text));
			});

			it("one by one is all at once, in any order", () => {
				for (const last of [false, true]) {
					let text = one.text;
					for (let steps = 0; ; steps++) {
						assert.ok(steps < 50, "it never ends");
						const open = adoptions({ ...one, text }, options()).flatMap(({ result }) =>
							result.kind === "changes" ? [result.changes] : [],
						);
						const next = last ? open.at(-1) : open[0];
						if (!next) break;
						text = applyChanges(text, next);
					}
					assert.equal(text, one.fixed);
				}
			});

			it("line ends and a BOM stay", () => {
				for (const vary of [(text: string) => text.replaceAll("\n", "\r\n"), (text: string) => `\uFEFF${text}`])
					assert.equal(JSON.stringify(adopt(one, vary(one.text)).text), JSON.stringify(vary(one.fixed)));
			});

			it("a client of OpenAI's own is never touched", () => {
				const text = one.text.replaceAll("api.concentrate.ai", "api.openai.com");
				const { adopted, refused } = adopt(one, text);
				assert.deepEqual([...adopted, ...refused], []);
			});

			it("cut off anywhere it does not throw", () => {
				for (let end = 0; end < one.text.length; end += 37) adopt(one, one.text.slice(0, end));
			});
		});

	it("a reason is one short line without a key", () => {
		const key = `sk-cn-v1-${"0123456789abcdef".repeat(4)}`;
		const client = 'from openai import OpenAI\nclient = OpenAI(base_url="https://api.concentrate.ai/v1")\n';
		const call = `client.chat.completions.create(model="m", messages=[], **{**a, "key": "${key}",\n${'"a": 1, '.repeat(60)}}.items())\n`;
		const [only, ...more] = adopt({ uri: "file:///a.py", language: "python" }, client + call).refused;
		assert.ok(only && more.length === 0);
		assert.doesNotMatch(only.result.reason, /0123456789|\n/);
		assert.ok(only.result.reason.length < 210);
	});

	it("a name that another file may read is not followed", () => {
		const text =
			'from openai import OpenAI\nclient = OpenAI(base_url="https://api.concentrate.ai/v1")\n' +
			'answer = client.chat.completions.create(model="m", messages=[{"role": "user", "content": "Hi"}])\n';
		const document: Document = { uri: "file:///a.py", language: "python", text };
		const workspace = { ...emptyWorkspace, importedNames: new Set(["answer"]) };
		assert.equal(adoptAll(document, options()).adopted.length, 1);
		assert.equal(adoptAll(document, { ...options(), workspace }).adopted.length, 0);
	});

	describe("the tables", () => {
		it("name an argument once", () => {
			const names = chatArguments.flatMap((row) => row.names);
			assert.equal(new Set(names).size, names.length);
		});

		it("say exactly of what has no place that nothing takes it", () => {
			for (const row of [...chatArguments, ...chatResults])
				assert.equal(row.precision === "none", row.becomes === undefined, row.id);
		});

		it("say what becomes of the value of whatever has a place", () => {
			for (const row of chatArguments) if (row.becomes) assert.ok(row.value, row.id);
		});

		it("read a path once", () => {
			const paths = chatResults.map((row) => `${row.of} ${row.path.join(".")}`);
			assert.equal(new Set(paths).size, paths.length);
		});
	});
});
