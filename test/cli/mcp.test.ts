/** The MCP server as an agent meets it: by the protocol's own client, in memory and over the real process's pipes. */
import assert from "node:assert/strict";
import { cpSync, existsSync, readdirSync, readFileSync, symlinkSync } from "node:fs";
import path from "node:path";
import { Client } from "@modelcontextprotocol/sdk/client/index.js";
import { StdioClientTransport } from "@modelcontextprotocol/sdk/client/stdio.js";
import { InMemoryTransport } from "@modelcontextprotocol/sdk/inMemory.js";
import { createMcpServer } from "../../server/cli/mcp";
import { folderWith, removeFolders } from "../support/folder";
import { root } from "../vscode/server-package";
import { environmentIn, runIn } from "./running";

const workspaces = path.join(__dirname, "../workspaces");
const canary = "sk-helicone-ccccccc-aaaaaaa-nnnnnnn-rrrrrrr";
const program = `from openai import OpenAI
client = OpenAI(base_url="https://oai.helicone.ai/v1", api_key="${canary}")
`;

async function connected(folder: string): Promise<Client> {
	const client = new Client({ name: "test", version: "1" });
	const [one, other] = InMemoryTransport.createLinkedPair();
	await Promise.all([createMcpServer(environmentIn(folder)).connect(one), client.connect(other)]);
	return client;
}

async function call(client: Client, name: string, args: Record<string, unknown>) {
	const result = await client.callTool({ name, arguments: args });
	const content = result.content as readonly { readonly text: string }[];
	return {
		text: content.map(({ text }) => text).join("\n"),
		first: content[0]?.text ?? "",
		isError: result.isError === true,
	};
}

describe("mcp", function () {
	this.timeout(120_000);
	afterEach(() => removeFolders());

	it("finds in every workspace what the command line finds (law 5)", async () => {
		for (const name of readdirSync(workspaces)) {
			const before = path.join(workspaces, name, "before");
			const source = existsSync(before) ? before : path.join(workspaces, name);
			const folder = folderWith({});
			cpSync(source, folder, { recursive: true });
			const client = await connected(folder);
			const { first } = await call(client, "check_helicone", {});
			assert.equal(first, (await runIn(folder, "check", "--format", "json")).out, name);
			await client.close();
		}
	});

	it("says what a fix would do, and writes only when told to", async () => {
		const folder = folderWith({ "a.py": program });
		const file = path.join(folder, "a.py");
		const client = await connected(folder);
		const planned = JSON.parse((await call(client, "fix_helicone", { suggested: true })).first);
		assert.equal(readFileSync(file, "utf8"), program);
		assert.ok(planned.summary);
		await call(client, "fix_helicone", { suggested: true, write: true, allow_dirty: true });
		assert.match(readFileSync(file, "utf8"), /https:\/\/api\.concentrate\.ai\/v1/);
	});

	it("explains a line and reports", async () => {
		const client = await connected(folderWith({ "a.py": program }));
		assert.match((await call(client, "explain_line", { path: "a.py", line: 1 })).text, /api\.concentrate\.ai/);
		assert.match((await call(client, "report_migration", {})).text, /^# /);
	});

	it("looks at nothing outside its folder, by a link neither", async () => {
		const elsewhere = folderWith({ "b.py": program });
		const folder = folderWith({ "a.py": program });
		symlinkSync(elsewhere, path.join(folder, "link"));
		const client = await connected(folder);
		for (const outside of ["..", elsewhere, "link/b.py"]) {
			const { isError, text } = await call(client, "check_helicone", { paths: [outside] });
			assert.ok(isError, outside);
			assert.match(text, /outside the working directory/);
		}
	});

	it("never says a key", async () => {
		const client = await connected(folderWith({ "a.py": program }));
		for (const [tool, args] of [
			["check_helicone", {}],
			["fix_helicone", { suggested: true }],
			["report_migration", {}],
			["explain_line", { path: "a.py", line: 1 }],
		] as const)
			assert.ok(!(await call(client, tool, args)).text.includes(canary.slice(12)), tool);
	});

	it("runs as a process of its own", async () => {
		const folder = folderWith({ "a.py": program });
		const transport = new StdioClientTransport({
			command: process.execPath,
			args: [path.join(root, "server/out/cli.js"), "mcp"],
			cwd: folder,
		});
		const client = new Client({ name: "test", version: "1" });
		await client.connect(transport);
		const { tools } = await client.listTools();
		assert.deepEqual(tools.map(({ name }) => name).sort(), [
			"check_helicone",
			"explain_line",
			"fix_helicone",
			"report_migration",
		]);
		assert.equal(JSON.parse((await call(client, "check_helicone", {})).first).files.length, 1);
		await client.close();
	});
});
