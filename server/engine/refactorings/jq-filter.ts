/** A jq filter that reads a chat completion as one that reads a response. */
import { chatResults } from "../../../shared/mappings";
import type { Refusal } from "../edits/piece";

/** jq has no `output_text`: the texts of all parts, joined. */
const outputText = '[.output[].content[]? | select(.type == "output_text").text] | join("")';

/**
 * @param filter a path (`.choices[0].message.content`), alone or before a pipe
 * @returns the filter for a response, or why there is none
 */
export function newFilter(filter: string): { readonly filter: string } | Refusal {
	const [, path = "", rest = ""] = /^\s*((?:\.\w+|\[0\]|\.\[0\])+)\s*(\|[\s\S]*)?$/.exec(filter) ?? [];
	if (/^\s*\.\s*$/.test(filter)) return { filter };
	const names = path.match(/\w+/g) ?? [];
	if (names.length === 0 || filter.includes("'"))
		return { refused: "The jq filter reads more than one field of the answer." };
	const row = chatResults.find((one) => one.of === "answer" && one.path.join() === names.join());
	if (!row?.becomes) return { refused: row?.advice ?? `A response is not known to have ${path}.` };
	const [only] = row.becomes;
	const read = only === "output_text" ? outputText : `.${row.becomes.join(".")}`;
	return { filter: rest ? `${read} ${rest}` : read };
}
