import assert from "node:assert/strict";
import { isKeptKeyLine, keptKeyMark } from "../../../server/engine/edits/kept-key";

describe("edits: keys that are kept as comments", () => {
	const kept = [`# ${keptKeyMark}OPENAI_API_KEY=sk-1`, `    // ${keptKeyMark}"OPENAI_API_KEY": "x",\r\n`];
	for (const line of kept)
		it(`known: ${line.trim()}`, () => {
			assert.ok(isKeptKeyLine(line));
		});

	const others = ["# OPENAI_API_KEY=sk-1", `OPENAI_API_KEY=x # ${keptKeyMark}`, "# migrate-helicone-ignore", ""];
	for (const line of others)
		it(`another line: ${line}`, () => {
			assert.ok(!isKeptKeyLine(line));
		});
});
