/** The engine promises not to throw. Should it ever, the person must at least learn which file to report or exclude. */

/** @throws what `action` throws, with the file's path in front of its message */
export function namingFile<T>(file: string, action: () => T): T {
	try {
		return action();
	} catch (error) {
		throw new Error(`${file}: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
	}
}
