import assert from "node:assert/strict";
import {
	dashboards,
	environment,
	environmentVariable,
	requestHeader,
	requestHeaders,
	responseHeader,
	responseHeaders,
	slugs,
} from "../../shared/mappings";
import { guideRows, guideText, guideVariables, uncovered } from "./guide-rows";

const guides = (rows: readonly { readonly guide?: string | undefined }[]) => rows.map((row) => row.guide);

describe("the guide's tables are carried by the mappings", () => {
	it("request headers (step 3)", () => {
		const lines = guideRows("Helicone headerConcentrate replacement", "Helicone echoes");
		assert.equal(lines.length, 19);
		assert.deepEqual(uncovered(lines, guides(requestHeaders)), []);
	});

	it("response headers (step 3)", () => {
		const lines = guideRows("Helicone response headerConcentrate equivalent", "If you have alerting");
		assert.equal(lines.length, 5);
		assert.deepEqual(uncovered(lines, guides(responseHeaders)), []);
	});

	it("authors and the providers that serve them (step 4)", () => {
		const lines = guideRows("AuthorProvider serving the requestConcentrate slug", "Bare slugs work");
		assert.equal(lines.length, 5);
		assert.deepEqual(uncovered(lines, guides(slugs)), []);
		for (const line of lines) {
			const provider = line.match(/(anthropic|bedrock|azure|ai-studio)\//)?.[1];
			const row = slugs.find((one) => one.guide !== undefined && line.startsWith(one.guide) && one.to === provider);
			assert.ok(row, line);
		}
	});

	it("auto routing (step 4)", () => {
		const lines = guideRows("Helicone AI GatewayConcentrate AI", "For the authoritative list");
		assert.equal(lines.length, 1);
		assert.deepEqual(
			lines.filter((line) => !slugs.some((row) => row.guide !== undefined && line.startsWith(row.guide))),
			[],
		);
	});

	it("environment variables (step 1)", () => {
		assert.deepEqual(
			guideVariables().filter((name) => name !== "CONCENTRATE_API_KEY" && !environmentVariable(name)),
			[],
		);
		for (const name of ["OPENAI_API_KEY", "HELICONE_API_KEY", "BASE_URL", "ANTHROPIC_API_KEY"])
			assert.ok(guides(environment).includes(name), name);
	});

	it("dashboard surfaces (step 5)", () => {
		const lines = guideRows("Helicone dashboard surfaceConcentrate equivalent", "Exporting your");
		assert.equal(lines.length, 7);
		assert.deepEqual(uncovered(lines, guides(dashboards)), []);
	});

	it("a row's guide cell stands in the guide, word for word", () => {
		for (const row of [...requestHeaders, ...responseHeaders, ...environment, ...slugs, ...dashboards])
			if (row.guide !== undefined) assert.ok(guideText.includes(row.guide), `${row.id}: ${row.guide}`);
	});

	it("every header that a guide cell names is found under that cell", () => {
		const names = (cell: string) => cell.replace(/ \(.*\)$/, "").split(", ");
		const check = (cell: string | undefined, find: typeof requestHeader | typeof responseHeader) => {
			if (cell === undefined) return;
			for (const name of names(cell)) assert.equal(find(name.replace("[Name]", "App"))?.guide, cell, name);
		};
		for (const row of requestHeaders) check(row.guide, requestHeader);
		for (const row of responseHeaders) check(row.guide, responseHeader);
	});
});
