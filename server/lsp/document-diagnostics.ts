/** `textDocument/diagnostic`: what is wrong in one document, or that nothing has changed since the client asked last. */
import { type DocumentDiagnosticReport, DocumentDiagnosticReportKind } from "vscode-languageserver";
import type { Feature } from "./feature";
import { guarded } from "./guard";

const nothing: DocumentDiagnosticReport = { kind: DocumentDiagnosticReportKind.Full, items: [] };

export const documentDiagnosticsFeature: Feature = {
	name: "diagnostics",
	capabilities: {
		diagnosticProvider: { identifier: "migrate-helicone", interFileDependencies: true, workspaceDiagnostics: true },
	},
	register(session) {
		session.connection.languages.diagnostics.on(
			guarded(session.guard, "diagnostics", nothing, async ({ textDocument, previousResultId }) => {
				const analysed = await session.analyse(textDocument.uri);
				if (analysed === undefined) return nothing;
				const { diagnostics, resultId } = analysed;
				if (resultId === previousResultId) return { kind: DocumentDiagnosticReportKind.Unchanged, resultId };
				return { kind: DocumentDiagnosticReportKind.Full, resultId, items: [...diagnostics] };
			}),
		);
	},
};
