/**
 * Helicone as its worker routes: the first label of the host says which gateway it is; a key may stand in the path;
 * the AI gateway takes any POST path and picks the model off a comma list.
 */
import { heliconeModel, hostOf } from "../../shared/mappings";
import { answer, type Endpoint } from "./answers";
import { fieldsOf, keyOf, type Received, type Reply } from "./exchange";
import { historyRequest } from "./history";
import { heliconeKey } from "./keys";

export { heliconeKey };
/** What it takes for keys of providers. */
export const providerKeys = { openai: `sk-proj-${"a1".repeat(20)}`, anthropic: `sk-ant-api03-${"b2".repeat(20)}` };

const keyInPath = /\/(sk-helicone-[\w-]+)/;
const endpoints: readonly Endpoint[] = ["chat/completions", "responses", "messages"];

export function helicone(request: Received): Reply {
	const match = hostOf(request.host);
	if (match?.row.mode === "control") return historyRequest(request);
	const reply =
		match === undefined
			? refuse(404, `no host of Helicone's: ${request.host}`)
			: match.row.mode === "gateway"
				? gateway(request)
				: proxy(request);
	const ok = reply.status < 400;
	const status = {
		"helicone-id": "8b7e1c1e-3f0a-4b52-9d39-7d1d6b1f7a11",
		"helicone-status": ok ? "success" : "failed",
	};
	return { ...reply, headers: { ...status, ...(ok ? { "helicone-cache": "MISS" } : { "helicone-error": "true" }) } };
}

function gateway(request: Received): Reply {
	if (keyOf(request) !== heliconeKey) return refuse(401, "the AI gateway wants Helicone's key");
	const endpoint = endpointOf(request.path) ?? "chat/completions";
	const first = String(fieldsOf(request.body).model ?? "")
		.split(",")
		.map((item) => item.trim())
		.find((item) => !item.startsWith("!"));
	const [id = ""] = (first ?? "").split("/");
	// `MODEL/PROVIDER` with a model that nobody knows is passed through.
	if (first === undefined || (!first.includes("/") && heliconeModel(id) === undefined && id !== "auto"))
		return refuse(400, `unknown model ${first ?? ""}`);
	return answered(endpoint, request, first);
}

function proxy(request: Received): Reply {
	const helicone =
		/^Bearer (.+)$/.exec(request.headers["helicone-auth"] ?? "")?.[1] ?? keyInPath.exec(request.path)?.[1];
	if (helicone !== heliconeKey) return refuse(401, "wrong or missing Helicone-Auth");
	const key = keyOf(request);
	if (key !== providerKeys.openai && key !== providerKeys.anthropic) return refuse(401, "wrong key for the provider");
	if (
		request.host.startsWith("gateway.") &&
		request.headers["helicone-target-url"] === undefined &&
		!fallbacksOf(request)
	)
		return refuse(400, "the gateway wants Helicone-Target-URL or Helicone-Fallbacks");
	const endpoint = endpointOf(request.path);
	const model = fieldsOf(request.body).model;
	if (endpoint === undefined || typeof model !== "string")
		return refuse(404, `no such endpoint: ${request.method} ${request.path}`);
	return answered(endpoint, request, model);
}

function fallbacksOf({ headers }: Received): boolean {
	return headers["helicone-fallbacks"] !== undefined && Array.isArray(JSON.parse(headers["helicone-fallbacks"]));
}

function endpointOf(path: string): Endpoint | undefined {
	return endpoints.find((endpoint) => path.endsWith(`/${endpoint}`));
}

function answered(endpoint: Endpoint, { body }: Received, model: string): Reply {
	return answer(endpoint, { model, text: `Helicone answers with ${model}.`, stream: fieldsOf(body).stream === true });
}

function refuse(status: number, message: string): Reply {
	return { status, body: { json: { success: false, error: message } }, refusal: message };
}
