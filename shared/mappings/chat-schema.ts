/** The tables of *Adopt the Responses API*: what Chat Completions calls a thing, and what the Responses API does. */
import { z } from "zod";
import { rowBase } from "./schema";

/** An argument of a chat completion request, and its place in a request of the Responses API. */
export const ChatArgument = z.strictObject({
	...rowBase,
	/** As it is called in Python, JavaScript and JSON. */
	names: z.array(z.string().regex(/^[a-z][a-z_]*$/)).min(1),
	/** Path in the new request; absent when it has no place there: then `advice` is why. */
	becomes: z.array(z.string()).min(1).max(2).optional(),
	/**
	 * What becomes of the value. `same`: nothing. `option`: name and value belong to the SDK and stay. `tokens`: a number that must not
	 * be too small. `one`: goes, if it is 1. `body`: a map of further arguments. The others are shapes of their own.
	 */
	value: z.enum(["same", "option", "tokens", "one", "body", "messages", "format", "tools", "tool-choice"]).optional(),
	/** The smallest number that is taken. */
	least: z.int().optional(),
});
export type ChatArgument = z.infer<typeof ChatArgument>;

/** What a program reads off the answer of a chat completion, and where a response has it. */
export const ChatResult = z.strictObject({
	...rowBase,
	/** `answer`: of the whole answer. `event`: of one event of a stream. */
	of: z.enum(["answer", "event"]),
	/** Names and indexes from the answer on. */
	path: z.array(z.string()).min(1),
	/** Absent when it must be rewritten by hand: then `advice` is why. */
	becomes: z.array(z.string()).min(1).optional(),
});
export type ChatResult = z.infer<typeof ChatResult>;
