import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { CancellationTokenSource, type TextEdit } from "vscode-languageserver/node";
import { TextDocument } from "vscode-languageserver-textdocument";
import { URI } from "vscode-uri";
import {
	checkPlanRequest,
	explainRequest,
	type HalfTakenResult,
	halfTakenRequest,
	type PlannedFile,
	type PlanParams,
	type PlanResult,
	planRequest,
	reportRequest,
} from "../../shared/migration-protocol";
import type { DiagnosticData } from "../../shared/protocol";
import { runIn } from "../cli/running";
import { folderWith, removeFolders } from "../support/folder";
import { Editor } from "./editor";
import { refusingServerModule } from "./server-bundle";

const demo = path.join(__dirname, "../workspaces/demo");

function demoFiles(): Record<string, string> {
	const names = readdirSync(demo, { recursive: true, encoding: "utf8", withFileTypes: true });
	const files = names.filter((one) => one.isFile()).map((one) => path.join(one.parentPath, one.name));
	return Object.fromEntries(files.map((file) => [path.relative(demo, file), readFileSync(file, "utf8")]));
}

const whole: PlanParams = {
	uris: [],
	applicability: "suggested",
	isPreview: false,
	asksGit: true,
};

function plan(editor: Editor, params: Partial<PlanParams> = {}): Promise<PlanResult> {
	return editor.connection.sendRequest(planRequest.method, { ...whole, ...params });
}

/** What the file would hold. @param takes which edits a person ticked */
function applied(editor: Editor, file: PlannedFile, takes: "all" | "safe" = "all", text?: string): string {
	const name = path.relative(editor.root, URI.parse(file.uri).fsPath);
	const before = text ?? readFileSync(path.join(editor.root, name), "utf8");
	const document = TextDocument.create(file.uri, "x", 1, before);
	const edits = file.edits.filter(({ applicability }) => takes === "all" || applicability === "safe");
	return TextDocument.applyEdits(document, edits as unknown as TextEdit[]);
}

function textsOf(editor: Editor, { files }: PlanResult, takes: "all" | "safe" = "all"): Record<string, string> {
	const named = files.map((file) => [nameIn(editor, file), applied(editor, file, takes)] as const);
	return Object.fromEntries(named.sort());
}

function nameIn(editor: Editor, { uri }: { uri: string }): string {
	return path.relative(editor.root, URI.parse(uri).fsPath);
}

/** What the command line writes, of the files that it changes. */
async function written(argv: readonly string[]): Promise<Record<string, string>> {
	const files = demoFiles();
	const folder = folderWith(files);
	await runIn(folder, "fix", ...argv);
	const after = Object.keys(files).map((name) => [name, readFileSync(path.join(folder, name), "utf8")] as const);
	return Object.fromEntries(after.filter(([name, text]) => text !== files[name]).sort());
}

