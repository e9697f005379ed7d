/**
 * What keeps a block valid: where every statement of a Python or shell block goes and the block itself stays, a
 * statement that does nothing takes their place. An `else` that lost everything goes with its keyword.
 */
import type { Guard, List, Outline } from "../outline/schema";
import { isEmptied, type Removal } from "./cascade";
import { innerOf } from "./extent";
import { layoutOf } from "./list-layout";
import { cut, type Piece, text } from "./piece";

/** The statement that does nothing, where the grammar wants at least one. */
const fillers: Readonly<Record<string, string>> = { python: "pass", shell: ":" };
/** Languages with braces want them only where a branch or a loop had none: `for (…) f();`. */
const braced = new Set(["javascript", "typescript", "tsx", "java", "csharp", "kotlin", "php", "dart"]);

/** @returns what replaces all statements of a block, or undefined where the block may be empty */
export function fillBlock(outline: Outline, list: List, removal: Removal): readonly Piece[] | undefined {
	const filler = fillerOf(outline, list);
	const { places } = layoutOf(outline, list);
	const first = places[0];
	const last = places.at(-1);
	if (filler === undefined || !first || !last || !isEmptied(list, removal)) return undefined;
	// The last separator stays: a shell's `{ a; }` needs it.
	return [text([first.lead, last.end], filler), cut(last.sepEnd, last.tail)];
}

function fillerOf({ language }: Outline, list: List): string | undefined {
	if (list.role !== "block" || list.parent === undefined) return undefined;
	const isCase = list.parent.kind === "opaque" && /case|default/.test(list.parent.type);
	// An empty `case` is none.
	if (language === "swift" && !list.delimited) return "break";
	if (braced.has(language) && !list.delimited && !isCase) return "{}";
	return fillers[language];
}

/** Takes `else:` with its block out, from behind the branch before it. */
export function removeElse(outline: Outline, guard: Guard): readonly Piece[] {
	if (!guard.else) return [];
	const end = guard.else.kind === "list" ? endOf(outline, guard.else) : guard.else.range[1];
	return [cut(endOf(outline, guard.then), end)];
}

/** A delimited block ends behind its brace, any other behind its last statement's trailing comment. */
function endOf(outline: Outline, block: List): number {
	if (!block.delimited) return layoutOf(outline, block).places.at(-1)?.tail ?? block.range[1];
	const [, end] = innerOf(outline, block);
	return end < block.inner[1] ? end + 1 : block.range[1];
}
