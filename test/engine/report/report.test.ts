import assert from "node:assert/strict";
import { isLockFile, type MigrationRecord, type ReportItem } from "../../../server/engine/report/migration-record";
import { renderReport } from "../../../server/engine/report/render-report";
import { reversePatch } from "../../../server/engine/report/reverse-patch";
import { reportTopics, rowById, tables } from "../../../shared/mappings";

const nothing: MigrationRecord = {
	isPlanned: false,
	before: [],
	applied: [],
	left: [],
	dropped: [],
	todos: 0,
	changed: [],
	skipped: [],
	lockFiles: [],
	wantsReversePatch: false,
};

const header = (subject: string, row: string, line = 3): ReportItem => ({
	path: "src/a.py",
	line,
	rule: "helicone-request-header",
	subject,
	message: `${subject} is a header of Helicone's.`,
	row: `request-headers/${row}`,
	advice: "Ask the team.",
	fix: undefined,
});

describe("migration report", () => {
	it("says so when nothing was found", () => {
		assert.match(renderReport(nothing), /^# From Helicone to Concentrate\n\nNothing of Helicone was found\./);
	});

	it("counts by rule, before, gone and left", () => {
		const [user, cache] = [
			header("Helicone-User-Id", "helicone-user-id"),
			header("Helicone-Cache-Seed", "helicone-cache-seed"),
		];
		const report = renderReport({ ...nothing, before: [user, cache], applied: [user], left: [cache] });
		assert.match(report, /\| Request header that only Helicone reads \| 2 \| 1 \| 1 \|/);
		assert.match(report, /^2 findings before, 1 settled in 0 files, 1 left\.$/m);
	});

	it("gives the guide's reason once, then the places", () => {
		const items = [3, 9].map((line) => header("Helicone-User-Id", "helicone-user-id", line));
		const report = renderReport({ ...nothing, before: items, applied: items });
		const advice = rowById("request-headers/helicone-user-id")?.advice ?? "";
		assert.equal(report.split(advice).length, 2);
		assert.match(report, /- `src\/a\.py:3` `Helicone-User-Id`\n- `src\/a\.py:9` `Helicone-User-Id`/);
	});

	it("lists files that hold nothing any more, and deletes none", () => {
		const helper = 'export const auth = { "Helicone-Auth": "x" };\n';
		const report = renderReport({
			...nothing,
			before: [header("Helicone-User-Id", "helicone-user-id")],
			changed: [
				{ path: "src/headers.ts", before: helper, after: "// Headers of the gateway.\nexport {};\n" },
				{ path: "app/headers.py", before: "AUTH = 1\n", after: "" },
				{ path: "src/config.ts", before: helper, after: "export const port = 3000;\n" },
				{ path: "src/index.ts", before: "export {};\n", after: "export {};\n" },
				{ path: ".env", before: "HELICONE_API_KEY=x\n", after: "" },
			],
		});
		const section = report.split("## Files that hold nothing any more")[1] ?? "";
		assert.deepEqual(section.match(/^- .*$/gm)?.slice(0, 3), ["- `src/headers.ts`", "- `app/headers.py`"]);
	});

	const dashboards: readonly (readonly [subject: string, row: string, topic: string])[] = [
		["Helicone-User-Id", "request-headers/helicone-user-id", "Users"],
		["Helicone-RateLimit-Policy", "request-headers/helicone-ratelimit-policy", "Rate limits and spend"],
		["Helicone-Omit-Request", "request-headers/helicone-omit-request", "Retention of requests and answers"],
		["Helicone-Moderations-Enabled", "request-headers/helicone-moderations-enabled", "Moderation and guardrails"],
		["Helicone-Session-Id", "request-headers/helicone-session-id", "Sessions"],
		["Helicone-Property-App", "request-headers/helicone-property", "Custom properties"],
		["Helicone-Cache", "response-headers/helicone-cache", "Alerts on cache hits and fallbacks"],
		["Helicone-Fallback-Index", "response-headers/helicone-fallback-index", "Alerts on cache hits and fallbacks"],
	];
	for (const [subject, row, topic] of dashboards) {
		it(`${subject} moves to the dashboard: ${topic}`, () => {
			const report = renderReport({ ...nothing, before: [{ ...header(subject, ""), row }] });
			const section = report.split("## What moves to the dashboard")[1] ?? "";
			assert.ok(section.includes(`**${topic}** (\`${subject}\`)`), report);
		});
	}

	it("lists what is left with its place, the guide's text and the choice", () => {
		const report = renderReport({ ...nothing, left: [header("Helicone-Auth", "helicone-auth")] });
		assert.match(
			report,
			/- \[ \] `src\/a\.py:3` Helicone-Auth is a header of Helicone's\. Ask the team\.\n {2}\*No fix is offered/,
		);
	});

	it("names gaps by their row, never by a name of the program's", () => {
		const report = renderReport({
			...nothing,
			before: [header("Helicone-Property-Customer-Acme", "helicone-property")],
		});
		const gaps = report.split("## Gaps worth reporting")[1]?.split("## ")[0] ?? "";
		assert.match(gaps, /`Helicone-Property-\*` \(1×\)/);
		assert.doesNotMatch(gaps, /Acme/);
	});

	it("holds no key, wherever one came in", () => {
		const key = "sk-helicone-abcdefg-hijklmn-opqrstu";
		const item: ReportItem = { ...header(key, "helicone-auth"), message: `It is ${key}.`, advice: `Take ${key} out.` };
		const changed = [
			{ path: "a.py", before: `key = "${key}"\n`, after: "key = 1\n" },
			{ path: ".env.local", before: "TOKEN=hunter2\n", after: "TOKEN=\n" },
			{ path: "b.py", before: "old\n", after: "new\n" },
		];
		const report = renderReport({
			...nothing,
			before: [item],
			applied: [item],
			left: [item],
			changed,
			wantsReversePatch: true,
		});
		assert.doesNotMatch(report, /abcdefg|hunter2/);
		assert.match(report, /leaves out `a\.py`, `\.env\.local`/);
		assert.match(report, /^\+old$/m);
	});

	it("text of the program stays text", () => {
		const item = { ...header("a`b|c", "x"), message: "<b>*bold*</b> [link](x) __init__ snake_case", row: undefined };
		const report = renderReport({ ...nothing, left: [item], applied: [item] });
		assert.ok(report.includes("``a`b|c``"), report);
		assert.ok(report.includes("\\<b\\>\\*bold\\*\\</b\\> \\[link\\](x) \\_\\_init\\_\\_ snake_case"), report);
	});
});

describe("reverse patch", () => {
	it("turns the new text into the old one", () => {
		const { patch, leftOut } = reversePatch([{ path: "b.py", before: "one\ntwo\n", after: "one\nthree\n" }]);
		assert.deepEqual(leftOut, []);
		assert.match(patch, /^-three$/m);
		assert.match(patch, /^\+two$/m);
	});
});

describe("topics of the report", () => {
	const ids = Object.entries(tables).flatMap(([table, rows]) => rows.map((row) => `${table}/${row.id}`));

	it("are sorted, and every row they name is there", () => {
		assert.deepEqual(
			reportTopics.map(({ id }) => id),
			reportTopics.map(({ id }) => id).sort(),
		);
		for (const row of reportTopics.flatMap(({ rows }) => rows)) {
			const isThere = row.endsWith("*") ? ids.some((id) => id.startsWith(row.slice(0, -1))) : ids.includes(row);
			assert.ok(isThere, row);
		}
	});
});

describe("lock files", () => {
	it("are known by their name", () => {
		for (const name of ["package-lock.json", "Cargo.lock", "go.sum", "poetry.lock"]) assert.ok(isLockFile(name), name);
		for (const name of ["package.json", "lock.ts", "go.mod"]) assert.ok(!isLockFile(name), name);
	});
});
