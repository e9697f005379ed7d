/** What support is told: the counts of what has no equivalent, and nothing of the program. */
import assert from "node:assert/strict";
import { gapReport } from "../../../server/engine/report/gap-report";
import type { ReportItem } from "../../../server/engine/report/migration-record";
import { type GapsResult, gapsRequest } from "../../../shared/migration-protocol";
import { runIn } from "../../cli/running";
import { Editor } from "../../lsp/editor";
import { folderWith, removeFolders } from "../../support/folder";

const canary = "canary0123456789";

const item = (rule: string, row: string): ReportItem => ({
	path: `${canary}/secret.py`,
	line: 3,
	rule,
	subject: `subject ${canary}`,
	message: `message ${canary}`,
	row,
	advice: `advice ${canary}`,
	fix: { title: `title ${canary}`, applicability: "safe" },
});

const surroundings = { version: "1.2.3", catalogueDate: "2026-09-01" };

const app = `from openai import OpenAI

client = OpenAI(base_url="https://oai.helicone.ai/v1", api_key="sk-proj-${canary}",
    default_headers={"Helicone-Auth": "Bearer sk-helicone-${canary}", "Helicone-Cache-Bucket-Max-Size": "${canary}",
        "Helicone-Property-${canary}": "x", "Helicone-Session-Id": "${canary}"})
`;

describe("gap report", function () {
	this.timeout(120_000);
	afterEach(async () => {
		await Editor.stopAll();
		removeFolders();
	});

	it("counts by rule and row, in the tables' words alone", () => {
		const items = [
			item("helicone-request-header", "request-headers/helicone-property"),
			item("helicone-request-header", "request-headers/helicone-property"),
			item("helicone-base-url", "hosts/no-such-row"),
		];
		const { uses, markdown } = gapReport(items, surroundings);
		assert.equal(uses, 2);
		assert.match(markdown, /^For support@concentrate\.ai\.$/m);
		assert.match(markdown, /, 2 uses of 1 feature had no equivalent:$/m);
		assert.match(
			markdown,
			/^\| Request header that only Helicone reads \(`helicone-request-header`\) \| `Helicone-Property-\*` \(`request-headers\/helicone-property`\) \| 2 \|$/m,
		);
		assert.match(markdown, /^- migrate-helicone 1\.2\.3\n- Model catalogue of 2026-09-01$/m);
		assert.doesNotMatch(markdown, new RegExp(canary));
	});

	it("says so when there is none", () => {
		const { uses, markdown } = gapReport([], surroundings);
		assert.equal(uses, 0);
		assert.match(markdown, /^Nothing that was found lacks an equivalent at Concentrate\.$/m);
	});

	it("on the command line and in the editor it is the same text, without code, paths and keys", async () => {
		const files = { [`${canary}.py`]: app, ".env": `HELICONE_API_KEY=sk-helicone-${canary}\n` };
		const { code, out, err } = await runIn(folderWith(files), "report", "--gaps");
		assert.deepEqual([code, err], [0, ""]);
		assert.match(out, /`request-headers\/[a-z-]+`\) \| \d+ \|$/m);
		assert.doesNotMatch(out, new RegExp(`${canary}|OpenAI|\\.py|sk-`));
		const editor = await Editor.start({ files });
		const params = { version: "1.2.3", asksGit: false };
		const result: GapsResult = await editor.connection.sendRequest(gapsRequest.method, params);
		assert.equal(result.markdown, out);
		assert.ok(result.uses > 0);
	});
});
