/** Calls that only give their argument another type: `new Uri("https://…")`, `URI.create(…)`, `new ApiKeyCredential(key)`. */
import { valueIn } from "./questions";
import type { Call, Expr } from "./schema";

const makers = new Set([
	"ApiKeyCredential",
	"AzureKeyCredential",
	"ChatModel",
	"F",
	"ModelId",
	"ResponsesModel",
	"String",
	"URI",
	"URI.create",
	"URL",
	"Uri",
	"Uri.parse",
	"create",
	"of",
	"openai.F",
	"openai.String",
	"param.NewOpt",
	"shared.ChatModel",
	"string",
	"strings.TrimSpace",
	"uri",
]);
/** The key is the last argument: `new AuthenticationHeaderValue("Bearer", key)`, Elixir's `{:bearer, key}`. */
const credentials = new Set(["AuthenticationHeaderValue", "bearer"]);

/** What a maker is given, however deep, and the only value of a header's list; any other expression itself. */
export function unwrapMaker(expr: Expr): Expr {
	const inner = expr.kind === "call" ? argumentOf(expr) : onlyValue(expr);
	return inner ? unwrapMaker(inner) : expr;
}

function argumentOf(call: Call): Expr | undefined {
	const items = call.args?.items ?? [];
	// Swift's `base.appendingPathComponent("chat/completions")`, `base.appending(path: "…")`
	if (/^appending(PathComponent)?$/.test(call.name) && call.receiver && items.length === 1) return call.receiver;
	if (items.length === 1 && isMaker(call)) return valueIn(items[0]);
	return credentials.has(call.name) ? valueIn(items.at(-1)) : undefined;
}

/** Go's `[]string{"Bearer …"}`. */
function onlyValue(expr: Expr): Expr | undefined {
	return expr.kind === "list" && expr.role === "seq" && expr.items.length === 1 ? valueIn(expr.items[0]) : undefined;
}

function isMaker(call: Call): boolean {
	if (call.name === "create" || call.name === "of") return /(^|\.)(URI|ChatModel)\.(create|of)$/.test(call.path);
	return makers.has(call.name) || makers.has(call.path);
}
