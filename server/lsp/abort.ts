/** From the protocol's way of stopping to that of the host. */
import type { CancellationToken } from "vscode-languageserver";

/** @returns a controller that aborts with the token: a request that was cancelled while it waited has one that never speaks */
export function abortWith(token: CancellationToken): AbortController {
	const abort = new AbortController();
	token.onCancellationRequested(() => abort.abort());
	if (token.isCancellationRequested) abort.abort();
	return abort;
}
