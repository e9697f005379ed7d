// Mocha's `spec` reporter, which also writes its counts to the file that MOCHA_COUNTS names: `npm test` adds them up.
import { writeFileSync } from "node:fs";
import Mocha from "mocha";

export default class Counts extends Mocha.reporters.Spec {
	constructor(runner, options) {
		super(runner, options);
		const file = process.env.MOCHA_COUNTS;
		if (file !== undefined) runner.once("end", () => writeFileSync(file, JSON.stringify(countsOf(this.stats))));
	}
}

function countsOf({ passes, failures, pending }) {
	return { passed: passes, failed: failures, skipped: pending };
}
