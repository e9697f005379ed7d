/** What holds for every text, whatever its fixture says. Each law throws an AssertionError that a person can act on. */
import assert from "node:assert/strict";
import { type AnalyzeOptions, analyze } from "../../server/engine/analyze";
import type { Analysis, Applicability, Change, Document, Finding, Fix } from "../../server/engine/model";
import { type FilePlan, planFile } from "../../server/engine/plan";
import { countBroken } from "./broken";

export interface LawContext {
	readonly document: Document;
	readonly options: AnalyzeOptions;
}

const plans = new WeakMap<LawContext, Map<Applicability, FilePlan>>();

/** The plan of the context's own text, made once: most laws start from it. */
export function planOf(context: LawContext, applicability: Applicability): FilePlan {
	const known = plans.get(context) ?? new Map<Applicability, FilePlan>();
	plans.set(context, known);
	const plan = known.get(applicability) ?? planFile(context.document, context.options, { applicability });
	known.set(applicability, plan);
	return plan;
}

const applicabilities: readonly Applicability[] = ["safe", "suggested"];

export interface Law {
	readonly name: string;
	check(context: LawContext): void;
}

export const laws: readonly Law[] = [
	{ name: "each fix alone does what it says and nothing else", check: eachFixAlone },
	{ name: "fixing leaves nothing that would be fixed, and twice is once", check: fixingIsStable },
	{ name: "all fixes at once equal one by one", check: allAtOnceIsOneByOne },
	{ name: "CRLF and BOM stay what they were", check: lineEndsStay },
	{ name: "cut off anywhere it does not throw", check: cutOffDoesNotThrow },
	{ name: "keys are masked in all that people read", check: keysAreMasked },
];

/** Applies sorted, disjoint changes. Throws when they are not. */
function applyChanges(text: string, changes: readonly Change[]): string {
	let result = "";
	let done = 0;
	for (const { range, newText } of changes) {
		const [start, end] = range;
		assert.ok(
			start >= done && end >= start && end <= text.length,
			`changes overlap or leave the text: ${start}–${end}`,
		);
		result += text.slice(done, start) + newText;
		done = end;
	}
	return result + text.slice(done);
}

function eachFixAlone({ document, options }: LawContext): void {
	const before = analyze(document, options);
	const broken = countBroken(document.language, document.text, options.grammars);
	for (const fix of distinctFixes(before.findings)) {
		const text = applyChanges(document.text, fix.changes);
		const after = analyze({ ...document, text }, options);
		const name = `${fix.title} (${fix.group})`;
		assert.notEqual(text, document.text, `${name}: changes nothing`);
		comparesByKind(before, after, fix, name);
		const nowBroken = countBroken(document.language, text, options.grammars);
		assert.ok(nowBroken <= broken, `${name}: new syntax errors\n${text}`);
	}
}

/** The fix's own findings are gone, and no rule has more to say about any subject than before. */
function comparesByKind(before: Analysis, after: Analysis, fix: Fix, name: string): void {
	const expected = countKinds(before.findings);
	for (const finding of before.findings)
		if (finding.fix !== undefined && sameFix(finding.fix, fix)) {
			const kind = kindOf(finding);
			expected.set(kind, (expected.get(kind) ?? 0) - 1);
		}
	for (const [kind, count] of countKinds(after.findings)) {
		const limit = expected.get(kind) ?? 0;
		assert.ok(count <= limit, `${name}: leaves ${count} × ${kind}, at most ${limit} may be\n${after.document.text}`);
	}
}

function countKinds(findings: readonly Finding[]): Map<string, number> {
	const counts = new Map<string, number>();
	for (const finding of findings) counts.set(kindOf(finding), (counts.get(kindOf(finding)) ?? 0) + 1);
	return counts;
}

function kindOf(finding: Finding): string {
	return `${finding.rule} ${finding.subject}`;
}

function distinctFixes(findings: readonly Finding[]): readonly Fix[] {
	const fixes: Fix[] = [];
	for (const { fix } of findings) if (fix !== undefined && !fixes.some((other) => sameFix(other, fix))) fixes.push(fix);
	return fixes;
}

