/** The languages the engine reads, and how a file tells which one it is. */

import { javascript, tsx, typescript } from "./javascript/javascript";
import type { Language } from "./language";
import { python } from "./python/python";
import { shell } from "./shell/shell";

export const languages: readonly Language[] = [python, javascript, typescript, tsx, shell];

const byId = new Map(languages.map((language) => [language.id, language]));

export function languageById(id: string): Language | undefined {
	return byId.get(id);
}
