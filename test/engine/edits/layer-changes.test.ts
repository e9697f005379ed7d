import assert from "node:assert/strict";
import fc from "fast-check";
import { applyChanges, byPlace, isDisjointSorted } from "../../../server/engine/edits/apply";
import { layerChanges } from "../../../server/engine/edits/layer-changes";
import type { Change } from "../../../server/engine/model";

const both = ({ first, second }: { first: readonly Change[]; second: readonly Change[] }) =>
	[...first, ...second].sort(byPlace);

/** Changes against a text of `length` characters, from random cuts. */
function changesFor(length: number): fc.Arbitrary<readonly Change[]> {
	const piece = fc.tuple(fc.nat(length), fc.nat(4), fc.constantFrom("", "x", "yz"));
	return fc.array(piece, { maxLength: 4 }).map((pieces) => {
		const changes = pieces
			.map(([at, size, newText]): Change => ({ range: [at, Math.min(at + size, length)], newText }))
			.sort(byPlace);
		return changes.filter((_, index) => isDisjointSorted(changes.slice(0, index + 1)));
	});
}

describe("two layers of changes", () => {
	it("what the second one deletes around a deletion of the first becomes pieces", () => {
		const text = "headers={auth, cache}";
		const first: Change[] = [{ range: [9, 15], newText: "" }];
		const second: Change[] = [{ range: [0, 15], newText: "" }];
		const layers = layerChanges(text, first, second);
		assert.deepEqual(layers?.second, [
			{ range: [0, 9], newText: "" },
			{ range: [15, 21], newText: "" },
		]);
	});

	it("a change of what the first one wrote cannot be told apart", () => {
		const first: Change[] = [{ range: [0, 3], newText: "new" }];
		assert.equal(layerChanges("old text", first, [{ range: [1, 2], newText: "!" }]), undefined);
	});

	it("the first alone gives the text between, both give the last text", () => {
		let layered = 0;
		const texts = fc.string({ minLength: 1, maxLength: 20 }).chain((text) =>
			changesFor(text.length).chain((first) => {
				const between = applyChanges(text, first);
				return changesFor(between.length).map((second) => ({ text, first, second, between }));
			}),
		);
		fc.assert(
			fc.property(texts, ({ text, first, second, between }) => {
				const layers = layerChanges(text, first, second);
				if (!layers) return;
				layered++;
				assert.equal(applyChanges(text, layers.first), between);
				assert.equal(applyChanges(text, both(layers)), applyChanges(between, second));
			}),
			{ numRuns: 2000 },
		);
		assert.ok(layered > 500, `${layered} of 2000 could be layered`);
	});
});
