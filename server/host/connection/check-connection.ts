/** The connection test: address, health, catalogue, key, one small request. Each step says what it saw and, failing, what to do. */
import type { ConnectionReport, ConnectionStep, StepId } from "../../../shared/connection";
import { gateway } from "../../../shared/mappings/gateway";
import type { CatalogueModel, ConnectionFailure } from "../../../shared/mappings/schema";
import type { HttpAnswer, HttpClient, HttpRequest } from "../http/http-client";
import { parseJson } from "../parse-json";
import { checkAddress } from "./address-check";
import { errorText, explainFailure, failureOfReason, failureOfStatus, fieldsOf } from "./explain-failure";
import { keyTrouble } from "./key-check";
import { readModels } from "./read-catalogue";

export interface ConnectionCheck {
	readonly http: HttpClient;
	/** Base URL; `https://api.concentrate.ai/v1`, unless a person wants another. */
	readonly address: string;
	/** Undefined when there is none: then no request is made. */
	readonly key: string | undefined;
	/** False leaves out the one request that costs money. */
	readonly wantsRequest?: boolean;
	/** Milliseconds for each request. */
	readonly timeout?: number;
	readonly signal?: AbortSignal | undefined;
	/** Called before each step that sends something. */
	onStep?(id: StepId): void;
}

export interface CheckedConnection {
	readonly report: ConnectionReport;
	/** What the gateway lists; undefined when it did not say. */
	readonly models: readonly CatalogueModel[] | undefined;
	/** The base URL that answered; undefined when the address was refused. */
	readonly base: string | undefined;
}

/** Never throws. The key goes into the `Authorization` header of the last step and nowhere else. */
export async function checkConnection(check: ConnectionCheck): Promise<CheckedConnection> {
	const address = checkAddress(check.address);
	if (address.kind === "refused") {
		const first = { ...unsent("address", "failed", address.shown), ...explainFailure(address.failure) };
		return {
			report: reportOf(address.shown, [first, ...skippedAfter("address")], check),
			models: undefined,
			base: undefined,
		};
	}
	const { base } = address;
	const steps: ConnectionStep[] = [unsent("address", "passed", base)];
	const health = await ask(check, "health", { method: "GET", url: `${base}/responses/health` }, healthSays);
	steps.push(health.step);
	if (!health.isConcentrate)
		return { report: reportOf(base, [...steps, ...skippedAfter("health")], check), models: undefined, base };
	const list = await ask(check, "catalogue", { method: "GET", url: `${base}/models` }, modelsSay);
	steps.push(list.step);
	const models = list.answer && readModels(parseJson(list.answer.text));
	const isTrusted = health.step.outcome === "passed" || list.step.outcome === "passed";
	steps.push(...(await keySteps(check, base, models, isTrusted && list.isConcentrate)));
	return { report: reportOf(base, steps, check), models, base };
}

/** A key goes only to what has answered as Concentrate does. */
async function keySteps(
	check: ConnectionCheck,
	base: string,
	models: readonly CatalogueModel[] | undefined,
	isTrusted: boolean,
): Promise<readonly ConnectionStep[]> {
	const { key } = check;
	if (!isTrusted) return skippedAfter("catalogue");
	if (key === undefined || key === "")
		return [unsent("key", "skipped", "no key given"), unsent("request", "skipped", "no key given")];
	const trouble = keyTrouble(key);
	const shape: ConnectionStep =
		trouble === undefined
			? unsent("key", "passed", `starts with ${gateway.keyPrefix}`)
			: { ...unsent("key", "failed", shapeSays(trouble)), ...explainFailure(trouble) };
	if (trouble !== undefined) return [shape, ...skippedAfter("key")];
	if (check.wantsRequest === false) return [shape, unsent("request", "skipped", "not wanted")];
	const model = probeModel(models);
	const request: HttpRequest = {
		method: "POST",
		url: `${base}/responses`,
		headers: { authorization: `Bearer ${key}` },
		body: { model, input: "Answer with one word: ready?", max_output_tokens: 16 },
	};
	const asked = await ask(check, "request", request, (answer) => requestSays(answer, model));
	// An answer might quote the key.
	return [shape, { ...asked.step, says: asked.step.says.replaceAll(key, `${gateway.keyPrefix}…`) }];
}

