/** Text that is nested deeper than the call stack reaches: it is not read, as what has no grammar is not. */

/** As a reason, beside those of files that are too large or no text. */
export const tooDeep = "nested too deeply";

/** @returns what `otherwise` gives when `read` ran out of stack; any other error is a mistake of ours and is thrown */
export function unlessTooDeep<T>(read: () => T, otherwise: () => T): T {
	try {
		return read();
	} catch (error) {
		if (error instanceof RangeError) return otherwise();
		throw error;
	}
}
