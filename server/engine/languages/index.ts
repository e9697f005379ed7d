/** The languages the engine reads. Adding one is adding a line here. */
import type { Outline } from "../outline/schema";
import type { Region } from "../regions/region";
import { cpp } from "./cpp/cpp";
import { csharp } from "./csharp/csharp";
import { dart } from "./dart/dart";
import { dockerfile } from "./dockerfile/dockerfile";
import { dotenv } from "./dotenv/dotenv";
import { elixir } from "./elixir/elixir";
import { go } from "./go/go";
import { hcl } from "./hcl/hcl";
import { java } from "./java/java";
import { javascript, tsx, typescript } from "./javascript/javascript";
import { json } from "./json/json";
import { justfile } from "./justfile/justfile";
import { kotlin } from "./kotlin/kotlin";
import type { Language } from "./language";
import { newLanguageLookup } from "./language-of-path";
import { makefile } from "./makefile/makefile";
import { markdown } from "./markdown/markdown";
import { astro, html, svelte, vue } from "./markup/markup";
import { notebook } from "./notebook/notebook";
import { packageList } from "./package-list/package-list";
import { php } from "./php/php";
import { powershell } from "./powershell/powershell";
import { procfile } from "./procfile/procfile";
import { properties } from "./properties/properties";
import { caddy, nginx } from "./proxy/proxy";
import { python } from "./python/python";
import { ruby } from "./ruby/ruby";
import { rust } from "./rust/rust";
import { scala } from "./scala/scala";
import { shell } from "./shell/shell";
import { swift } from "./swift/swift";
import { template } from "./template/template";
import { toml } from "./toml/toml";
import { yaml } from "./yaml/yaml";

/** The first one whose name pattern fits a file wins. */
export const languages: readonly Language[] = [
	packageList,
	template,
	python,
	javascript,
	typescript,
	tsx,
	shell,
	dotenv,
	go,
	java,
	kotlin,
	scala,
	swift,
	dart,
	cpp,
	csharp,
	ruby,
	php,
	rust,
	elixir,
	powershell,
	yaml,
	json,
	dockerfile,
	makefile,
	justfile,
	procfile,
	toml,
	properties,
	hcl,
	nginx,
	caddy,
	markdown,
	notebook,
	vue,
	svelte,
	astro,
	html,
];

const { languageOfWord, ...lookup } = newLanguageLookup(languages);
export const { languageOfPath, languageOfEditorId, languageOfShebang, languageOfText, languageById } = lookup;

/** Code of other languages inside a text. */
export function regionsOf(language: Language, outline: Outline, path: string): readonly Region[] {
	const languageOf = (word: string) => (languageOfWord(word) ?? languageOfPath(word))?.id;
	return language.regions?.(outline.text, languageOf, outline, path) ?? [];
}
