import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import path from "node:path";
import fc from "fast-check";
import { githubLines } from "../../server/cli/format-github";
import { sarifLog } from "../../server/cli/format-sarif";
import { findingLines, skippedLines, summaryLine } from "../../server/cli/format-text";
import { type ReportedFinding, reportFindings } from "../../server/cli/result";
import { summarise } from "../../server/cli/summary";
import { patchOf } from "../../server/engine/report/patch";
import { folderWith, removeFolders } from "../support/folder";
import { environmentIn } from "./running";

const finding: ReportedFinding = {
	path: "src/a b.ts",
	rule: "helicone-base-url",
	severity: "warning",
	message: "100% sure,\nreally: `x`",
	range: { start: { line: 1, character: 4 }, end: { line: 1, character: 9 } },
	subject: "oai.helicone.ai",
	fix: {
		title: "Point it at Concentrate",
		applicability: "safe",
		group: "g1",
		edits: [
			{ path: "src/a b.ts", range: { start: { line: 1, character: 4 }, end: { line: 1, character: 9 } }, newText: "y" },
		],
	},
	advice: null,
};
const note: ReportedFinding = { ...finding, path: "z.md", severity: "information", fix: null, message: "note" };
const files = [
	{ path: "src/a b.ts", language: "typescript" },
	{ path: "big.json", language: "json", skipped: "larger than 2 MiB" },
];

describe("text format", () => {
	it("prints one line per finding, files apart", () => {
		assert.equal(
			findingLines([finding, note], false),
			"src/a b.ts:2:5 warning helicone-base-url 100% sure, really: `x`\n\nz.md:2:5 information helicone-base-url note\n",
		);
	});

	it("sums up, and names skipped files with their reasons", () => {
		assert.equal(
			summaryLine(summarise([finding, note], files), false),
			"2 findings (1 warning, 1 note) in 2 files; 1 can be fixed safely.",
		);
		assert.equal(summaryLine(summarise([], files), false), "Nothing found.");
		assert.equal(skippedLines(files, false), "\nNot read (1 file):\n  big.json (larger than 2 MiB)\n");
		assert.equal(skippedLines([], false), "");
	});

	it("is coloured only where colours are wanted", () => {
		assert.ok(findingLines([finding], true).includes("\u001b["));
		assert.ok(!findingLines([finding], false).includes("\u001b["));
	});
});

describe("github format", () => {
	it("escapes what GitHub would take for its own", () => {
		const odd = { ...finding, path: "a,b:c.ts" };
		assert.equal(
			githubLines([odd]),
			"::warning file=a%2Cb%3Ac.ts,line=2,endLine=2,col=5,endColumn=9,title=helicone-base-url::100%25 sure,%0Areally: `x`\n",
		);
	});
});

describe("sarif format", () => {
	it("has the shape that code scanning reads", () => {
		const log = JSON.parse(JSON.stringify(sarifLog([finding, note], files, "1.2.3")));
		assert.equal(log.version, "2.1.0");
		const [run] = log.runs;
		assert.equal(run.tool.driver.name, "migrate-helicone");
		for (const result of run.results) {
			assert.equal(run.tool.driver.rules[result.ruleIndex].id, result.ruleId);
			assert.ok(["none", "note", "warning", "error"].includes(result.level));
			const { artifactLocation, region } = result.locations[0].physicalLocation;
			assert.ok(URL.canParse(artifactLocation.uri, "file:///x/"), artifactLocation.uri);
			assert.deepEqual(region, { startLine: 2, startColumn: 5, endLine: 2, endColumn: 10 });
		}
		assert.equal(run.results[0].locations[0].physicalLocation.artifactLocation.uri, "src/a%20b.ts");
		assert.equal(run.results[0].fixes[0].artifactChanges[0].replacements[0].insertedContent.text, "y");
		assert.equal(run.invocations[0].toolExecutionNotifications[0].message.text, "Not read: larger than 2 MiB.");
	});
});

describe("reported findings", () => {
	it("mask keys, and count from zero in UTF-16", () => {
		const key = "sk-helicone-abcdefg-1234567";
		const text = `a\r\n🙂 ${key}`;
		const document = { uri: "file:///w/a.env", language: "dotenv", text };
		const change = { range: [6, 6] as const, newText: key };
		const [reported] = reportFindings(
			{
				path: path.resolve("/w/sub/a.env"),
				document,
				findings: [
					{
						rule: "helicone-api-key",
						severity: "error",
						range: [6, 6 + key.length],
						message: `This is ${key}.`,
						subject: key,
						row: undefined,
						fix: { title: `Replace ${key}`, applicability: "safe", group: "g", changes: [change] },
						alternatives: [],
						advice: "Make sk-cn-0123456789 yours, or pk-live-0123456789.",
						tags: [],
					},
				],
			},
			environmentIn(path.resolve("/w")),
		);
		assert.ok(reported);
		assert.equal(reported.path, "sub/a.env");
		assert.equal(reported.message, "This is sk-helicone-….");
		assert.equal(reported.subject, "sk-helicone-…");
		assert.equal(reported.fix?.title, "Replace sk-helicone-…");
		assert.equal(reported.advice, "Make sk-cn-… yours, or pk-live-….");
		assert.deepEqual(reported.range.start, { line: 1, character: 3 });
		// An edit with a masked key would write the mask.
		assert.equal(reported.fix?.edits[0]?.newText, key);
	});
});

describe("diff format", () => {
	afterEach(removeFolders);

	function applied(before: Readonly<Record<string, string>>, after: Readonly<Record<string, string>>) {
		const folder = folderWith(before);
		execFileSync("git", ["-C", folder, "init", "-q"]);
		const changed = Object.keys(before).map((name) => ({
			path: name,
			before: before[name] ?? "",
			after: after[name] ?? "",
		}));
		execFileSync("git", ["-C", folder, "apply", "--whitespace=nowarn", "-"], { input: patchOf(changed) });
		return Object.fromEntries(Object.keys(before).map((name) => [name, readFileSync(path.join(folder, name), "utf8")]));
	}

	it("is a patch that git apply takes, whatever the line ends and the names", () => {
		const before = {
			"crlf.ts": "a\r\nb\r\nc\r\n",
			"no newline.py": "x\ny",
			"gets/newline é.py": "x\ny",
			'quo"te.env': "\uFEFFA=1\nB=2\n",
			"mixed.txt": "a\r\nb\nc\rd\n",
		};
		const after = {
			"crlf.ts": "a\r\nB\r\nc\r\n",
			"no newline.py": "x\nz",
			"gets/newline é.py": "x\ny\n",
			'quo"te.env': "\uFEFFA=9\nB=2\n",
			"mixed.txt": "a\nb\r\nc\rD\n",
		};
		assert.deepEqual(applied(before, after), after);
	});

	it("gives exactly the new text", function () {
		this.timeout(60_000);
		const line = fc.constantFrom("a", "b", "", " ", "-", "+x", "\\ No newline", "é🙂");
		const end = fc.constantFrom("\n", "\r\n");
		const text = fc
			.tuple(fc.array(fc.tuple(line, end), { minLength: 1, maxLength: 12 }), fc.boolean())
			.map(([lines, cut]) => lines.map((pair) => pair.join("")).join("") + (cut ? "end" : ""));
		fc.assert(
			fc.property(text, text, (before, after) => {
				fc.pre(before !== after);
				assert.deepEqual(applied({ f: before }, { f: after }), { f: after });
			}),
			{ numRuns: 60 },
		);
	});
});
