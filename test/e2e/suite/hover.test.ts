import assert from "node:assert/strict";
import { closeAll, hoverText, open, someFindings } from "./demo";

describe("hover", () => {
	afterEach(closeAll);

	it("a header says what the guide says of it", async () => {
		const document = await open("assistant/answer.py");
		await someFindings(document);
		const text = await hoverText(document, "Helicone-User-Id");
		assert.match(text, /a Concentrate key of its own/);
		assert.match(text, /https:\/\/concentrate\.ai\//);
	});

	it("a base URL says its replacement", async () => {
		const document = await open("web/chat.ts");
		await someFindings(document);
		assert.match(await hoverText(document, "ai-gateway.helicone.ai"), /https:\/\/api\.concentrate\.ai\/v1/);
	});

	it("other text says nothing", async () => {
		const document = await open("assistant/answer.py");
		await someFindings(document);
		assert.doesNotMatch(await hoverText(document, "You answer politely"), /concentrate/i);
	});
});
