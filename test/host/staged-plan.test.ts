import assert from "node:assert/strict";
import { existsSync, readdirSync } from "node:fs";
import path from "node:path";
import { applyChanges, isDisjointSorted } from "../../server/engine/edits/apply";
import { fixAll, type Planned } from "../../server/host/fix-rounds";
import { projectOf, scanProject } from "../../server/host/project";
import { stagedPlan } from "../../server/host/staged-plan";
import { defaultSettings } from "../../shared/settings";
import { testGrammars } from "../support/grammars";

const workspaces = path.join(__dirname, "../workspaces");

async function planned(folder: string): Promise<Planned> {
	const options = {
		roots: [folder],
		settings: defaultSettings,
		directory: folder,
		loadGrammars: () => testGrammars(),
	};
	return { scan: await scanProject(options), project: (scan) => projectOf(scan, options) };
}

/** What a preview gives, on applications as they really are. */
describe("a staged plan", function () {
	this.timeout(60_000);
	const folders = readdirSync(workspaces, { withFileTypes: true })
		.filter((one) => one.isDirectory())
		.map(({ name }) => path.join(workspaces, name))
		.map((folder) => (existsSync(path.join(folder, "before")) ? path.join(folder, "before") : folder));

	for (const folder of folders) {
		it(`of ${path.relative(workspaces, folder)}: safe alone is fix, all together is fix --suggested`, async () => {
			const project = await planned(folder);
			const [safe, all] = [
				await fixAll(project, { applicability: "safe" }),
				await fixAll(project, { applicability: "suggested" }),
			];
			const { files, postponed } = await stagedPlan(project, { applicability: "suggested" }, {});
			assert.ok(files.length > 0);
			for (const { path: file, document, changes } of files) {
				const name = path.relative(folder, file);
				const textWith = (some: typeof changes) => applyChanges(document.text, some);
				const original = document.text;
				assert.ok(isDisjointSorted(changes), name);
				assert.equal(
					textWith(changes.filter(({ applicability }) => applicability === "safe")),
					safe.texts.get(file)?.replace(/^\uFEFF/, "") ?? original,
					`${name}: safe`,
				);
				if (!postponed.includes(file)) {
					assert.equal(textWith(changes), all.texts.get(file)?.replace(/^\uFEFF/, "") ?? original, `${name}: all`);
				}
			}
		});
	}
});
