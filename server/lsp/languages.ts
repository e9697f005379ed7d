/** Which language a document is in: its name decides, as on the command line, and the editor's word only after that. */
import { URI } from "vscode-uri";
import { languageOfEditorId, languageOfPath, languageOfText } from "../engine/languages";
import type { Language } from "../engine/languages/language";

/** @returns undefined for what the engine does not read */
export function languageOfDocument(uri: string, editorId: string, text: string): Language | undefined {
	const { path } = URI.parse(uri);
	return languageOfPath(path) ?? languageOfText(path, text) ?? languageOfEditorId(editorId, path);
}
