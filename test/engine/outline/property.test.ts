import fc from "fast-check";
import type { Grammars } from "../../../server/engine/outline/grammars";
import { outlineOf } from "../../../server/engine/outline/outline-of";
import { testGrammars } from "../../support/grammars";
import { assertInvariants } from "./invariants";
import { samples } from "./samples";

/** Pieces that tear syntax apart: brackets, quotes, keywords, line ends, what is wide in UTF-16, and garbage. */
const junk = [
	..."()[]{}<>\"'`,;:=#$\\\n\r\t.|&!?@*/+- 🙂é\uFEFF\0\uD800",
	"\r\n",
	"${",
	"<<EOF\n",
	"EOF\n",
	"'''",
	"if ",
	"else",
	"then",
	"fi",
	"def f(",
	"class ",
	"=> ",
	"return",
	"-H ",
	"\\\n",
	"*/",
	"/*",
	"//",
];

const piece = fc.oneof(fc.constantFrom(...junk), fc.string({ maxLength: 4, unit: "binary" }));

/** Enough to find what a change breaks, and the same texts on every machine; `OUTLINE_SEED=… OUTLINE_RUNS=5000` for a long look. */
const hunt = {
	seed: Number(process.env.OUTLINE_SEED ?? 20_260_101),
	numRuns: Number(process.env.OUTLINE_RUNS ?? 40),
};

interface Mutation {
	readonly at: number;
	readonly remove: number;
	readonly insert: string;
}

const mutation: fc.Arbitrary<Mutation> = fc.record({
	at: fc.double({ min: 0, max: 1, noNaN: true }),
	remove: fc.oneof(fc.constant(0), fc.nat(12)),
	insert: piece,
});

function mutate(text: string, mutations: readonly Mutation[]): string {
	return mutations.reduce((current, { at, remove, insert }) => {
		const offset = Math.floor(at * current.length);
		return current.slice(0, offset) + insert + current.slice(offset + remove);
	}, text);
}

describe("Outline invariants", function () {
	this.timeout(60_000);
	let grammars: Grammars;
	before(async () => {
		grammars = await testGrammars();
	});

	for (const [language, sample] of Object.entries(samples)) {
		const check = (text: string) => {
			const outline = outlineOf({ language, text }, grammars);
			if (outline !== undefined) assertInvariants(outline);
		};

		it(`hold for ${language}, its line ends and its byte order mark`, () => {
			check(sample);
			check(sample.replaceAll("\n", "\r\n"));
			check(`\uFEFF${sample}`);
			check(sample.replaceAll("x", "🙂"));
		});

		it(`hold for every beginning of the ${language} sample`, () => {
			for (let end = 0; end < sample.length; end += 23) check(sample.slice(0, end));
		});

		it(`hold for torn ${language}`, () => {
			const torn = fc.array(mutation, { minLength: 1, maxLength: 8 }).map((mutations) => mutate(sample, mutations));
			fc.assert(fc.property(torn, check), hunt);
		});

		it(`hold for junk read as ${language}`, () => {
			fc.assert(
				fc.property(
					fc.array(piece, { maxLength: 60 }).map((pieces) => pieces.join("")),
					check,
				),
				hunt,
			);
		});
	}
});
