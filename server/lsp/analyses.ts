/** Every Analysis is made once per text, workspace and settings, and read by all features. */
import type { Diagnostic } from "vscode-languageserver";
import type { TextDocument } from "vscode-languageserver-textdocument";
import { type AnalyzeOptions, analyze } from "../engine/analyze";
import type { Analysis, Document } from "../engine/model";
import { diagnosticOf } from "./diagnostics";
import { elapsed, fileName, type Log } from "./log";
import { isRelevant } from "./relevance";

export interface Analysed {
	/** Turns offsets into positions; holds the analysed text as long as `version` is the document's version. */
	readonly document: TextDocument;
	/** Of the open document; null for a file that is only on disk. */
	readonly version: number | null;
	readonly options: AnalyzeOptions;
	readonly analysis: Analysis;
	readonly diagnostics: readonly Diagnostic[];
	/** Names `diagnostics`: equal diagnostics of a file keep their id. */
	readonly resultId: string;
}

export interface Analyses {
	/**
	 * @param document open, or made from the file's text
	 * @param version of the open document, null for a file on disk
	 * @param options the same object for the same workspace and settings: identity is the cache's key
	 */
	of(document: TextDocument, language: string, version: number | null, options: AnalyzeOptions): Analysed;
	forget(uri: string): void;
}

interface Cached {
	readonly text: string;
	readonly analysed: Analysed;
	/** `analysed.diagnostics` as text, to see whether a new analysis says the same. */
	readonly fingerprint: string;
}

export function createAnalyses(log: Log): Analyses {
	const cache = new Map<string, Cached>();
	// Ids of an earlier server process must not be taken for ours.
	const process = Date.now().toString(36);
	let count = 0;
	return {
		of(source, language, version, options) {
			const { uri } = source;
			const known = cache.get(uri);
			if (known && isCurrent(known, source, version, options)) return known.analysed;
			const start = performance.now();
			const document: Document = { uri, language, text: source.getText() };
			const isLinked = options.workspace.names[uri] !== undefined;
			const analysis = isLinked || isRelevant(uri, document.text) ? analyze(document, options) : nothingIn(document);
			if (analysis.unread !== undefined) log.once(`${fileName(uri)} is left out: ${analysis.unread}`);
			for (const problem of analysis.problems) log.debug(`${fileName(uri)}: ${problem.message}`);
			const diagnostics = analysis.findings.map((finding) => diagnosticOf(source, finding));
			const fingerprint = JSON.stringify(diagnostics);
			const resultId = known?.fingerprint === fingerprint ? known.analysed.resultId : `${process}.${++count}`;
			const analysed = { document: source, version, options, analysis, diagnostics, resultId };
			cache.set(uri, { text: document.text, analysed, fingerprint });
			log.debug(`analysed ${fileName(uri)}: ${diagnostics.length} findings, ${elapsed(start)}`);
			return analysed;
		},
		forget: (uri) => void cache.delete(uri),
	};
}

function nothingIn(document: Document): Analysis {
	return { document, findings: [], shares: [], models: [], hovers: [], problems: [] };
}

/** Opening a file that was analysed from disk changes its version, so the text decides when versions differ. */
function isCurrent({ text, analysed }: Cached, source: TextDocument, version: number | null, options: AnalyzeOptions) {
	if (analysed.options !== options || analysed.version !== version) return false;
	return analysed.document === source ? version !== null || text === source.getText() : text === source.getText();
}
