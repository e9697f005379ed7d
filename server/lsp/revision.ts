/** Counts changes, and lets whoever has seen the last one wait for the next. */
export interface Revision {
	readonly current: number;
	raise(): void;
	/** Resolves at once when `seen` is not the current revision any more. */
	changedSince(seen: number): Promise<void>;
}

export function createRevision(): Revision {
	let current = 0;
	let waiting: (() => void)[] = [];
	return {
		get current() {
			return current;
		},
		raise() {
			current++;
			const woken = waiting;
			waiting = [];
			for (const wake of woken) wake();
		},
		changedSince: (seen) =>
			seen === current ? new Promise<void>((resolve) => waiting.push(resolve)) : Promise.resolve(),
	};
}
