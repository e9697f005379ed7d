/** Helicone's request API with a history that is computed, not kept: any number of requests, several of them in one instant. */
import { fieldsOf, keyOf, type Received, type Reply } from "./exchange";
import { heliconeKey } from "./keys";

/** What the history holds; three requests share each second. */
export const history = { size: 100_000, perInstant: 3, start: Date.UTC(2026, 0, 1), mostRows: 1000 };

export function historyRequest(request: Received): Reply {
	if (request.path.startsWith("/bodies/")) return bodyOf(request.path);
	if (request.method !== "POST" || request.path !== "/v1/request/query-clickhouse")
		return refuse(404, `no such endpoint: ${request.method} ${request.path}`);
	if (keyOf(request) !== heliconeKey) return refuse(401, "Helicone's API wants Helicone's key");
	const { filter, offset, limit, sort } = fieldsOf(request.body);
	if (fieldsOf(sort).created_at !== "asc") return refuse(400, "only ascending here");
	const created = fieldsOf(fieldsOf(fieldsOf(filter).request_response_rmt).request_created_at);
	const first = indexFrom(created.gte) + Number(offset ?? 0);
	const count = Math.min(Number(limit ?? 10), history.mostRows);
	const end = Math.min(first + count, indexFrom(created.lt, history.size), history.size);
	const data = Array.from({ length: Math.max(0, end - first) }, (_, index) => row(first + index, request));
	return { status: 200, body: { json: { data, error: null } } };
}

/** Index of the first request that is not before an instant. */
function indexFrom(instant: unknown, without = 0): number {
	if (typeof instant !== "string") return without;
	const seconds = Math.ceil((Date.parse(instant) - history.start) / 1000);
	return Math.min(history.size, Math.max(0, seconds * history.perInstant));
}

export function idOf(index: number): string {
	return `00000000-0000-4000-8000-${String(index).padStart(12, "0")}`;
}

function row(index: number, { headers }: Received) {
	const created = new Date(history.start + Math.floor(index / history.perInstant) * 1000).toISOString();
	return {
		request_id: idOf(index),
		request_created_at: created,
		request_model: "gpt-4o-mini",
		request_properties: { plan: index % 2 === 0 ? "free" : "pro" },
		total_tokens: index % 97,
		signed_body_url: `http://${headers.host}/bodies/${idOf(index)}?X-Amz-Signature=abc`,
	};
}

function bodyOf(path: string): Reply {
	const id = path.slice("/bodies/".length);
	// Every tenth body has been deleted.
	if (id.endsWith("0")) return { status: 404, body: { text: "<Error>NoSuchKey</Error>" } };
	return { status: 200, body: { json: { request: { id }, response: { id } } } };
}

function refuse(status: number, message: string): Reply {
	return { status, body: { json: { error: message } }, refusal: message };
}
