/**
 * Concentrate as its docs and its migration guide describe it, and strict: what the guide says will not work does not
 * work here. Errors are `{error: "<string>", message, model?}`.
 */
import { answer, type Endpoint } from "./answers";
import { type Behaviour, fieldsOf, keyOf, type Received, type Reply } from "./exchange";
import { catalogueAnswer, servesModel } from "./models";
import { misplaced } from "./responses-fields";

export const concentrateHost = "api.concentrate.ai";

/** The one key that the emulator takes. */
export const concentrateKey = `sk-cn-v1-${"0123456789abcdef".repeat(4)}`;

const endpoints: ReadonlyMap<string, Endpoint> = new Map([
	["/v1/chat/completions", "chat/completions"],
	["/v1/responses", "responses"],
	["/v1/messages", "messages"],
]);

const titles: Readonly<Record<number, string>> = {
	400: "Bad Request",
	401: "Unauthorized",
	402: "Payment Required",
	404: "Not Found",
	422: "Unprocessable Entity",
	424: "Failed Dependency",
	429: "Too Many Requests",
	500: "Internal Server Error",
	503: "Service Unavailable",
	504: "Gateway Timeout",
};

export function concentrate(request: Received, models: Behaviour["models"]): Reply {
	const requestId = request.headers["x-request-id"] ?? "req_0123456789";
	const reply = strict(request, models);
	const limits = { "x-ratelimit-limit": "60", "x-ratelimit-remaining": "59", "x-ratelimit-reset": "60" };
	return { ...reply, headers: { "x-request-id": requestId, ...limits, ...reply.headers } };
}

/** An error as Concentrate words it. `retryAfter` in seconds. */
export function concentrateError(status: number, message: string, retryAfter?: number): Reply {
	const retry = retryAfter === undefined ? {} : { retry_after: retryAfter };
	return {
		status,
		headers: retryAfter === undefined ? {} : { "retry-after": String(retryAfter) },
		body: { json: { error: titles[status] ?? "Error", message, ...retry } },
		refusal: message,
	};
}

function strict(request: Received, models: Behaviour["models"]): Reply {
	const left = Object.keys(request.headers).filter((name) => name.includes("helicone"));
	if (left.length > 0) return concentrateError(400, `headers of Helicone's: ${left.join(", ")}`);
	if (request.method === "GET") return read(request, models);
	const endpoint = request.method === "POST" ? endpoints.get(request.path) : undefined;
	if (endpoint === undefined) return concentrateError(404, `no such endpoint: ${request.method} ${request.path}`);
	return keyTrouble(request) ?? generate(endpoint, request);
}

function read({ path }: Received, models: Behaviour["models"]): Reply {
	if (path === "/v1/responses/health") return { status: 200, body: { json: { status: "healthy" } } };
	return catalogueAnswer(path, models) ?? concentrateError(404, `no such endpoint: GET ${path}`);
}

function keyTrouble(request: Received): Reply | undefined {
	const key = keyOf(request);
	if (key === undefined) return concentrateError(401, "no key");
	return key === concentrateKey ? undefined : concentrateError(401, `wrong key ${key.slice(0, 12)}…`);
}

function generate(endpoint: Endpoint, { body }: Received): Reply {
	const { model, stream, ...rest } = fieldsOf(body);
	if (typeof model !== "string") return concentrateError(400, "no model");
	if (!servesModel(model)) return concentrateError(400, `unknown model ${model}`);
	const said = endpoint === "responses" ? rest.input : rest.messages;
	if (said === undefined)
		return concentrateError(400, `a request of ${endpoint} without ${endpoint === "responses" ? "input" : "messages"}`);
	const wrong = unknownRouting(rest.routing) ?? (endpoint === "responses" ? misplaced(rest) : undefined);
	if (wrong !== undefined) return concentrateError(400, wrong);
	return answer(endpoint, { model, text: `Concentrate answers with ${model}.`, stream: stream === true });
}

/** Every model of `routing.model.fallbacks` must be one that is served. */
function unknownRouting(routing: unknown): string | undefined {
	const { fallbacks } = fieldsOf(fieldsOf(routing).model);
	if (fallbacks === undefined) return undefined;
	if (!Array.isArray(fallbacks)) return "routing.model.fallbacks is no list";
	const unknown = fallbacks.filter((slug) => typeof slug !== "string" || !servesModel(slug));
	return unknown.length > 0 ? `unknown fallback ${unknown.join(", ")}` : undefined;
}
