/**
 * `workspace/diagnostic`: findings of all files of the folders, open or not.
 *
 * VS Code asks again two seconds after each answer, for ever. So when there is nothing new the answer is held back
 * until something changes: an idle editor costs nothing. A client that cannot take partial results gets its answer at once.
 */
import {
	type CancellationToken,
	DocumentDiagnosticReportKind,
	type ResultProgressReporter,
	type WorkspaceDiagnosticParams,
	type WorkspaceDiagnosticReport,
	type WorkspaceDiagnosticReportPartialResult,
	type WorkspaceDocumentDiagnosticReport,
} from "vscode-languageserver";
import type { Analysed } from "./analyses";
import type { Feature } from "./feature";
import { guarded } from "./guard";
import type { Session } from "./session";

type Partial = ResultProgressReporter<WorkspaceDiagnosticReportPartialResult>;

/** Files per partial result: findings appear early, messages stay few. */
const batchSize = 50;

export const workspaceDiagnosticsFeature: Feature = {
	name: "workspace diagnostics",
	// Announced with the documents' diagnostics: it is one capability.
	capabilities: {},
	register(session) {
		const nothing: WorkspaceDiagnosticReport = { items: [] };
		session.connection.languages.diagnostics.onWorkspace((params, token, _work, partial) =>
			guarded(session.guard, "workspace diagnostics", nothing, () => pull(session, params, token, partial))(
				params,
				token,
			),
		);
	},
};

async function pull(
	session: Session,
	params: WorkspaceDiagnosticParams,
	token: CancellationToken,
	partial: Partial | undefined,
): Promise<WorkspaceDiagnosticReport> {
	const known = new Map(params.previousResultIds.map(({ uri, value }) => [uri, value]));
	for (;;) {
		const { revision } = session;
		const reports = await reportsSince(session, known, token, partial);
		if (partial === undefined) return { items: reports };
		if (token.isCancellationRequested || reports.some((report) => isNews(report, known))) return { items: [] };
		await Promise.race([session.changedSince(revision), cancelled(token)]);
	}
}

/** That a file has no findings is no news of a file that had none. */
function isNews(report: WorkspaceDocumentDiagnosticReport, known: ReadonlyMap<string, string>): boolean {
	return report.kind === DocumentDiagnosticReportKind.Full && (report.items.length > 0 || known.has(report.uri));
}

/** Reports what differs from `known`, in batches when the client takes them; a file that is gone has no findings. */
async function reportsSince(
	session: Session,
	known: ReadonlyMap<string, string>,
	token: CancellationToken,
	partial: Partial | undefined,
): Promise<WorkspaceDocumentDiagnosticReport[]> {
	const reports: WorkspaceDocumentDiagnosticReport[] = [];
	const gone = new Set(known.keys());
	let sent = 0;
	for await (const analysed of session.analyseAll(() => token.isCancellationRequested)) {
		gone.delete(analysed.document.uri);
		const report = reportOf(analysed, known.get(analysed.document.uri));
		if (partial === undefined || report.kind === DocumentDiagnosticReportKind.Full) reports.push(report);
		if (partial === undefined || reports.length - sent < batchSize) continue;
		partial.report({ items: reports.slice(sent) });
		sent = reports.length;
	}
	if (!token.isCancellationRequested) for (const uri of gone) reports.push(emptied(uri));
	if (partial && reports.length > sent) partial.report({ items: reports.slice(sent) });
	return reports;
}

function reportOf(
	{ document, version, diagnostics, resultId }: Analysed,
	known: string | undefined,
): WorkspaceDocumentDiagnosticReport {
	const { uri } = document;
	if (known === resultId) return { kind: DocumentDiagnosticReportKind.Unchanged, uri, version, resultId };
	return { kind: DocumentDiagnosticReportKind.Full, uri, version, resultId, items: [...diagnostics] };
}

function emptied(uri: string): WorkspaceDocumentDiagnosticReport {
	return { kind: DocumentDiagnosticReportKind.Full, uri, version: null, items: [] };
}

function cancelled(token: CancellationToken): Promise<void> {
	return new Promise((resolve) => token.onCancellationRequested(() => resolve()));
}
