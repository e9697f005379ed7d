/** The languages the engine reads. Adding one is adding a line here. */
import { dockerfile } from "./dockerfile/dockerfile";
import { dotenv } from "./dotenv/dotenv";
import { javascript, tsx, typescript } from "./javascript/javascript";
import { json } from "./json/json";
import type { Language } from "./language";
import { newLanguageLookup } from "./language-of-path";
import { markdown } from "./markdown/markdown";
import { notebook } from "./notebook/notebook";
import { properties } from "./properties/properties";
import { python } from "./python/python";
import { shell } from "./shell/shell";
import { toml } from "./toml/toml";
import { yaml } from "./yaml/yaml";

/** The first one whose name pattern fits a file wins. */
export const languages: readonly Language[] = [
	python,
	javascript,
	typescript,
	tsx,
	shell,
	dotenv,
	yaml,
	json,
	dockerfile,
	toml,
	properties,
	markdown,
	notebook,
];

export const { languageOfPath, languageOfEditorId, languageOfShebang, languageById, languageOfWord } =
	newLanguageLookup(languages);
