/** The one guard at the edge: whatever goes wrong in a request is logged and answered, and never takes the server down. */
import type { CancellationToken } from "vscode-languageserver";
import { ResponseError } from "vscode-languageserver";
import { describeError, elapsed, fileName, type Log } from "./log";

export interface GuardOptions {
	readonly log: Log;
	/** Tests want to see what went wrong instead of an empty answer. */
	readonly rethrow: boolean;
}

type Handler<Params, Extra extends unknown[], Result> = (
	params: Params,
	token: CancellationToken,
	...extra: Extra
) => Result | Promise<Result>;

/**
 * Wraps a request handler.
 * @param name of the request, for the log
 * @param otherwise the answer when `handle` throws; a `ResponseError` passes, since it is an answer
 */
export function guarded<Params, Extra extends unknown[], Result>(
	{ log, rethrow }: GuardOptions,
	name: string,
	otherwise: Result,
	handle: Handler<Params, Extra, Result>,
): (params: Params, token: CancellationToken, ...extra: Extra) => Promise<Result> {
	return async (params, token, ...extra) => {
		const start = performance.now();
		const file = fileName(uriOf(params));
		try {
			const result = await handle(params, token, ...extra);
			log.debug(`${name} ${file}: ${elapsed(start)}`);
			return result;
		} catch (error) {
			if (error instanceof ResponseError) throw error;
			log.error(`${name} ${ruleOf(error)}${file} failed: ${describeError(error)}`);
			if (rethrow) throw error;
			return otherwise;
		}
	};
}

/** The same for a notification or an event: nobody waits for an answer. */
export async function guardedEvent(
	{ log, rethrow }: GuardOptions,
	name: string,
	handle: () => void | Promise<void>,
): Promise<void> {
	try {
		await handle();
	} catch (error) {
		log.error(`${name} failed: ${describeError(error)}`);
		if (rethrow) throw error;
	}
}

function uriOf(params: unknown): string | undefined {
	const holder = params as { textDocument?: { uri?: unknown }; uri?: unknown } | null | undefined;
	const uri = holder?.textDocument?.uri ?? holder?.uri;
	return typeof uri === "string" ? uri : undefined;
}

/** Rules that throw carry their id, so that the log names the one to look at. */
function ruleOf(error: unknown): string {
	const rule = (error as { rule?: unknown } | null | undefined)?.rule;
	return typeof rule === "string" ? `${rule} in ` : "";
}
