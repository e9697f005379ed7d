/** The languages the engine reads. Adding one is adding a line here. */
import { dotenv } from "./dotenv/dotenv";
import { javascript, tsx, typescript } from "./javascript/javascript";
import type { Language } from "./language";
import { newLanguageLookup } from "./language-of-path";
import { python } from "./python/python";
import { shell } from "./shell/shell";

/** The first one whose name pattern fits a file wins. */
export const languages: readonly Language[] = [python, javascript, typescript, tsx, shell, dotenv];

export const { languageOfPath, languageOfEditorId, languageOfShebang, languageById } = newLanguageLookup(languages);
