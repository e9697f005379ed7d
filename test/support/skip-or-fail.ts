/** What a test does when this machine cannot get what it needs. */
import { Unavailable } from "../vscode/unavailable";

/** @returns what it gets, or why it cannot be had here. @throws every other error */
export async function orUnavailable<Value>(get: () => Promise<Value>): Promise<Value | Unavailable> {
	try {
		return await get();
	} catch (error) {
		if (error instanceof Unavailable) return error;
		throw error;
	}
}

/** A person's run skips by name what this machine cannot do; CI, which sets REQUIRE_TOOLCHAINS, fails. */
export function skipOrFail(context: Mocha.Context, reason: unknown): undefined {
	if (!(reason instanceof Unavailable) || process.env.REQUIRE_TOOLCHAINS === "1") throw reason;
	if (context.test) context.test.title += ` (${reason.message})`;
	context.skip();
}
