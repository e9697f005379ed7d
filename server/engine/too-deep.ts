/** Text that is nested deeper than the call stack reaches: it is not read, as what has no grammar is not. */

/** @returns what `otherwise` gives when `read` ran out of stack; any other error is a mistake of ours and is thrown */
export function unlessTooDeep<T>(read: () => T, otherwise: () => T): T {
	try {
		return read();
	} catch (error) {
		if (error instanceof RangeError) return otherwise();
		throw error;
	}
}
