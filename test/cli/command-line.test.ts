import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { chmodSync, existsSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import { rules } from "../../shared/rules";
import { folderWith, removeFolders } from "../support/folder";
import { runIn } from "./running";

/** What the shape of `--format json` promises of every finding. */
function assertFinding(finding: Record<string, unknown>): void {
	assert.equal(typeof finding.path, "string");
	assert.ok(!String(finding.path).includes("\\") && !path.isAbsolute(String(finding.path)));
	assert.ok(
		rules.some(({ id }) => id === finding.rule),
		String(finding.rule),
	);
	assert.ok(["error", "warning", "information", "hint"].includes(String(finding.severity)));
	assert.equal(typeof finding.message, "string");
	assert.equal(typeof finding.subject, "string");
	const { start, end } = finding.range as Record<string, { line: number; character: number }>;
	for (const position of [start, end]) assert.ok(position && position.line >= 0 && position.character >= 0);
	const fix = finding.fix as { title: string; applicability: string; edits: unknown[] } | null;
	if (fix === null) return;
	assert.ok(["safe", "suggested"].includes(fix.applicability));
	assert.ok(Array.isArray(fix.edits));
}

describe("command line", () => {
	afterEach(removeFolders);

	it("exits 0 and says so when nothing is there", async () => {
		const folder = folderWith({ "a.py": "print(1)\n" });
		assert.deepEqual(await runIn(folder, "check"), { code: 0, out: "Nothing found.\n", err: "" });
		const { code, out } = await runIn(folder, "check", "--format", "json");
		assert.equal(code, 0);
		const { findings, files, summary } = JSON.parse(out);
		assert.deepEqual([findings, files, summary.findings], [[], [], 0]);
	});

	it("lists what it read and what it did not, with the reason", async () => {
		const folder = folderWith({
			"src/a.py": "# helicone\n",
			"big.py": `# helicone${" ".repeat(3 * 1024 * 1024)}`,
			"old.py": Buffer.from("# helicone \xe9", "latin1"),
			"ignored.py": "# helicone\n",
			".gitignore": "ignored.py\n",
		});
		const { files } = JSON.parse((await runIn(folder, "check", "--format", "json")).out);
		assert.deepEqual(files, [
			{ path: "src/a.py", language: "python" },
			{ path: "big.py", language: "python", skipped: "larger than 2 MiB" },
			{ path: "old.py", language: "python", skipped: "not valid UTF-8" },
		]);
		const text = (await runIn(folder, "check", ".", "ignored.py")).out;
		assert.match(text, /^Not read \(2 files\):\n {2}big\.py \(larger than 2 MiB\)$/m);
	});

	it("names a file that is nested deeper than can be read, and one that holds such a text, as not read", async () => {
		const deep = `{"url": "https://oai.helicone.ai/v1", "x": ${"[".repeat(20_000)}${"]".repeat(20_000)}}\n`;
		const script = `cat > config.json <<'END'\n${deep}END\n`;
		const folder = folderWith({ "deep.json": deep, "write.sh": script, "no-text.py": Buffer.from("helicone\0") });
		const text = await runIn(folder, "check");
		const reasons = { "no-text.py": "binary", "deep.json": "nested too deeply", "write.sh": "nested too deeply" };
		const lines = Object.entries(reasons).map(([name, reason]) => `  ${name} (${reason})\n`);
		assert.equal(text.out, `Nothing found.\n\nNot read (3 files):\n${lines.join("")}`);
		assert.equal(text.code, 0, "as for other files that are not read");
		const { files } = JSON.parse((await runIn(folder, "fix", "--format", "json", "deep.json")).out);
		assert.deepEqual(files, [{ path: "deep.json", language: "json", skipped: "nested too deeply" }]);
		assert.match((await runIn(folder, "report")).out, /`deep\.json`: nested too deeply/);
	});

	it("names paths relative to the working directory", async () => {
		const folder = folderWith({ "src/a.py": "# helicone\n", "sub/b.py": "" });
		const { files } = JSON.parse((await runIn(path.join(folder, "sub"), "check", "../src", "--format", "json")).out);
		assert.deepEqual(files, [{ path: "../src/a.py", language: "python" }]);
	});

	const mistakes: readonly (readonly [title: string, argv: readonly string[], message: RegExp])[] = [
		["a path that does not exist", ["check", "nope"], /^error: no such file or folder: nope\n$/],
		["a bad format", ["check", "--format", "xml"], /xml.*Allowed choices are text, json, sarif, github/],
		["a bad severity", ["check", "--max-severity", "loud"], /Allowed choices are hint, information, warning, error/],
		[
			"an unknown rule",
			["fix", "--rule", "helicone-base-ulr"],
			/no such rule: helicone-base-ulr; did you mean helicone-base-url\?/,
		],
		["a rule that resembles none", ["fix", "--rule", "zzz"], /no such rule: zzz; the rules are helicone-base-url, /],
		["an unknown option", ["fix", "--dry"], /unknown option '--dry'/],
		["an unknown command", ["chekc"], /Did you mean check\?/],
	];
	for (const [title, argv, message] of mistakes) {
		it(`exits 2 for ${title}, without a stack trace`, async () => {
			const { code, out, err } = await runIn(folderWith({}), ...argv);
			assert.equal(code, 2);
			assert.equal(out, "");
			assert.match(err, message);
			assert.doesNotMatch(err, /^\s+at /m);
		});
	}

	it("exits 2 for a config file with a mistake, naming file and line", async () => {
		const folder = folderWith({
			".migrate-helicone.json": '{\n "rules": { "helicone-lnk": "off" }\n}',
			"a.py": "helicone",
		});
		const { code, err } = await runIn(folder, "check");
		assert.equal(code, 2);
		assert.equal(
			err,
			'error: .migrate-helicone.json:2: rules.helicone-lnk: no such rule, did you mean "helicone-link"?\n',
		);
	});

	it("tells rules from the paths that follow them", async () => {
		const folder = folderWith({ "src/a.py": "# helicone\n", "other/b.py": "# helicone\n" });
		const argv = ["fix", "--dry-run", "--format", "json", "--rule", "helicone-link", "helicone-base-url", "src"];
		const { code, out } = await runIn(folder, ...argv);
		assert.equal(code, 0, out);
		assert.deepEqual(JSON.parse(out).files, [{ path: "src/a.py", language: "python" }]);
	});

	it("prints help and version on standard output", async () => {
		const help = await runIn(folderWith({}), "check", "--help");
		assert.equal(help.code, 0);
		assert.match(help.out, /--max-severity/);
		assert.equal((await runIn(folderWith({}), "--version")).out, "1.2.3\n");
	});

	it("prints what SARIF and GitHub read, with nothing found too", async () => {
		const folder = folderWith({ "a.py": "" });
		assert.deepEqual(JSON.parse((await runIn(folder, "check", "--format", "sarif")).out).runs[0].results, []);
		assert.equal((await runIn(folder, "check", "--format", "github")).out, "");
	});
});

const demo = {
	"app.py": [
		"import os",
		"from openai import OpenAI",
		"",
		"client = OpenAI(",
		'    api_key=os.environ["OPENAI_API_KEY"],',
		'    base_url="https://oai.helicone.ai/v1",',
		"    default_headers={",
		'        "Helicone-Auth": f"Bearer {os.environ[\'HELICONE_API_KEY\']}",',
		"    },",
		")",
		"",
	].join("\n"),
	".env": "OPENAI_API_KEY=sk-proj-abcdefghijklmnop\nHELICONE_API_KEY=sk-helicone-abcdefg-hijklmn\n",
};

describe("check and fix", () => {
	afterEach(removeFolders);

	it("check finds, fix settles, check then says what fix said was left", async () => {
		const folder = folderWith(demo);
		const found = await runIn(folder, "check", "--format", "json");
		const { findings } = JSON.parse(found.out);
		assert.equal(found.code, 1);
		findings.forEach(assertFinding);
		assert.doesNotMatch((await runIn(folder, "check")).out, /abcdefg/);

		const dry = await runIn(folder, "fix", "--suggested", "--dry-run", "--format", "json");
		const patch = await runIn(folder, "fix", "--suggested", "--dry-run", "--format", "diff");
		assert.equal(readFileSync(path.join(folder, "app.py"), "utf8"), demo["app.py"], "a dry run writes nothing");

		const copy = folderWith(demo);
		execFileSync("git", ["-C", copy, "init", "-q"]);
		execFileSync("git", ["-C", copy, "apply", "-"], { input: patch.out });
		const run = await runIn(folder, "fix", "--suggested", "--format", "json");
		assert.deepEqual({ ...JSON.parse(run.out), summary: null }, { ...JSON.parse(dry.out), summary: null });
		assert.equal(run.code, dry.code);
		for (const name of Object.keys(demo)) {
			assert.equal(readFileSync(path.join(copy, name), "utf8"), readFileSync(path.join(folder, name), "utf8"), name);
		}
		assert.match(readFileSync(path.join(folder, "app.py"), "utf8"), /api\.concentrate\.ai/);

		const after = await runIn(folder, "check", "--format", "json");
		assert.deepEqual(JSON.parse(after.out).findings, JSON.parse(run.out).findings);
		assert.equal(after.code, run.code);
		const again = JSON.parse((await runIn(folder, "fix", "--suggested", "--format", "json")).out);
		assert.deepEqual(again.applied, [], "a second run has nothing to do");
	});

	it("the patch of a dry run is one that git accepts, and gives exactly what the run writes", async () => {
		const lines = demo["app.py"].split("\n");
		const files = {
			...demo,
			"crlf.py": lines.join("\r\n"),
			"no newline.py": demo["app.py"].trimEnd(),
			"Vögel/BOM größer.py": `\uFEFF${demo["app.py"]}`,
			'quo"te.py': lines.join("\r\n").trimEnd(),
			"run.sh": 'export OPENAI_BASE_URL="https://oai.helicone.ai/v1"\n',
		};
		const [folder, copy] = [folderWith(files), folderWith(files)];
		for (const one of [folder, copy]) chmodSync(path.join(one, "run.sh"), 0o755);
		const { out } = await runIn(folder, "fix", "--suggested", "--dry-run", "--format", "diff");
		execFileSync("git", ["-C", copy, "init", "-q"]);
		execFileSync("git", ["-C", copy, "apply", "--check", "-"], { input: out });
		execFileSync("git", ["-C", copy, "apply", "-"], { input: out, stdio: ["pipe", "pipe", "ignore"] });
		await runIn(folder, "fix", "--suggested");
		for (const [name, before] of Object.entries(files)) {
			const [written, patched] = [folder, copy].map((one) => readFileSync(path.join(one, name)));
			assert.notEqual(String(written), before, name);
			assert.deepEqual(patched, written, name);
			const [mode, patchedMode] = [folder, copy].map((one) => statSync(path.join(one, name)).mode & 0o100);
			assert.equal(mode, patchedMode, name);
		}
		assert.equal(statSync(path.join(folder, "run.sh")).mode & 0o777, 0o755, "a script stays one that can be run");
	});

	it("fix refuses files with changes that are not committed", async () => {
		const folder = folderWith(demo);
		execFileSync("git", ["-C", folder, "init", "-q"]);
		const refused = await runIn(folder, "fix");
		assert.equal(refused.code, 2);
		assert.match(refused.err, /not committed:[\s\S]*app\.py[\s\S]*--allow-dirty/);
		assert.equal(readFileSync(path.join(folder, "app.py"), "utf8"), demo["app.py"]);
		assert.notEqual((await runIn(folder, "fix", "--allow-dirty")).code, 2);
		assert.notEqual(readFileSync(path.join(folder, "app.py"), "utf8"), demo["app.py"]);
	});

	it("--max-severity decides what is a failure", async () => {
		const folder = folderWith(demo);
		assert.equal((await runIn(folder, "check")).code, 1);
		assert.equal((await runIn(folder, "check", "--max-severity", "error")).code, 0);
		assert.equal((await runIn(folder, "check", "--max-severity", "hint")).code, 1);
	});

	it("a config file decides how loud a rule is", async () => {
		const config = {
			rules: Object.fromEntries(rules.map(({ id }) => [id, id === "helicone-base-url" ? "error" : "off"])),
		};
		const folder = folderWith({ ...demo, ".migrate-helicone.json": JSON.stringify(config) });
		const { findings } = JSON.parse((await runIn(folder, "check", "--format", "json")).out);
		const found = findings.map((finding: Record<string, unknown>) => [finding.path, finding.rule, finding.severity]);
		assert.deepEqual(found, [["app.py", "helicone-base-url", "error"]]);
	});

	it("a byte order mark stays, and moves no column", async () => {
		const line = 'url = "https://oai.helicone.ai/v1"\n';
		const [plain, marked] = [folderWith({ "a.py": line }), folderWith({ "a.py": `\uFEFF${line}` })];
		const found = async (folder: string) => JSON.parse((await runIn(folder, "check", "--format", "json")).out).findings;
		assert.deepEqual(await found(marked), await found(plain));
		for (const folder of [plain, marked]) await runIn(folder, "fix", "--suggested");
		const [after, markedAfter] = [plain, marked].map((folder) => readFileSync(path.join(folder, "a.py"), "utf8"));
		assert.equal(markedAfter, `\uFEFF${after}`);
	});
});

describe("the surroundings of a file", () => {
	afterEach(removeFolders);

	const key = /^OPENAI_API_KEY=/m;
	const env = (folder: string) => readFileSync(path.join(folder, ".env"), "utf8");

	it("the provider's key goes with its last reader", async () => {
		const folder = folderWith(demo);
		await runIn(folder, "fix");
		assert.doesNotMatch(env(folder), key);
	});

	it("and stays for a client without any mention of Helicone", async () => {
		for (const other of ["OpenAI()", 'OpenAI(api_key=os.environ["OPENAI_API_KEY"])']) {
			const direct = `import os\nfrom openai import OpenAI\n\nother = ${other}\n`;
			const folder = folderWith({ ...demo, "direct/other.py": direct });
			await runIn(folder, "fix", "--suggested");
			assert.match(env(folder), key, other);
			assert.equal(readFileSync(path.join(folder, "direct/other.py"), "utf8"), direct);
		}
	});

	it("a file on its own is judged by the folder around it", async () => {
		const folder = folderWith(demo);
		const { findings } = JSON.parse((await runIn(folder, "check", ".env", "--format", "json")).out);
		const whole = JSON.parse((await runIn(folder, "check", "--format", "json")).out).findings;
		assert.deepEqual(
			findings,
			whole.filter(({ path: file }: { path: string }) => file === ".env"),
		);
	});
});

describe("the bundle", () => {
	const bundle = path.resolve(__dirname, "../../server/out/cli.js");

	it("runs on its own", function () {
		if (!existsSync(bundle)) return this.skip();
		const folder = folderWith({ "a.py": "# helicone\n" });
		const out = execFileSync(process.execPath, [bundle, "check", "--format", "json"], {
			cwd: folder,
			encoding: "utf8",
		});
		assert.deepEqual(JSON.parse(out).files, [{ path: "a.py", language: "python" }]);
		removeFolders();
	});
});
