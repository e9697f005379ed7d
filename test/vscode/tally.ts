/** Adds up what the steps of `npm test` passed, failed and skipped. */
import { existsSync, readFileSync } from "node:fs";
import { Unavailable } from "./unavailable";

export interface Counts {
	readonly passed: number;
	readonly failed: number;
	readonly skipped: number;
}

const one = {
	passed: { passed: 1, failed: 0, skipped: 0 },
	failed: { passed: 0, failed: 1, skipped: 0 },
	skipped: { passed: 0, failed: 0, skipped: 1 },
} satisfies Record<string, Counts>;

/**
 * Runs one step and says how it went.
 * @param counts file in which the step's tests leave their counts; a step without one counts as one test
 * @param action false or a throw is a failure; `Unavailable` is a skip for a person and a failure in CI
 */
export async function runStep(name: string, counts: string, action: () => Promise<boolean>): Promise<Counts> {
	console.log(`\n== ${name}`);
	try {
		const well = await action();
		return settle(name, well, readCounts(counts));
	} catch (error) {
		const reason = error instanceof Error ? error.message : String(error);
		const skip = error instanceof Unavailable && process.env.CI !== "true";
		console.log(`${skip ? "SKIPPED" : "FAILED"} ${name}: ${reason}`);
		return skip ? one.skipped : one.failed;
	}
}

export function add(a: Counts, b: Counts): Counts {
	return { passed: a.passed + b.passed, failed: a.failed + b.failed, skipped: a.skipped + b.skipped };
}

/** A step that ended badly has failed, whatever its tests counted before it did; one that ran no test, too. */
function settle(name: string, well: boolean, counts: Counts | undefined): Counts {
	if (counts === undefined) {
		if (!well) console.log(`FAILED ${name}`);
		return well ? one.passed : one.failed;
	}
	if (well && counts.failed === 0 && counts.passed > 0) return counts;
	console.log(`FAILED ${name}`);
	return counts.failed > 0 ? counts : add(counts, one.failed);
}

function readCounts(file: string): Counts | undefined {
	return existsSync(file) ? (JSON.parse(readFileSync(file, "utf8")) as Counts) : undefined;
}
