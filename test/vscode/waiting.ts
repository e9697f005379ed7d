/**
 * Asks again until the answer is there. Polling with a deadline, never a fixed sleep.
 * @param what for the message when time runs out: `the address answers`
 * @param ask undefined and false mean "not yet"; what it throws ends the wait
 * @param limit milliseconds; generous, since machines are busy: a deadline, never what a test is about
 */
export async function until<T>(
	what: string,
	ask: () => Promise<T | undefined | false> | T | undefined | false,
	limit = 60_000,
): Promise<T> {
	const end = Date.now() + limit;
	for (;;) {
		const answer = await ask();
		if (answer !== undefined && answer !== false) return answer;
		if (Date.now() > end) throw new Error(`not within ${limit / 1000} s: ${what}`);
		await new Promise((resume) => setTimeout(resume, 50));
	}
}