function shapeSays(failure: ConnectionFailure): string {
	if (failure === "key-helicone") return "a key of Helicone's";
	return failure === "key-stray" ? "more than the key" : `does not start with ${gateway.keyPrefix}`;
}

function probeModel(models: readonly CatalogueModel[] | undefined): string {
	const [first] = gateway.probeModels;
	if (models === undefined) return first;
	return gateway.probeModels.find((id) => models.some((model) => model.id === id)) ?? "auto";
}

interface Asked {
	readonly step: ConnectionStep;
	readonly answer: HttpAnswer | undefined;
	/** Something answered, and not as a stranger would. */
	readonly isConcentrate: boolean;
}

/** @param says what a good answer shows, or undefined when it is not what Concentrate answers */
async function ask(
	check: ConnectionCheck,
	id: StepId,
	request: HttpRequest,
	says: (answer: HttpAnswer) => string | undefined,
): Promise<Asked> {
	check.onStep?.(id);
	const { timeout, signal } = check;
	const result = await check.http.send(request, { ...(timeout === undefined ? {} : { timeout }), signal });
	if (result.kind === "failure") {
		const failure = failureOfReason(result);
		const step: ConnectionStep = {
			...unsent(id, failure ? "failed" : "skipped", failure ? `no answer (${result.code})` : "cancelled"),
			milliseconds: result.milliseconds,
			...explainFailure(failure),
		};
		return { step, answer: undefined, isConcentrate: false };
	}
	const status = failureOfStatus(result.status);
	const seen = status === undefined ? says(result) : undefined;
	const failure = status ?? (seen === undefined ? "garbage" : undefined);
	const step: ConnectionStep = {
		id,
		outcome: failure === undefined ? "passed" : "failed",
		says: `${result.status}, ${seen ?? (errorText(result) || (status ? "no reason given" : "not what Concentrate answers"))}`,
		milliseconds: result.milliseconds,
		status: result.status,
		requestId: result.requestId ?? null,
		...(failure === undefined ? { trouble: null, advice: null } : explainFailure(failure, result.retryAfter)),
	};
	return {
		step,
		answer: failure === undefined ? result : undefined,
		isConcentrate: failure !== "garbage" && failure !== "3xx",
	};
}

/** By the docs the body is empty; `{"status": "healthy"}` was seen. A page is a log-in of somebody else's. */
function healthSays({ text }: HttpAnswer): string | undefined {
	const { status } = fieldsOf(parseJson(text));
	if (typeof status === "string") return status.slice(0, 40);
	return text.trim() === "" || parseJson(text) !== undefined ? "healthy" : undefined;
}

function modelsSay({ text }: HttpAnswer): string | undefined {
	const models = readModels(parseJson(text));
	return models && `${models.length} models`;
}

function requestSays({ text }: HttpAnswer, model: string): string | undefined {
	const { id, output, model: answered } = fieldsOf(parseJson(text));
	if (typeof id !== "string" && !Array.isArray(output)) return undefined;
	return `${typeof answered === "string" ? answered : model} answered`;
}

function unsent(id: StepId, outcome: ConnectionStep["outcome"], says: string): ConnectionStep {
	return { id, outcome, says, milliseconds: null, status: null, requestId: null, trouble: null, advice: null };
}

const order: readonly StepId[] = ["address", "health", "catalogue", "key", "request"];

function skippedAfter(id: StepId): readonly ConnectionStep[] {
	return order.slice(order.indexOf(id) + 1).map((next) => unsent(next, "skipped", "not tried"));
}

function reportOf(address: string, steps: readonly ConnectionStep[], { signal }: ConnectionCheck): ConnectionReport {
	return { address, outcome: outcomeOf(steps, signal?.aborted === true), steps };
}

function outcomeOf(steps: readonly ConnectionStep[], isCancelled: boolean): ConnectionReport["outcome"] {
	const failed = steps.find((step) => step.outcome === "failed");
	if (failed) return failed.status === null && failed.milliseconds !== null ? "unreachable" : "failed";
	if (isCancelled) return "cancelled";
	return steps.some(({ id, outcome }) => id === "request" && outcome === "passed") ? "passed" : "keyless";
}
