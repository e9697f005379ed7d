/**
 * What a fix wants, before it is text. Rules speak of Items, Strs and Calls; `render` turns a whole set of
 * operations into Changes at once, because removing two neighbours is not the sum of two removals (R1).
 */
import type { Assign, Call, Guard, Item, List, Range } from "../outline/schema";

export type Operation =
	/** Take an item out of its list with its separator, its line and, if they empty, the containers around it. */
	| { readonly op: "remove"; readonly item: Item }
	/** Take a declaration or an assignment out: its statement, or one declarator of `const a = 1, b = 2`. */
	| { readonly op: "remove-assign"; readonly assign: Assign }
	/** Take one link out of a chain: `.header("A", "b")` of `b.url(u).header("A", "b").send()`. */
	| { readonly op: "remove-link"; readonly call: Call }
	/** Keep the statements of a guard's `then` branch, without the test around them (R9). */
	| { readonly op: "unwrap-guard"; readonly guard: Guard }
	/** Put `newText` where `range` is. The same replacement asked for twice is one. */
	| { readonly op: "replace"; readonly range: Range; readonly newText: string }
	/** Another name for the same thing, at one of the places that say it: nothing is used less for it. */
	| { readonly op: "rename"; readonly range: Range; readonly newText: string }
	/**
	 * Put a value at a path below `list` (an `args` or `map` list), making the maps on the way where they are
	 * missing: path `["extra_body", "routing", "model", "fallbacks"]`. An existing last key is replaced.
	 * Several puts into one list are merged. `value` is source text of the language.
	 */
	| {
			readonly op: "put";
			readonly list: List;
			readonly path: readonly string[];
			readonly value: string;
			/** The new entry goes right behind this item; at the end without it. */
			readonly after?: Item;
			/** The call's types do not know the first key (`routing` of the OpenAI SDK): a typed language needs a way past them. */
			readonly undeclared?: true;
	  }
	/** Turn the whole lines of an item into a comment of the language (`# OPENAI_API_KEY=…`), `mark` behind each opener. */
	| { readonly op: "comment-out"; readonly item: Item; readonly mark?: string }
	/** Insert whole lines (without final newline) before the line that holds `offset`. */
	| { readonly op: "insert-line"; readonly offset: number; readonly text: string };
