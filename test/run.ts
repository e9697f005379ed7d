/**
 * `npm test`: everything, on a fresh machine too. `npm test -- unit vsix` runs the steps of these names only.
 * The last line is read by CI: `N passed, N failed, N skipped`.
 */
import { mkdirSync, rmSync } from "node:fs";
import path from "node:path";
import { installChromium } from "./vscode/chromium";
import { readyExecutable } from "./vscode/executable";
import { run } from "./vscode/processes";
import { installServer, root } from "./vscode/server-package";
import { bundleSuite } from "./vscode/suite-bundle";
import { runSuite } from "./vscode/suite-run";
import { add, type Counts, runStep } from "./vscode/tally";

const output = path.join(root, "test/output");
const vsix = path.join(output, "migrate-helicone.vsix");
const mocha = require.resolve("mocha/bin/mocha.js");

interface Step {
	readonly id: string;
	readonly name: string;
	/** Later steps cannot run without it. */
	readonly required?: true;
	/** @param counts file for the counts of its tests */
	action(counts: string): Promise<boolean>;
}

const steps: readonly Step[] = [
	{ id: "build", name: "build", required: true, action: () => node("esbuild.mjs") },
	{
		id: "unit",
		name: "unit tests",
		action: (counts) =>
			runMocha(counts, ["test/**/*.test.ts", "--ignore", "test/e2e/**", "--ignore", "test/output/**"]),
	},
	{ id: "suite", name: "in VS Code, on the sources", action: (counts) => inVsCode(counts) },
	{
		id: "package",
		name: "the packaged extension",
		required: true,
		action: () => node(require.resolve("@vscode/vsce/vsce"), "package", "--no-dependencies", "--out", vsix),
	},
	{ id: "vsix", name: "in VS Code, on the packaged extension", action: (counts) => inVsCode(counts, vsix) },
	{ id: "ui", name: "by keyboard, in the workbench", action: byKeyboard },
];

async function main(): Promise<void> {
	const wanted = process.argv.slice(2);
	mkdirSync(output, { recursive: true });
	let total: Counts = { passed: 0, failed: 0, skipped: 0 };
	for (const step of steps.filter(({ id, required }) => required || wanted.length === 0 || wanted.includes(id))) {
		const counts = path.join(output, `counts-${step.id}.json`);
		rmSync(counts, { force: true });
		const result = await runStep(step.name, counts, () => step.action(counts));
		total = add(total, result);
		if (step.required && result.failed > 0) break;
	}
	console.log(`\n${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);
	process.exit(total.failed > 0 ? 1 : 0);
}

async function node(...args: readonly string[]): Promise<boolean> {
	return (await run(process.execPath, args, { cwd: root })) === 0;
}

async function runMocha(counts: string, args: readonly string[], variables: NodeJS.ProcessEnv = {}): Promise<boolean> {
	const env = { ...process.env, ...variables, MOCHA_COUNTS: counts };
	return (await run(process.execPath, [mocha, ...args], { cwd: root, env })) === 0;
}

async function inVsCode(counts: string, packaged?: string): Promise<boolean> {
	const executable = await readyExecutable();
	await bundleSuite();
	return runSuite({ executable, counts, ...(packaged === undefined ? {} : { vsix: packaged }) });
}

async function byKeyboard(counts: string): Promise<boolean> {
	await installServer();
	await installChromium();
	return runMocha(counts, ["test/e2e/ui/*.test.ts", "--timeout", "300000"], { VSIX: vsix });
}

void main();
