import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, readdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { removeFolders } from "../support/folder";
import { skipOrFail } from "../support/skip-or-fail";
import { root } from "../vscode/server-package";
import { applications, type Check, folderOf, type ManualItem, manualItems, treeOf } from "./applications";
import { type Moved, moveApplication } from "./move";
import { type ApplicationToolchain, applicationToolchains } from "./toolchains";

/** What `fix --suggested` makes of whole applications: the tree that a careful colleague would leave, and a program that still works. */
describe("applications", function () {
	this.timeout(120_000);
	const rows: Row[] = [];

	before(function () {
		this.timeout(600_000);
		execFileSync(process.execPath, ["esbuild.mjs"], { cwd: root, stdio: "ignore" });
	});
	after(() => {
		report(rows);
		removeFolders();
	});

	it("are all of those under test/workspaces, and at least twelve", () => {
		const folders = readdirSync(path.dirname(path.dirname(folderOf("azure", "before")))).filter(
			(one) => one !== "demo",
		);
		assert.deepEqual(applications.map(({ name }) => name).sort(), folders.sort());
		assert.ok(applications.length >= 12);
	});

	for (const { name, checks } of applications) {
		describe(name, () => {
			let moved: Moved;
			before(() => {
				moved = moveApplication(name);
			});

			it("becomes what is expected, byte for byte", () => {
				assertSameTree(moved.tree, treeOf(folderOf(name, "after")));
			});

			it("says nothing of Helicone outside of what is left to a person", () => {
				const manual = manualItems(name);
				const rest = [...linesOfHelicone(moved), ...linesOfFindings(moved)];
				const unexplained = rest.filter((line) => !manual.some((item) => explains(item, line)));
				assert.deepEqual(unexplained.map(shown), []);
				const idle = manual.filter((item) => !rest.some((line) => explains(item, line)));
				assert.deepEqual(idle, [], "manual items that nothing is left of");
				rows.push({ name, found: moved.found.length, fixed: moved.applied.length, left: moved.left.length, manual });
			});

			it("is the same when the printed patch is applied", () => assertSameTree(moved.patched, moved.tree));

			it("stays as it is when the run is repeated", () => assertSameTree(moved.again, moved.tree));

			for (const check of checks) {
				it(`still passes ${check.argv.slice(0, 3).join(" ").slice(0, 60)}`, async function () {
					this.timeout(600_000);
					const toolchain = await toolchainFor(check).catch((reason) => skipOrFail(this, reason));
					if (toolchain) tryProgram(moved.folder, check, toolchain);
				});
			}
		});
	}

	// A suite of its own: mocha runs the tests of a suite before the suites inside it.
	describe("together", () => {
		it("are mostly done: no Helicone is left outside of what is listed", () => {
			assert.ok(rows.length >= 10, "at least ten of twelve");
		});
	});
});

interface Line {
	readonly path: string;
	readonly line: number;
	readonly text: string;
}

interface Row {
	readonly name: string;
	readonly found: number;
	readonly fixed: number;
	readonly left: number;
	readonly manual: readonly ManualItem[];
}

/** Lines that still say Helicone; what this tool writes itself (`unused since migrate-helicone: …`) does not. */
function linesOfHelicone({ tree }: Moved): Line[] {
	return [...tree].flatMap(([file, text]) =>
		text.split("\n").flatMap((one, line) => {
			const isSaid = /helicone|hconeai/i.test(one.replaceAll("unused since migrate-helicone:", ""));
			return isSaid ? [{ path: file, line, text: one }] : [];
		}),
	);
}

function linesOfFindings({ left, tree }: Moved): Line[] {
	return left.map(({ path: file, range: { start } }) => ({
		path: file,
		line: start.line,
		text: tree.get(file)?.split("\n")[start.line] ?? "",
	}));
}

function explains(item: ManualItem, line: Line): boolean {
	return item.path === line.path && line.text.includes(item.text);
}

function shown({ path: file, line, text }: Line): string {
	return `${file}:${line + 1}: ${text.trim()}`;
}

function assertSameTree(actual: ReadonlyMap<string, string>, expected: ReadonlyMap<string, string>): void {
	assert.deepEqual([...actual.keys()], [...expected.keys()]);
	for (const [file, text] of expected) assert.equal(actual.get(file), text, file);
}

const ready = new Map<string, Promise<ApplicationToolchain>>();

function toolchainFor({ toolchain }: Check): Promise<ApplicationToolchain> {
	const known = ready.get(toolchain) ?? applicationToolchains[toolchain]();
	ready.set(toolchain, known);
	return known;
}

/** Runs in the moved folder, with no variable in its environment but those that the check names. */
function tryProgram(folder: string, { argv, environment = [] }: Check, toolchain: ApplicationToolchain): void {
	toolchain.prepare(folder);
	const own = Object.fromEntries(environment.map((name) => [name, "sk-cn-v1-test"]));
	const system = Object.fromEntries(
		["PATH", "HOME", "LANG"].flatMap((name) => (process.env[name] ? [[name, process.env[name]]] : [])),
	);
	const [program = "", ...args] = argv.flatMap((word) => expanded(folder, word, toolchain));
	const { status, stdout, stderr } = spawnSync(program, args, {
		cwd: folder,
		encoding: "utf8",
		env: { ...system, ...toolchain.environment, ...own },
	});
	assert.equal(status, 0, `${argv.join(" ")}\n${stdout}${stderr}`);
}

function expanded(folder: string, word: string, { programs }: ApplicationToolchain): readonly string[] {
	const inner = /^\{(.*)\}$/.exec(word)?.[1];
	if (inner === undefined) return [word];
	return programs[inner] ?? [...treeOf(folder).keys()].filter((file) => file.endsWith(inner));
}

function report(rows: readonly Row[]): void {
	if (rows.length === 0) return;
	const lines = rows.map(({ name, found, fixed, left, manual }) =>
		[name.padEnd(18), ...[found, fixed, left, manual.length].map((count) => String(count).padStart(8))].join(""),
	);
	const head = ["workspace".padEnd(18), ...["found", "fixed", "left", "manual"].map((word) => word.padStart(8))].join(
		"",
	);
	const table = `${[head, ...lines].join("\n")}\n`;
	console.log(table);
	mkdirSync(path.join(root, "test/output"), { recursive: true });
	writeFileSync(path.join(root, "test/output/applications.txt"), table);
}
