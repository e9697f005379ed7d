import assert from "node:assert/strict";
import fc from "fast-check";
import { applyChanges, byPlace, isDisjointSorted } from "../../../server/engine/edits/apply";
import { takenChanges } from "../../../server/engine/edits/taken-changes";
import type { Change } from "../../../server/engine/model";

describe("which changes of a plan were taken", () => {
	const text = 'OpenAI(base_url="old", api_key="old", headers={})';
	const changes: Change[] = [
		{ range: [17, 20], newText: "new" },
		{ range: [32, 35], newText: "new" },
		{ range: [36, 48], newText: "" },
	];

	it("shows in the text, whatever was taken", () => {
		for (let choice = 0; choice < 8; choice++) {
			const taken = changes.map((_, index) => (choice & (1 << index)) !== 0);
			const now = applyChanges(
				text,
				changes.filter((_, index) => taken[index]),
			);
			assert.deepEqual(takenChanges(text, changes, now), taken, now);
		}
	});

	it("cannot be said when somebody else wrote there too", () => {
		assert.equal(takenChanges(text, changes, text.replace("OpenAI", "Mine")), undefined);
		assert.equal(takenChanges(text, changes, `${text}\n`), undefined);
	});

	it("explains any text that some of them give", () => {
		const piece = fc.tuple(fc.nat(12), fc.nat(3), fc.constantFrom("", "a", "ab"), fc.boolean());
		fc.assert(
			fc.property(fc.stringMatching(/^[ab]{12}$/), fc.array(piece, { maxLength: 5 }), (before, pieces) => {
				const all = pieces
					.map(([at, size, newText, isTaken]) => {
						const range: Change["range"] = [at, Math.min(at + size, 12)];
						return { range, newText, isTaken };
					})
					.sort(byPlace);
				const fit = all.filter((_, index) => isDisjointSorted(all.slice(0, index + 1)));
				fc.pre(isDisjointSorted(fit));
				const now = applyChanges(
					before,
					fit.filter(({ isTaken }) => isTaken),
				);
				const taken = takenChanges(before, fit, now);
				assert.ok(taken);
				const again = fit.filter((_, index) => taken[index]);
				assert.equal(applyChanges(before, again), now);
			}),
		);
	});
});
