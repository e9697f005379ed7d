/**
 * Laws 1 to 4 on programs of each language that nobody wrote: `PROGRAMS` of them for every language (CI asks for 10,000), checked
 * by a thread for each core.
 */
import assert from "node:assert/strict";
import { cpus } from "node:os";
import { join } from "node:path";
import { Worker } from "node:worker_threads";
import { buildSync } from "esbuild";
import { languages } from "../../server/engine/languages";
import { templates } from "./templates";
import type { Job } from "./worker";

const perLanguage = Number(process.env.PROGRAMS ?? 300);

interface Answer {
	readonly job: Job;
	readonly problem?: string;
}

/** All jobs, each settled when a thread has done it. */
class Pool {
	readonly #waiting: Job[];
	readonly #answers = new Map<number, (answer: Answer) => void>();
	readonly #threads: Worker[] = [];
	readonly results: readonly Promise<Answer>[];

	constructor(jobs: readonly Job[], threads: number) {
		this.#waiting = [...jobs];
		this.results = jobs.map((job) => new Promise((settle) => this.#answers.set(job.template, settle)));
		const code = workerCode();
		for (let count = 0; count < threads; count++) this.#start(code);
	}

	async close(): Promise<void> {
		await Promise.all(this.#threads.map((thread) => thread.terminate()));
	}

	#start(code: string): void {
		// Most of what a program leaves behind is garbage at once: room for it keeps it from being copied about.
		const thread = new Worker(code, { eval: true, resourceLimits: { maxYoungGenerationSizeMb: 64 } });
		this.#threads.push(thread);
		const next = (): void => {
			const job = this.#waiting.shift();
			if (job) thread.postMessage(job);
		};
		thread.on("message", (answer: Answer) => {
			this.#answers.get(answer.job.template)?.(answer);
			next();
		});
		thread.on("error", (problem) => {
			for (const [template, settle] of this.#answers)
				settle({ job: { template, runs: 0 }, problem: `a thread ended: ${problem.message}` });
		});
		next();
	}
}

/** One bundle, as users get the engine: calls between its files cost less than between modules that are read one by one. */
function workerCode(): string {
	const support = join(__dirname, "../support");
	const { outputFiles } = buildSync({
		entryPoints: [join(__dirname, "worker.ts")],
		bundle: true,
		platform: "node",
		target: "node20",
		mainFields: ["module", "main"],
		external: ["web-tree-sitter"],
		define: { __dirname: JSON.stringify(support), __filename: JSON.stringify(join(support, "grammars.ts")) },
		write: false,
	});
	return outputFiles.map(({ text }) => text).join("");
}

function runsOf(language: string): number {
	return Math.ceil(perLanguage / templates.filter((one) => one.language === language).length);
}

describe("programs that nobody wrote", function () {
	this.timeout(1_200_000);
	let pool: Pool;
	before(() => {
		const jobs = templates.map(({ language }, template) => ({ template, runs: runsOf(language) }));
		pool = new Pool(jobs, cpus().length);
	});
	after(() => pool.close());

	for (const [index, { language, name }] of templates.entries())
		it(`${language}: ${name}: ${runsOf(language)} programs keep the laws`, async () => {
			const answer = await pool.results[index];
			assert.equal(answer?.problem, undefined, answer?.problem);
		});

	it("every language has a template", () => {
		const missing = languages.map(({ id }) => id).filter((id) => !templates.some(({ language }) => language === id));
		assert.deepEqual(missing, []);
	});
});
