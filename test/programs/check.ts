/** The laws on one program, with as few analyses as they need: thousands are checked in a minute. */
import assert from "node:assert/strict";
import type { AnalyzeOptions } from "../../server/engine/analyze";
import { planFile } from "../../server/engine/plan";
import { countBroken } from "../support/broken";
import { laws } from "../support/fixture-laws";
import type { Program } from "./generate";

/**
 * Throws an AssertionError that shows the program. `thorough` runs every law as fixtures do (about ten times the work); otherwise the
 * ones that one plan shows: nothing thrown, nothing dropped, nothing left to fix, no new syntax error, the expected text.
 */
export function checkProgram({ template, text, migrated }: Program, options: AnalyzeOptions, thorough: boolean): void {
	const document = { uri: `file:///${template.file}`, language: template.language, text };
	const plan = planFile(document, options, { applicability: "suggested" });
	assert.deepEqual(
		plan.dropped.map(({ finding, reason }) => `${finding.subject}: ${reason}`),
		[],
		text,
	);
	if (migrated !== undefined) assert.equal(plan.newText, migrated, `after every fix of:\n${text}`);
	const open = plan.after.findings.filter(({ fix }) => fix !== undefined);
	assert.deepEqual(
		open.map(({ rule, subject }) => `${rule} ${subject}`),
		[],
		`left to fix in:\n${plan.newText}`,
	);
	const broken = countBroken(template.language, text, options.grammars);
	assert.ok(
		countBroken(template.language, plan.newText, options.grammars) <= broken,
		`syntax errors:\n${plan.newText}`,
	);
	// These laws bring line ends and a byte order mark of their own.
	const plain = { ...document, text: text.replaceAll("\r\n", "\n").replace(/^\uFEFF/, "") };
	if (thorough) for (const law of laws) law.check({ document: plain, options });
}
