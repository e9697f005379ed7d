/** Long work in one thread: others have their turn between its parts, and what was asked to stop is heard there. */
import { setImmediate } from "node:timers/promises";

/** Milliseconds of work without letting others have their turn. */
const slice = 50;

/**
 * @returns to be called between two parts of the work: it pauses when the time is up, and says whether it did
 * @throws the signal's reason from that call, once the work is to stop
 */
export function timeSlices(signal?: AbortSignal): () => Promise<boolean> {
	let end = performance.now() + slice;
	return async () => {
		if (performance.now() < end) return false;
		await setImmediate();
		signal?.throwIfAborted();
		end = performance.now() + slice;
		return true;
	};
}
