import assert from "node:assert/strict";
import type { Operation } from "../../../server/engine/edits/operation";
import { entryNamed } from "../../../server/engine/outline/questions";
import type { Outline } from "../../../server/engine/outline/schema";
import { testGrammars } from "../../support/grammars";
import { edited, read } from "./marked";

const before = `from openai import OpenAI

client = OpenAI(
    api_key=key,
    base_url="https://oai.helicone.ai/v1",  # gateway
    default_headers={
        "Helicone-Auth": f"Bearer {helicone}",
        "Helicone-Cache-Enabled": "true",
    },
)
answer = client.chat.completions.create(model="gpt-4o", extra_headers={"Helicone-User-Id": user})
`;

const after = `import os
from openai import OpenAI

client = OpenAI(
    api_key=os.environ["NEW"],
    base_url="https://example.com/v1",  # gateway
)
answer = client.chat.completions.create(model="gpt-4o", extra_body={"user": user})
`;

function operations(outline: Outline): readonly Operation[] {
	const headers = outline.items.filter((item) => item.key?.kind === "string");
	const address = outline.strings.find((one) => outline.text.slice(...one.range).includes("helicone.ai"));
	const [made, create] = outline.calls.map((call) => call.args);
	const key = made && entryNamed(outline, made, "api_key");
	assert.ok(address && create && key?.value);
	return [
		{ op: "insert-line", offset: 0, text: "import os" },
		{ op: "replace", range: key.value.range, newText: 'os.environ["NEW"]' },
		{ op: "replace", range: address.content, newText: "https://example.com/v1" },
		{ op: "put", list: create, path: ["extra_body", "user"], value: "user" },
		...headers.map((item): Operation => ({ op: "remove", item })),
	];
}

describe("edits: a whole client", () => {
	it("is one set of operations, in any order", async () => {
		const grammars = await testGrammars();
		const outline = read(grammars, "python", before);
		const all = operations(outline);
		assert.equal(edited(grammars, outline, all), after);
		assert.equal(edited(grammars, outline, [...all].reverse()), after);
	});
});
