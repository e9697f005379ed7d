import assert from "node:assert/strict";
import { outlineOf } from "../../../server/engine/outline/outline-of";
import { printOutline } from "../../../server/engine/outline/print";
import { testGrammars } from "../../support/grammars";
import { assertInvariants } from "./invariants";

/** Source in, printed Outline out; the line breaks at either end of both are only there for looks. */
export async function expectOutline(language: string, source: string, expected: string): Promise<void> {
	const outline = outlineOf({ language, text: source.slice(1, -1) }, await testGrammars());
	assert.ok(outline);
	assertInvariants(outline);
	assert.equal(printOutline(outline), expected.slice(1, -1));
}
