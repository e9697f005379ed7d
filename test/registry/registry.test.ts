/**
 * Real code from the registries. Packages with a Helicone integration are checked and fixed as a folder of somebody's is: no
 * crash, no new syntax error, nothing dropped, a second run without work. Large packages without Helicone yield no finding, even
 * when every file is parsed and analysed instead of only those with a mention.
 */
import assert from "node:assert/strict";
import { mkdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { analyze } from "../../server/engine/analyze";
import type { Finding } from "../../server/engine/model";
import { planFile } from "../../server/engine/plan";
import { emptyWorkspace } from "../../server/engine/workspace";
import { languageOf } from "../../server/host/language-of";
import { type Project, projectOf, scanProject } from "../../server/host/project";
import { defaultSettings } from "../../shared/settings";
import { countBroken } from "../support/broken";
import { testGrammars } from "../support/grammars";
import { root } from "../vscode/server-package";
import { Unavailable } from "../vscode/unavailable";
import { filesOf, type PackageSources, packageSources } from "./sources";

const output = path.join(root, "test/output/registry.md");
/** Bytes; longer files are bundles that nobody wrote. The product's own limit is larger. */
const longest = 200_000;

async function projectIn(folder: string): Promise<Project> {
	const options = {
		roots: [folder],
		settings: { ...defaultSettings, exclude: [] },
		directory: folder,
		loadGrammars: testGrammars,
	};
	return projectOf(await scanProject(options), options);
}

describe("packages of the registries", function () {
	this.timeout(600_000);
	let sources: { readonly withHelicone: readonly PackageSources[]; readonly without: readonly PackageSources[] };

	before(async function () {
		try {
			sources = { withHelicone: await packageSources("withHelicone"), without: await packageSources("without") };
		} catch (problem) {
			if (!(problem instanceof Unavailable) || process.env.REQUIRE_TOOLCHAINS) throw problem;
			console.log(`skipped: ${problem.message}`);
			this.skip();
		}
	});

	it("with Helicone are checked and fixed without harm", async () => {
		const grammars = await testGrammars();
		const rows: string[] = [];
		for (const one of sources.withHelicone) {
			const project = await projectIn(one.folder);
			const found: Finding[] = [];
			let left = 0;
			for (const { path: file, document, options } of project.files) {
				const plan = planFile(document, options, { applicability: "suggested" });
				const where = `${one.name}: ${path.relative(one.folder, file)}`;
				assert.deepEqual(plan.dropped, [], where);
				const broken = countBroken(document.language, document.text, grammars);
				assert.ok(countBroken(document.language, plan.newText, grammars) <= broken, `${where}: new syntax errors`);
				const again = planFile({ ...document, text: plan.newText }, options, { applicability: "suggested" });
				assert.equal(again.newText, plan.newText, `${where}: the second run changes something`);
				found.push(...plan.before.findings);
				left += plan.after.findings.length;
			}
			rows.push(row(one, project, found, left));
		}
		mkdirSync(path.dirname(output), { recursive: true });
		const table = [
			"| package | files with a mention | findings | safe | suggested | no fix | left after every fix | by rule |",
			"|---|---|---|---|---|---|---|---|",
			...rows,
		].join("\n");
		writeFileSync(output, `${table}\n`);
		console.log(table);
	});

	it("without Helicone yield nothing", async () => {
		const grammars = await testGrammars();
		const options = { grammars, severities: {}, workspace: emptyWorkspace };
		let files = 0;
		for (const one of sources.without) {
			assert.deepEqual(
				(await projectIn(one.folder)).files.flatMap(({ document, options: own }) => analyze(document, own).findings),
				[],
				one.name,
			);
			for (const { path: file, name } of filesOf(one)) {
				const language = languageOf(name);
				if (language === undefined || statSync(file).size > longest || name.endsWith(".d.ts")) continue;
				files++;
				const document = { uri: `file:///${name}`, language: language.id, text: readFileSync(file, "utf8") };
				assert.deepEqual(analyze(document, options).findings, [], `${one.name}: ${name}`);
			}
		}
		assert.ok(sources.without.length >= 20);
		console.log(`${sources.without.length} packages, ${files} files analysed without a mention: no finding`);
	});
});

function row({ name }: PackageSources, { files }: Project, found: readonly Finding[], left: number): string {
	const count = (applicability: string | undefined): number =>
		found.filter(({ fix }) => fix?.applicability === applicability).length;
	const rules = new Map<string, number>();
	for (const { rule } of found) rules.set(rule, (rules.get(rule) ?? 0) + 1);
	const said = [...rules].sort().map(([rule, times]) => `${rule} ${times}`);
	return `| ${name} | ${files.length} | ${found.length} | ${count("safe")} | ${count("suggested")} | ${count(undefined)} | ${left} | ${said.join(", ")} |`;
}
