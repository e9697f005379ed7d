/** Headers that libraries have a constant for: `HttpHeaders.AUTHORIZATION`, `HeaderNames.Authorization`, `http::header::AUTHORIZATION`. */
import type { Expr } from "./schema";

/** @returns the header's name in small letters; undefined for any other expression. Only the one that carries keys matters. */
export function headerConstant(expr: Expr | undefined): string | undefined {
	const name = expr?.kind === "member" || expr?.kind === "ref" ? expr.name : "";
	// Rust imports it alone.
	if (expr?.kind === "ref" && name === "AUTHORIZATION") return "authorization";
	const object = expr?.kind === "member" && /(^|[a-z])(Http)?Header(s|Names)?$/i.test(nameOf(expr.object));
	return object && /^authorization(_?header)?$/i.test(name) ? "authorization" : undefined;
}

function nameOf(expr: Expr): string {
	return expr.kind === "member" || expr.kind === "ref" ? expr.name : "";
}