function sameFix(a: Fix, b: Fix): boolean {
	return a.group === b.group && JSON.stringify(a.changes) === JSON.stringify(b.changes);
}

function fixingIsStable(context: LawContext): void {
	const { document, options } = context;
	for (const applicability of applicabilities) {
		const once = planOf(context, applicability);
		assert.equal(applyChanges(document.text, once.changes), once.newText, "the plan's changes are not its text");
		assert.deepEqual(
			once.dropped.map(({ finding, reason }) => `${finding.rule} ${finding.subject}: ${reason}`),
			[],
			"fixes were dropped",
		);
		const again = analyze({ ...document, text: once.newText }, options);
		assert.deepEqual(again.findings.filter((finding) => takes(applicability, finding)).map(kindOf), [], once.newText);
		const twice = planFile({ ...document, text: once.newText }, options, { applicability });
		assert.equal(twice.newText, once.newText, "fixing twice differs from fixing once");
	}
}

function takes(applicability: Applicability, { fix }: Finding): boolean {
	return fix !== undefined && (applicability === "suggested" || fix.applicability === "safe");
}

function allAtOnceIsOneByOne(context: LawContext): void {
	const { document, options } = context;
	for (const applicability of applicabilities) {
		const plan = planOf(context, applicability);
		let text = document.text;
		for (let steps = 0; ; steps++) {
			assert.ok(steps < 100, `one by one never ends:\n${text}`);
			const next = analyze({ ...document, text }, options).findings.find((finding) => takes(applicability, finding));
			if (next?.fix === undefined) break;
			text = applyChanges(text, next.fix.changes);
		}
		assert.equal(plan.newText, text, `${applicability} fixes: at once (actual) differs from one by one (expected)`);
	}
}

function lineEndsStay(context: LawContext): void {
	const { document, options } = context;
	const variants: readonly ((text: string) => string)[] = [
		(text) => text.replaceAll("\n", "\r\n"),
		(text) => `\uFEFF${text}`,
	];
	for (const applicability of applicabilities) {
		const plain = planOf(context, applicability).newText;
		for (const vary of variants) {
			const varied = planFile({ ...document, text: vary(document.text) }, options, { applicability });
			assert.equal(JSON.stringify(varied.newText), JSON.stringify(vary(plain)));
		}
	}
}

function cutOffDoesNotThrow({ document, options }: LawContext): void {
	let seed = document.text.length + 1;
	for (let count = 0; count < 10; count++) {
		// Park and Miller's generator: the same cuts on every machine.
		seed = (seed * 48271) % 2147483647;
		const text = document.text.slice(0, seed % (document.text.length + 1));
		planFile({ ...document, text }, options, { applicability: "suggested" });
	}
}

function keysAreMasked({ document, options }: LawContext): void {
	const { findings, hovers, problems } = analyze(document, options);
	const said = [
		...findings.flatMap(({ message, subject, advice, fix }) => [message, subject, advice ?? "", fix?.title ?? ""]),
		...hovers.map((hover) => hover.markdown),
		...problems.map((problem) => problem.message),
	].join("\n");
	for (const [key] of document.text.matchAll(/[sp]k-helicone[\w-]*?(?:-[a-z0-9]{7}){4}/g))
		assert.ok(!said.includes(key), "a key is said aloud");
}

/** Also holds the ranges: every finding, hover and change lies inside the text. */
export function neverThrows({ document, options }: LawContext): void {
	const { findings, hovers } = analyze(document, options);
	for (const { range } of [...findings, ...hovers])
		assert.ok(range[0] >= 0 && range[0] <= range[1] && range[1] <= document.text.length, `outside: ${range}`);
	for (const { fix } of findings) if (fix !== undefined) applyChanges(document.text, fix.changes);
	for (const applicability of applicabilities) {
		const plan = planFile(document, options, { applicability });
		assert.equal(applyChanges(document.text, plan.changes), plan.newText);
	}
}
