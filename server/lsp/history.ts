/** *Export Helicone History*: asks Helicone because a person asked, and writes the file that the person named. */
import { fileURLToPath } from "node:url";
import type { CancellationToken } from "vscode-languageserver";
import {
	type ExportHistoryParams,
	type ExportHistoryResult,
	exportHistoryRequest,
	exportProgressNotification,
} from "../../shared/history-protocol";
import { exportHistory } from "../host/history/export-history";
import { ExportStopped } from "../host/history/fetch-page";
import { NotAHistory } from "../host/history/history-file";
import { historyOrigins, regionOfKey } from "../host/history/regions";
import { createHttpClient } from "../host/http/http-client";
import { abortWith } from "./abort";
import type { Feature } from "./feature";
import { guarded } from "./guard";
import type { Session } from "./session";

const failed: ExportHistoryResult = { kind: "failed", says: "it failed; the log says why" };

export const historyFeature: Feature = {
	name: "history",
	capabilities: {},
	register(session) {
		session.connection.onRequest<ExportHistoryResult, void>(
			exportHistoryRequest.method,
			guarded<ExportHistoryParams, [], ExportHistoryResult>(session.guard, "export history", failed, (params, token) =>
				exportTo(session, params, token),
			),
		);
	},
};

async function exportTo(
	{ connection }: Session,
	{ key, region, origin, bodies, from, to, file, network }: ExportHistoryParams,
	token: CancellationToken,
): Promise<ExportHistoryResult> {
	const abort = abortWith(token);
	const http = createHttpClient({ editor: network, variables: process.env });
	try {
		const progress = await exportHistory({
			http,
			key,
			bodies,
			file: fileURLToPath(file),
			origin: origin ?? historyOrigins[region ?? regionOfKey(key)],
			from: from ?? undefined,
			to: to ?? new Date().toISOString(),
			signal: abort.signal,
			onProgress: ({ rows, until }) =>
				void connection.sendNotification(exportProgressNotification.method, { rows, until: until ?? null }),
		});
		return { kind: "exported", rows: progress.rows, until: progress.until ?? null };
	} catch (problem) {
		if (abort.signal.aborted) return { kind: "cancelled" };
		if (problem instanceof ExportStopped || problem instanceof NotAHistory)
			return { kind: "failed", says: problem.message };
		throw problem;
	} finally {
		await http.close();
	}
}
