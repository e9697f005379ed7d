/** Asks the server for a plan, with progress and a way to stop it. */
import * as vscode from "vscode";
import {
	type PlanParams,
	type PlanProgressParams,
	type PlanResult,
	planProgressNotification,
	planRequest,
} from "../../shared/migration-protocol";
import type { ServerProcess } from "../server-process";

const { l10n } = vscode;

/** What to migrate; how is asked later. */
export type Wanted = Omit<PlanParams, "asksGit">;

/** @throws CancellationError when the person stops it */
export async function makePlan(server: ServerProcess, wanted: Wanted): Promise<PlanResult> {
	const options = {
		location: vscode.ProgressLocation.Notification,
		title: l10n.t("Planning the migration"),
		cancellable: true,
	};
	return vscode.window.withProgress(options, async (progress, token) => {
		const listener = server.client.onNotification(planProgressNotification.method, (one: PlanProgressParams) => {
			progress.report({ message: l10n.t("{0} of {1} files", one.done, one.total) });
		});
		try {
			const params: PlanParams = { ...wanted, asksGit: vscode.workspace.isTrusted };
			return await server.client.sendRequest<PlanResult>(planRequest.method, params, token);
		} catch (error) {
			if (token.isCancellationRequested) throw new vscode.CancellationError();
			throw error;
		} finally {
			listener.dispose();
		}
	});
}
