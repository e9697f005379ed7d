/** Which language a document is in: its name decides, as on the command line, and the editor's word only after that. */
import { URI } from "vscode-uri";
import { languageOfEditorId } from "../engine/languages";
import type { Language } from "../engine/languages/language";

/** @returns undefined for what the engine does not read */
export function languageOfDocument(uri: string, editorId: string): Language | undefined {
	return languageOfEditorId(editorId, URI.parse(uri).path);
}
