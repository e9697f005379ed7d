/** Why a request got no answer, from the many words that Node, OpenSSL and undici have for it. */

export type FailureReason =
	/** The name does not resolve. */
	| "dns"
	/** Nobody listens there, or no way leads there. */
	| "refused"
	/** The certificate is not believed, or no TLS is spoken. */
	| "tls"
	/** The proxy cannot be reached, or refuses. */
	| "proxy"
	| "timeout"
	/** The connection ended before the answer did. */
	| "dropped"
	/** What came is no HTTP. */
	| "garbage"
	/** The answer is larger than it may be. */
	| "too-large"
	/** The request itself cannot be sent: a header with a line break in it. */
	| "unsendable"
	| "cancelled";

const byCode: readonly (readonly [pattern: RegExp, reason: FailureReason])[] = [
	[/^(ENOTFOUND|EAI_)/, "dns"],
	[/^(ECONNREFUSED|EHOSTUNREACH|ENETUNREACH|EACCES|EPERM|EADDRNOTAVAIL)/, "refused"],
	[/^(ETIMEDOUT|UND_ERR_(CONNECT|HEADERS|BODY)_TIMEOUT)/, "timeout"],
	[/CERT|^(DEPTH_ZERO|SELF_SIGNED|UNABLE_TO|ERR_TLS|ERR_SSL|EPROTO|HOSTNAME_MISMATCH)/, "tls"],
	[/^(HPE_|HTTPParserError|UND_ERR_(HEADERS_OVERFLOW|RES_))/, "garbage"],
	[/^(ECONNRESET|EPIPE|ECONNABORTED|UND_ERR_SOCKET|UND_ERR_(CLOSED|DESTROYED))/, "dropped"],
	[/^UND_ERR_(INVALID_ARG|REQ_CONTENT)/, "unsendable"],
];

/** @param hasProxy whether the request went by a proxy: then it is the proxy that could not be found or reached */
export function reasonOf(error: unknown, hasProxy: boolean): FailureReason {
	const chain = errorsIn(error);
	if (hasProxy && chain.some(({ message }) => /proxy/i.test(message))) return "proxy";
	for (const { code } of chain) {
		const reason = byCode.find(([pattern]) => pattern.test(code))?.[1];
		if (reason !== undefined) return hasProxy && (reason === "dns" || reason === "refused") ? "proxy" : reason;
	}
	return "dropped";
}

/** @returns the error's code (`ENOTFOUND`), which names no address and no secret, or its name */
export function codeOf(error: unknown): string {
	const coded = errorsIn(error).find(({ code }) => code !== "");
	return coded?.code ?? (error instanceof Error ? error.name : typeof error);
}

/** The error, what caused it, and the many that an attempt on every address of a host makes. */
function errorsIn(error: unknown, depth = 0): readonly { readonly code: string; readonly message: string }[] {
	if (!(error instanceof Error) || depth > 5) return [];
	const own = {
		code: "code" in error && typeof error.code === "string" ? error.code : undici(error),
		message: error.message,
	};
	const inner = error instanceof AggregateError ? error.errors : [];
	return [own, ...[error.cause, ...inner].flatMap((one) => errorsIn(one, depth + 1))];
}

/** The error of undici's parser bears no code. */
function undici({ name }: Error): string {
	return name === "HTTPParserError" ? name : "";
}