describe("the plan of a migration", function () {
	// The first one bundles the server.
	this.timeout(90_000);
	afterEach(async () => {
		await Editor.stopAll();
		removeFolders();
	});

	it("gives what fix --suggested writes", async () => {
		const editor = await Editor.start({ files: demoFiles() });
		const result = await plan(editor);
		assert.deepEqual(textsOf(editor, result), await written(["--suggested"]));
		assert.ok(result.settled > 30 && result.left === 1 && result.suggested > 0, JSON.stringify(result, null, 1));
	});

	it("of safe fixes gives what fix writes", async () => {
		const editor = await Editor.start({ files: demoFiles() });
		assert.deepEqual(textsOf(editor, await plan(editor, { applicability: "safe" })), await written([]));
	});

	it("as a preview gives both: safe edits alone, and all together", async () => {
		const editor = await Editor.start({ files: demoFiles() });
		const result = await plan(editor, { isPreview: true });
		const safe = textsOf(editor, result, "safe");
		for (const [name, text] of Object.entries(await written([]))) assert.equal(safe[name], text, name);
		const all = textsOf(editor, result);
		for (const [name, text] of Object.entries(await written(["--suggested"]))) {
			assert.equal(all[name], result.postponed.includes(name) ? safe[name] : text, name);
		}
	});

	it("as a preview leaves out what cannot be taken or left by itself, until the safe fixes are there", async () => {
		const editor = await Editor.start({ files: demoFiles() });
		const first = await plan(editor, { isPreview: true });
		// Without its last header the whole argument goes: its two ends must not be ticked one by one.
		assert.deepEqual(first.postponed, ["assistant/answer.py", "web/chat.ts"]);
		for (const file of first.files) editor.write(nameIn(editor, file), applied(editor, file));
		const second = await plan(editor, { isPreview: true });
		assert.deepEqual(second.postponed, []);
		const whole = await written(["--suggested"]);
		for (const [name, text] of Object.entries(textsOf(editor, second))) assert.equal(text, whole[name], name);
		assert.deepEqual(Object.keys(textsOf(editor, second)), first.postponed);
	});

	it("as a preview makes one edit of what only fits together", async () => {
		const guarded = [
			'import OpenAI from "openai";',
			"const options: Record<string, string> = {};",
			"if (process.env.CACHE) {",
			'  options["Helicone-Cache-Enabled"] = "true";',
			"}",
			'export const client = new OpenAI({ baseURL: "https://oai.helicone.ai/v1", apiKey: process.env.OPENAI_API_KEY, defaultHeaders: options });',
			"",
		].join("\n");
		const editor = await Editor.start({ files: { "a.ts": guarded } });
		const { files } = await plan(editor, { isPreview: true });
		for (const file of files) {
			for (const edit of file.edits.filter(({ applicability }) => applicability === "suggested")) {
				const text = applied(editor, {
					...file,
					edits: [...file.edits.filter((one) => one.applicability === "safe"), edit],
				});
				assert.equal(text.split("{").length, text.split("}").length, text);
			}
		}
	});

	it("names the rule of every edit", async () => {
		const editor = await Editor.start({ files: demoFiles() });
		const { files } = await plan(editor, { isPreview: true });
		const answer = files.find((file) => file.uri.endsWith("answer.py"));
		const rules = answer?.edits.map(({ rule, applicability }) => `${rule} ${applicability}`);
		assert.ok(rules?.includes("helicone-base-url safe"), String(rules));
		const all = files.flatMap(({ edits }) => edits.map(({ rule, applicability }) => `${rule} ${applicability}`));
		assert.ok(all.includes("helicone-request-header suggested"), String(all));
		for (const { title } of files.flatMap(({ edits }) => edits)) assert.notEqual(title, "");
	});

	it("can be of one file, of a folder, of some rules", async () => {
		const editor = await Editor.start({ files: demoFiles() });
		const names = async (params: Partial<PlanParams>) =>
			(await plan(editor, params)).files.map((file) => nameIn(editor, file)).sort();
		assert.deepEqual(await names({ uris: [editor.uri("web/chat.ts")] }), ["web/chat.ts"]);
		assert.deepEqual(await names({ uris: [editor.uri("web")] }), ["web/chat.ts", "web/greeting.tsx"]);
		assert.deepEqual(await names({ rules: ["helicone-response-header"] }), ["web/chat.ts"]);
	});

	it("takes unsaved texts as they are in the editor", async () => {
		const editor = await Editor.start({ files: demoFiles() });
		const typed = 'from openai import OpenAI\nmine = OpenAI(base_url="https://oai.helicone.ai/v1", api_key="x")\n';
		await editor.open("assistant/answer.py", typed);
		const { files } = await plan(editor, { uris: [editor.uri("assistant/answer.py")] });
		assert.ok(files[0]);
		assert.match(
			applied(editor, files[0], "all", typed),
			/^mine = OpenAI\(base_url="https:\/\/api\.concentrate\.ai\/v1"/m,
		);
	});

	it("of ticked fixes takes these alone", async () => {
		const editor = await Editor.start({ files: demoFiles() });
		const text = demoFiles()["assistant/answer.py"] ?? "";
		await editor.open("assistant/answer.py", text);
		const diagnostics = await editor.diagnostics("assistant/answer.py");
		const cache = diagnostics.find(({ message }) => String(message).startsWith("Helicone-Cache-Enabled"));
		const group = (cache?.data as DiagnosticData | undefined)?.group;
		assert.ok(group);
		const result = await plan(editor, { ticked: { [editor.uri("assistant/answer.py")]: [group] } });
		assert.deepEqual(
			result.files.map((file) => nameIn(editor, file)),
			["assistant/answer.py"],
		);
		assert.ok(result.files[0]);
		const after = applied(editor, result.files[0]);
		assert.equal(after, text.replace('        "Helicone-Cache-Enabled": "true",\n', ""));
	});

	it("can end with comments at what is left, or with the removal of commented-out keys, and nothing else", async () => {
		const env = "# unused since migrate-helicone: OPENAI_API_KEY=sk-x\n# OPENAI_API_KEY=mine\nCONCENTRATE_API_KEY=\n";
		const app = 'url = "https://oai.helicone.ai/v1"\nhit = r.headers.get("Helicone-Cache")\n';
		const editor = await Editor.start({ files: { ".env": env, "app.py": app } });
		const mark = await plan(editor, { ticked: {}, lastly: "mark" });
		const [marked] = Object.entries(textsOf(editor, mark));
		assert.equal(marked?.[0], "app.py");
		assert.match(
			marked?.[1] ?? "",
			/^url = "https:\/\/oai\.helicone\.ai\/v1"\n# TODO\(migrate-helicone\): [^\n]*\nhit = /,
		);
		const finish = await plan(editor, { ticked: {}, lastly: "finish" });
		assert.deepEqual(textsOf(editor, finish), { ".env": "# OPENAI_API_KEY=mine\nCONCENTRATE_API_KEY=\n" });
	});

	it("knows what changed since", async () => {
		const editor = await Editor.start({ files: demoFiles() });
		await editor.open("web/chat.ts", demoFiles()["web/chat.ts"] ?? "");
		const { id } = await plan(editor);
		const check = () => editor.connection.sendRequest(checkPlanRequest.method, { id });
		assert.deepEqual(await check(), { changed: [] });
		await editor.type("web/chat.ts", "web-chat", "chat");
		editor.write("jobs/summary.js", "// nothing\n");
		assert.deepEqual(await check(), { changed: ["jobs/summary.js", "web/chat.ts"] });
		assert.deepEqual(await editor.connection.sendRequest(checkPlanRequest.method, { id: "other" }), { changed: null });
	});

	it("made again, keeps what another program wrote meanwhile", async () => {
		const editor = await Editor.start({ files: demoFiles() });
		const before = await plan(editor);
		const theirs = `${demoFiles()["web/chat.ts"]}// theirs\n`;
		editor.write("web/chat.ts", theirs);
		const again = await plan(editor);
		assert.notEqual(again.id, before.id);
		const chat = again.files.find((file) => nameIn(editor, file) === "web/chat.ts");
		assert.ok(chat);
		const wanted = (await written(["--suggested"]))["web/chat.ts"];
		assert.equal(applied(editor, chat), `${wanted}// theirs\n`);
		const { changed } = await editor.connection.sendRequest<{ changed: unknown }>(checkPlanRequest.method, again);
		assert.deepEqual(changed, []);
	});

	it("takes back a fix that breaks the syntax, and says so in the log, in the counts and in the report", async () => {
		const client = (name: string) =>
			`from openai import OpenAI\n\n# ${name}\nclient = OpenAI(base_url="https://oai.helicone.ai/v1", api_key=os.environ["OPENAI_API_KEY"])\n`;
		const files = { "good.py": client("taken"), "bad.py": client("refused") };
		const editor = await Editor.start({ files, server: await refusingServerModule() });
		const result = await plan(editor);
		assert.deepEqual(
			result.files.map((file) => nameIn(editor, file)),
			["good.py"],
		);
		assert.ok(result.dropped > 0 && result.left === result.dropped, JSON.stringify(result));
		assert.ok(
			editor.log.some((line) =>
				line.endsWith("helicone-base-url: a fix was taken back: The result could not be parsed."),
			),
			editor.log.join("\n"),
		);
		for (const file of result.files) editor.write(nameIn(editor, file), applied(editor, file));
		const asked = { plan: result.id, asksGit: false };
		const { markdown } = await editor.connection.sendRequest<{ markdown: string }>(reportRequest.method, asked);
		assert.match(markdown, /`bad\.py:4` `oai\.helicone\.ai`[^\n]*The result could not be parsed\./);
		assert.equal(readFileSync(path.join(editor.root, "bad.py"), "utf8"), files["bad.py"]);
	});

	it("says which files git does not hold as they are", async () => {
		const editor = await Editor.start({ files: demoFiles() });
		assert.equal((await plan(editor)).git.outside.length, 8);
		const git = (...args: string[]) => execFileSync("git", ["-C", editor.root, ...args]);
		git("init", "-q");
		git("add", "-A");
		git("-c", "user.name=t", "-c", "user.email=t@t", "commit", "-qm", "all");
		assert.deepEqual((await plan(editor)).git, { dirty: [], outside: [] });
		editor.write("web/chat.ts", `${demoFiles()["web/chat.ts"]}// more\n`);
		assert.deepEqual((await plan(editor)).git, { dirty: ["web/chat.ts"], outside: [] });
		assert.deepEqual((await plan(editor, { asksGit: false })).git, { dirty: [], outside: [] });
	});

	it("knows what was taken in part although it belongs together, and both ways out", async () => {
		const text =
			'from openai import OpenAI\nclient = OpenAI(base_url="https://oai.helicone.ai/v1", api_key=os.environ["OPENAI_API_KEY"])\n';
		const editor = await Editor.start({ files: { "a.py": text } });
		const { id, files } = await plan(editor, { isPreview: true });
		const [file] = files;
		assert.ok(file);
		assert.ok(file.edits.length > 1 && file.edits.every(({ companions }) => companions === file.edits.length - 1));
		const halves = async () =>
			(await editor.connection.sendRequest<HalfTakenResult>(halfTakenRequest.method, { id })).files;
		assert.deepEqual(await halves(), [], "nothing was taken");
		const whole = applied(editor, file);
		editor.write("a.py", whole);
		assert.deepEqual(await halves(), [], "everything was taken");
		const part = applied(editor, { ...file, edits: file.edits.slice(0, 1) }, "all", text);
		editor.write("a.py", part);
		const [half] = await halves();
		assert.ok(half);
		assert.equal(half.name, "a.py");
		const now = TextDocument.create(half.uri, "python", 1, part);
		assert.equal(TextDocument.applyEdits(now, half.complete as unknown as TextEdit[]), whole);
		assert.equal(TextDocument.applyEdits(now, half.takeBack as unknown as TextEdit[]), text);
		editor.write("a.py", `${part}# mine\n`);
		assert.deepEqual(await halves(), [], "somebody went on writing");
	});

	it("knows it of what spans files", async () => {
		const editor = await Editor.start({
			files: {
				"proxy.ts": 'export const PROXY = "https://oai.helicone.ai/v1";\n',
				"client.ts":
					'import OpenAI from "openai";\nimport { PROXY } from "./proxy";\nexport const client = new OpenAI({ baseURL: PROXY, apiKey: process.env.OPENAI_API_KEY });\n',
			},
		});
		const { id, files } = await plan(editor, { isPreview: true });
		assert.deepEqual(
			files.map((file) => [nameIn(editor, file), file.edits.map(({ companions }) => companions)]),
			[
				["client.ts", [1]],
				["proxy.ts", [1]],
			],
		);
		const client = files.find((file) => nameIn(editor, file) === "client.ts");
		assert.ok(client);
		editor.write("client.ts", applied(editor, client));
		const half = await editor.connection.sendRequest<HalfTakenResult>(halfTakenRequest.method, { id });
		assert.deepEqual(
			half.files.map(({ name, complete, takeBack }) => [name, complete.length, takeBack.length]),
			[
				["client.ts", 0, 1],
				["proxy.ts", 1, 0],
			],
		);
	});

	it("can be cancelled", async () => {
		const text = demoFiles()["assistant/answer.py"] ?? "";
		const many = Array.from({ length: 40 }, (_, index) => [`many/answer${index}.py`, text]);
		const editor = await Editor.start({ files: Object.fromEntries(many) });
		const source = new CancellationTokenSource();
		const pending = editor.connection.sendRequest(planRequest.method, whole, source.token);
		// As a person would: the request is on its way, the work takes much longer.
		setTimeout(() => source.cancel(), 20);
		await assert.rejects(async () => pending);
		const one = { uris: [editor.uri("many/answer7.py")] };
		assert.equal((await plan(editor, one)).files.length, 1, "the server goes on");
	});

	it("is of both folders of a workspace, each a project of its own", async () => {
		const editor = await Editor.start({ files: demoFiles() });
		const other = folderWith({ "b.py": 'url = "https://oai.helicone.ai/v1"\n' });
		const added = [{ uri: URI.file(other).toString(), name: "other" }];
		editor.expectWork();
		await editor.connection.sendNotification("workspace/didChangeWorkspaceFolders", { event: { added, removed: [] } });
		await editor.ready();
		const { files } = await plan(editor);
		assert.ok(files.some(({ uri }) => uri.endsWith("/b.py")) && files.some(({ uri }) => uri.endsWith("/chat.ts")));
	});
});

describe("the report in the editor", function () {
	this.timeout(90_000);
	afterEach(Editor.stopAll);

	it("says what a plan did when it has been applied, and brings old texts back", async () => {
		const editor = await Editor.start({ files: demoFiles() });
		const result = await plan(editor);
		for (const file of result.files) editor.write(nameIn(editor, file), applied(editor, file));
		const { markdown } = await editor.connection.sendRequest<{ markdown: string }>(reportRequest.method, {
			plan: result.id,
			asksGit: true,
		});
		assert.match(markdown, /## What changed, and why/);
		assert.match(markdown, /\| Base URL of a Helicone gateway \| 8 \| 8 \| 0 \|/);
		assert.doesNotMatch(markdown, /demo-not-a-key/);
		const changed = markdown.slice(0, markdown.indexOf("## What moves"));
		assert.match(changed, /`assistant\/classify\.py:8` `HELICONE_HEADERS`/);
		assert.doesNotMatch(changed, /can follow once/, "it has followed");
		const patch = /## The way back[\s\S]*?```diff\n([\s\S]*?)```/.exec(markdown)?.[1];
		assert.ok(patch);
		execFileSync("git", ["-C", editor.root, "init", "-q"]);
		execFileSync("git", ["-C", editor.root, "apply", "-"], { input: patch });
		// The old lines of these hold keys.
		const leftOut = [...(/It leaves out (.*): the old/.exec(markdown)?.[1] ?? "").matchAll(/`([^`]+)`/g)].map(
			([, name]) => name,
		);
		assert.deepEqual(leftOut, [".env", ".env.example"]);
		for (const [name, text] of Object.entries(demoFiles())) {
			if (!leftOut.includes(name)) assert.equal(readFileSync(path.join(editor.root, name), "utf8"), text, name);
		}
	});

	it("says what would be done when nothing has been", async () => {
		const editor = await Editor.start({ files: demoFiles() });
		const { markdown } = await editor.connection.sendRequest<{ markdown: string }>(reportRequest.method, {
			plan: null,
			asksGit: true,
		});
		assert.match(markdown, /## What would change, and why/);
	});
});

describe("why", function () {
	this.timeout(90_000);
	afterEach(Editor.stopAll);

	it("is what the hover says, for a file that is not open", async () => {
		const editor = await Editor.start({ files: demoFiles() });
		await editor.open("web/chat.ts", demoFiles()["web/chat.ts"] ?? "");
		const [first] = await editor.diagnostics("web/chat.ts");
		await editor.close("web/chat.ts");
		const params = { uri: editor.uri("web/chat.ts"), rule: first?.code, range: first?.range };
		const { markdown } = await editor.connection.sendRequest<{ markdown: string }>(explainRequest.method, params);
		assert.match(markdown, /Concentrate/);
	});
});
