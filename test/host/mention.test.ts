import assert from "node:assert/strict";
import fc from "fast-check";
import { hasMention, mentionOverlap } from "../../server/host/mention";

const words = ["helicone", "hconeai", "concentrate.ai", "sk-cn-", "HELICON_API_KEY"];
const expression = /helicone|hconeai|concentrate\.ai|sk-cn-|helicon_api_key/i;

describe("mention", () => {
	for (const word of words) {
		it(`finds ${word} anywhere, in any letter case`, () => {
			for (const spelt of [
				word,
				word.toUpperCase(),
				word.toLowerCase(),
				`${word.slice(0, 1).toUpperCase()}${word.slice(1)}`,
			]) {
				for (let before = 0; before < 12; before++) {
					const text = `${"é".repeat(before)}${spelt}`;
					assert.ok(hasMention(Buffer.from(text)), text);
					assert.ok(hasMention(Buffer.from(`${text} and more`)), text);
					assert.ok(!hasMention(Buffer.from(text).subarray(0, -1)), `${text} cut short`);
				}
			}
		});
	}

	it("does not find what only resembles a word", () => {
		for (const text of ["", "h", "helicon", "helic one", "concentrate_ai", "sk_cn_", "silicone", "hconea"]) {
			assert.ok(!hasMention(Buffer.from(text)), text);
		}
	});

	it("looks no further than the length it is given", () => {
		assert.ok(!hasMention(Buffer.from("helicone"), 7));
		assert.ok(hasMention(Buffer.from("helicone"), 8));
	});

	it("repeats enough between two chunks", () => {
		assert.equal(mentionOverlap, Math.max(...words.map((word) => word.length)) - 1);
	});

	it("agrees with a regular expression", () => {
		const piece = fc.oneof(
			fc.constantFrom(...words),
			fc.constantFrom(...words).map((word) => word.slice(1)),
			fc.constantFrom("h", "heli", "con", "sk-", "sk-cn", "H", "é", "\n", "helico", "hcone", "concentrate"),
			fc.string({ maxLength: 4 }),
		);
		fc.assert(
			fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
				const text = pieces.join("");
				assert.equal(hasMention(Buffer.from(text)), expression.test(text), text);
			}),
			{ numRuns: 2000 },
		);
	});
});
