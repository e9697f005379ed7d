/** The one door: text in, Analysis out. Never throws, whatever the text. */
import type { CatalogueIndex } from "./catalogue-index";
import { inspect } from "./inspect";
import type { Analysis, Document, Severity } from "./model";
import type { Grammars } from "./outline/grammars";
import type { Workspace } from "./workspace";

export interface AnalyzeOptions {
	/** Parsers that the host has loaded. */
	readonly grammars: Grammars;
	/** Severity by rule id; a rule that is not named keeps its own default. */
	readonly severities: Readonly<Record<string, Severity>>;
	/** What the other files of the folder say; `emptyWorkspace` for a file on its own. */
	readonly workspace: Workspace;
	/** What Concentrate lists; the dated copy without it. The host decides, the same for the editor and the command line. */
	readonly catalogue?: CatalogueIndex | undefined;
}

/**
 * @param document the text, with the language it is written in; a language the engine cannot read gives no findings
 * @returns findings in document order, hovers, and what could not be read. Ranges are UTF-16 offsets into `document.text`.
 */
export function analyze(document: Document, options: AnalyzeOptions): Analysis {
	return inspect(document, options).analysis;
}
