/** Findings as diagnostics. */
import { type Diagnostic, DiagnosticSeverity, DiagnosticTag } from "vscode-languageserver";
import type { TextDocument } from "vscode-languageserver-textdocument";
import { type DiagnosticData, displayName, docsUrl } from "../../shared/protocol";
import type { Finding } from "../engine/model";
import { positionsOf } from "./positions";

const severities: Readonly<Record<Finding["severity"], DiagnosticSeverity>> = {
	error: DiagnosticSeverity.Error,
	warning: DiagnosticSeverity.Warning,
	information: DiagnosticSeverity.Information,
	hint: DiagnosticSeverity.Hint,
};

const tags: Readonly<Record<Finding["tags"][number], DiagnosticTag>> = {
	deprecated: DiagnosticTag.Deprecated,
	unnecessary: DiagnosticTag.Unnecessary,
};

/** @param document must hold the text that was analysed */
export function diagnosticOf(document: TextDocument, finding: Finding): Diagnostic {
	const diagnostic: Diagnostic = {
		range: positionsOf(document, finding.range),
		severity: severities[finding.severity],
		code: finding.rule,
		codeDescription: { href: docsUrl(finding.rule) },
		source: displayName,
		message: finding.message,
		data: dataOf(finding),
	};
	if (finding.tags.length > 0) diagnostic.tags = finding.tags.map((tag) => tags[tag]);
	return diagnostic;
}

function dataOf(finding: Finding): DiagnosticData {
	return {
		version: 1,
		group: finding.fix?.group ?? null,
		row: finding.row ?? null,
		applicability: finding.fix?.applicability ?? null,
	};
}
