/** Test Connection and Refresh Model Catalogue: the only requests that make the server send anything, each because a person asked. */
import type { CancellationToken } from "vscode-languageserver";
import type { ConnectionReport, StepId } from "../../shared/connection";
import {
	connectionProgressNotification,
	type RefreshCatalogueParams,
	type RefreshCatalogueResult,
	refreshCatalogueRequest,
	type TestConnectionParams,
	testConnectionRequest,
} from "../../shared/protocol";
import { checkAddress } from "../host/connection/address-check";
import { checkConnection } from "../host/connection/check-connection";
import { explainFailure, whyNoModels } from "../host/connection/explain-failure";
import { fetchModels, fillCatalogue } from "../host/connection/fetch-catalogue";
import { createHttpClient, type HttpClient } from "../host/http/http-client";
import { abortWith } from "./abort";
import type { Feature } from "./feature";
import { guarded } from "./guard";
import type { Session } from "./session";

const nothing: ConnectionReport = { address: "", outcome: "failed", steps: [] };
const notRefreshed: RefreshCatalogueResult = { kind: "failed", says: "it failed; the log says why", advice: null };

export const connectionFeature: Feature = {
	name: "connection",
	capabilities: {},
	register(session) {
		session.connection.onRequest(
			testConnectionRequest.method,
			guarded<TestConnectionParams, [], ConnectionReport>(session.guard, "test connection", nothing, (params, token) =>
				withHttp(params, token, (http, signal) => test(session, params, http, signal)),
			),
		);
		session.connection.onRequest<RefreshCatalogueResult, void>(
			refreshCatalogueRequest.method,
			guarded<RefreshCatalogueParams, [], RefreshCatalogueResult>(
				session.guard,
				"refresh catalogue",
				notRefreshed,
				(params, token) => withHttp(params, token, (http, signal) => refresh(session, params, http, signal)),
			),
		);
	},
};

async function withHttp<Result>(
	{ network }: RefreshCatalogueParams,
	token: CancellationToken,
	use: (http: HttpClient, signal: AbortSignal) => Promise<Result>,
): Promise<Result> {
	const abort = abortWith(token);
	const http = createHttpClient({ editor: network, variables: process.env });
	try {
		return await use(http, abort.signal);
	} finally {
		await http.close();
	}
}

async function test(
	session: Session,
	{ address, key }: TestConnectionParams,
	http: HttpClient,
	signal: AbortSignal,
): Promise<ConnectionReport> {
	const onStep = (step: StepId) => say(session, step, null, null);
	return (await checkConnection({ http, address, key: key ?? undefined, signal, onStep })).report;
}

async function refresh(
	session: Session,
	{ address }: RefreshCatalogueParams,
	http: HttpClient,
	signal: AbortSignal,
): Promise<RefreshCatalogueResult> {
	const checked = checkAddress(address);
	if (checked.kind === "refused")
		return { kind: "failed", says: checked.shown, advice: explainFailure(checked.failure).advice };
	say(session, "catalogue", null, null);
	const onProgress = (done: number, all: number) => say(session, "catalogue", done, all);
	const questions = { http, base: checked.base, now: Date.now(), signal, onProgress };
	const { models, result } = await fetchModels(questions);
	if (signal.aborted) return { kind: "cancelled" };
	if (models === undefined) return { kind: "failed", ...whyNoModels(result) };
	const unfinished = models.filter(({ providers }) => providers === undefined).map(({ id }) => id);
	const catalogue = await fillCatalogue(models, unfinished, questions);
	if (signal.aborted) return { kind: "cancelled" };
	session.catalogue.keep(catalogue);
	return { kind: "refreshed", models: catalogue.models.length, date: catalogue.date };
}

function say({ connection }: Session, step: StepId, done: number | null, all: number | null): void {
	void connection.sendNotification(connectionProgressNotification.method, { step, done, all });
}
