/** A thread that checks the programs of one template after another, as `programs.test.ts` asks. */
import { parentPort } from "node:worker_threads";
import fc from "fast-check";
import { emptyWorkspace } from "../../server/engine/workspace";
import { testGrammars } from "../support/grammars";
import { shareTrees } from "../support/shared-trees";
import { checkProgram } from "./check";
import { programsOf } from "./generate";
import { templates } from "./templates";
import "../support/seed";

export interface Job {
	/** Index into `templates`. */
	readonly template: number;
	readonly runs: number;
}

/** Every law, as fixtures hold them, for one program in so many. */
const thoroughEvery = 200;

async function check({ template, runs }: Job): Promise<void> {
	const chosen = templates[template];
	if (chosen === undefined) throw new Error(`no template ${template}`);
	const grammars = shareTrees(await testGrammars());
	const options = { grammars, severities: {}, workspace: emptyWorkspace };
	let count = 0;
	fc.assert(
		fc
			.property(programsOf(chosen), (program) => checkProgram(program, options, count++ % thoroughEvery === 0))
			.afterEach(() => grammars.forget()),
		{ numRuns: runs },
	);
}

parentPort?.on("message", (job: Job) => {
	check(job).then(
		() => parentPort?.postMessage({ job }),
		(problem) =>
			parentPort?.postMessage({ job, problem: problem instanceof Error ? problem.message : String(problem) }),
	);
});
