import assert from "node:assert/strict";
import type { AnalyzeOptions } from "../../../server/engine/analyze";
import { analyze } from "../../../server/engine/analyze";
import { applyChanges } from "../../../server/engine/edits/apply";
import { planFile } from "../../../server/engine/plan";
import { putTodos } from "../../../server/engine/todos/put-todos";
import { countTodos } from "../../../server/engine/todos/todo-comment";
import { emptyWorkspace } from "../../../server/engine/workspace";
import { testGrammars } from "../../support/grammars";

async function options(): Promise<AnalyzeOptions> {
	return { grammars: await testGrammars(), severities: {}, workspace: emptyWorkspace };
}

async function put(language: string, text: string): Promise<string> {
	const document = { uri: "file:///a", language, text };
	return applyChanges(text, putTodos(document, await options()));
}

async function swept(language: string, text: string): Promise<string> {
	return planFile({ uri: "file:///a", language, text }, await options(), { applicability: "safe" }).newText;
}

const mark = /TODO\(migrate-helicone\): helicone-response-header Helicone-Cache: /i;

describe("TODO comments", () => {
	const languages: readonly (readonly [language: string, text: string, opener: string])[] = [
		["python", 'if response.headers.get("Helicone-Cache") == "HIT":\n    print(1)\n', "# "],
		["typescript", 'function f(r: Response) {\n\treturn r.headers.get("Helicone-Cache");\n}\n', "\t// "],
		["ruby", 'def hit?(response)\n  response.headers["Helicone-Cache"] == "HIT"\nend\n', "  # "],
		["go", 'package a\n\nfunc hit(r *http.Response) string {\n\treturn r.Header.Get("Helicone-Cache")\n}\n', "\t// "],
		[
			"vue",
			'<script setup lang="ts">\nconst hit = (r: Response) => r.headers.get("Helicone-Cache");\n</script>\n<template><p/></template>\n',
			"// ",
		],
	];
	for (const [language, text, opener] of languages) {
		it(`stand above the line, in the syntax of ${language}`, async () => {
			const marked = await put(language, text);
			const line = marked.split("\n").find((one) => one.includes("TODO")) ?? "";
			assert.ok(line.startsWith(opener), marked);
			assert.match(line, mark);
			const without = marked.split("\n").filter((one) => !one.includes("TODO"));
			assert.equal(without.join("\n"), text);
		});
	}

	it("are put once", async () => {
		const [, text] = languages[0] ?? [];
		const once = await put("python", text ?? "");
		assert.equal(await put("python", once), once);
		assert.equal(countTodos(once), 1);
	});

	it("keep the line ends of the file", async () => {
		const marked = await put("python", 'hit = r.headers.get("Helicone-Cache")\r\n');
		assert.match(marked, /^# TODO[^\r\n]*\r\nhit = /);
	});

	it("stay out of strings and of commands that go on", async () => {
		const text = 'text = """\nsee\n"""\nhit = (\n    "x",\n    r.headers.get("Helicone-Cache"),\n)\n';
		const marked = await put("python", text);
		assert.match(marked, /"x",\n {4}# TODO/);
		const shell = "curl -s -D - \\\n  https://api.helicone.ai/v1/request/query \\\n  -d '{}'\n";
		const after = await put("shell", shell);
		assert.ok(!/\\\n\s*#/.test(after), after);
	});

	it("are none where the language has no comments, and none in documentation", async () => {
		for (const language of ["json", "markdown"]) {
			const text =
				language === "json"
					? '{"url": "https://api.helicone.ai/v1/request/query"}\n'
					: "See https://api.helicone.ai/v1/request/query\n";
			assert.equal(await put(language, text), text);
		}
	});

	it("speak of something, and are found as nothing themselves", async () => {
		const text = 'link = "https://us.helicone.ai/requests"\nhit = r.headers.get("Helicone-Cache")\n';
		const document = { uri: "file:///a", language: "python", text };
		const severities = { "helicone-mention": "warning", "helicone-link": "warning" } as const;
		const how = { ...(await options()), severities };
		const before = analyze(document, how).findings.map(({ rule, subject }) => `${rule} ${subject}`);
		const marked = applyChanges(text, putTodos(document, how));
		assert.ok(countTodos(marked) > 0, marked);
		const after = analyze({ ...document, text: marked }, how).findings.map(({ rule, subject }) => `${rule} ${subject}`);
		assert.deepEqual(after, before);
	});

	it("go when the thing is gone, and only then", async () => {
		const marked = await put("python", 'a = r.headers.get("Helicone-Cache")\nb = r.headers.get("Helicone-Cache")\n');
		assert.equal(countTodos(marked), 2);
		assert.equal(await swept("python", marked), marked);
		const second = marked.lastIndexOf("b = ");
		const settled = `${marked.slice(0, second)}b = None\n`;
		const lines = (await swept("python", settled)).split("\n");
		assert.match(lines[0] ?? "", mark);
		assert.deepEqual(lines.slice(1), ['a = r.headers.get("Helicone-Cache")', "b = None", ""]);
	});

	it("a comment behind code is left: its line is not ours to take", async () => {
		const text = "a = 1  # TODO(migrate-helicone): helicone-response-header Helicone-Cache: was here\n";
		assert.equal(await swept("python", text), text);
	});
});
