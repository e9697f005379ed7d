/** The languages the engine reads. Adding one is adding a line here. */
import { csharp } from "./csharp/csharp";
import { dotenv } from "./dotenv/dotenv";
import { go } from "./go/go";
import { java } from "./java/java";
import { javascript, tsx, typescript } from "./javascript/javascript";
import type { Language } from "./language";
import { newLanguageLookup } from "./language-of-path";
import { php } from "./php/php";
import { python } from "./python/python";
import { ruby } from "./ruby/ruby";
import { rust } from "./rust/rust";
import { shell } from "./shell/shell";

/** The first one whose name pattern fits a file wins. */
export const languages: readonly Language[] = [
	python,
	javascript,
	typescript,
	tsx,
	shell,
	dotenv,
	go,
	java,
	csharp,
	ruby,
	php,
	rust,
];

export const { languageOfPath, languageOfEditorId, languageOfShebang, languageById } = newLanguageLookup(languages);
