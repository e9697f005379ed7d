/** Says what takes its time, and that it still does: silence looks like a hang. */

/** Milliseconds between two signs of life. */
const interval = 10_000;

/** @param what as a clause: `packaging the extension` */
export async function saying<T>(what: string, work: () => Promise<T>): Promise<T> {
	const begin = Date.now();
	const seconds = () => Math.round((Date.now() - begin) / 1000);
	console.log(`${what} …`);
	const timer = setInterval(() => console.log(`still ${what} (${seconds()} s)`), interval);
	try {
		const result = await work();
		console.log(`done in ${seconds()} s: ${what}`);
		return result;
	} finally {
		clearInterval(timer);
	}
}
