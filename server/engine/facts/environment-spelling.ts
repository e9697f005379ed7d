/** How some languages spell a read of the environment: objects whose members are variables, functions that take a name. */
import { pathOf, textOf } from "../outline/questions";
import type { Expr, Import, ImportedName, Outline } from "../outline/schema";

interface Spelling {
	/** Paths of objects: `ENV["X"]`, `$_ENV['X']`. */
	readonly objects: RegExp;
	/** Paths of functions whose first argument is the name: `getenv("X")`. */
	readonly readers: RegExp;
}

const byLanguage: Readonly<Record<string, Spelling>> = {
	java: {
		objects: /^System\.getenv\(\)$/,
		readers: /^(java\.lang\.)?System\.getenv\.(getOrDefault|get)$/,
	},
	kotlin: { objects: /^System\.getenv\(\)$/, readers: /^System\.getenv\.(getValue|getOrDefault|getOrElse|get)$/ },
	swift: { objects: /^(ProcessInfo|NSProcessInfo)\.processInfo\.environment$/, readers: /^(Environment\.get|getenv)$/ },
	cpp: { objects: /^(?!)/, readers: /^((std\.)?(getenv|secure_getenv)|qgetenv|qEnvironmentVariable)$/ },
	scala: {
		objects: /^sys\.env$/,
		readers: /^(sys\.env(\.(get|getOrElse|apply))?|(scala\.util\.)?Properties\.(envOrElse|envOrNone|envOrNull))$/,
	},
	dart: {
		objects: /^((\w+\.)?Platform\.environment|(\w+\.)?dotenv\.env)$/,
		readers: /^(String\.fromEnvironment|(\w+\.)?dotenv\.(get|maybeGet))$/,
	},
	ruby: { objects: /^(::)?ENV$/, readers: /^(::)?ENV\.(fetch|delete)$/ },
	// Laravel's `env()` reads the same variables.
	php: { objects: /^_(ENV|SERVER)$/, readers: /^(getenv|env|Env\.get)$/ },
	powershell: { objects: /^\$env$/, readers: /^(?!)/ },
	elixir: { objects: /^(?!)/, readers: /^System\.(get_env|fetch_env!?)$/ },
	// `env!` and `option_env!` read when the program is built.
	rust: { objects: /^(?!)/, readers: /^((std\.)?env\.(var|var_os)|dotenv\.var|dotenvy\.var|env|option_env)$/ },
};

/** The object's members are surely environment variables. */
function isEnvironmentObject(language: string, path: string): boolean {
	return byLanguage[language]?.objects.test(path) ?? false;
}

/** The function surely reads an environment variable. */
export function isEnvironmentReader(language: string, path: string): boolean {
	return byLanguage[language]?.readers.test(path) ?? false;
}

/** Objects whose members are environment variables. */
const objects =
	/^(os\.environ|environ|process\.env|import\.meta\.env|Bun\.env|Deno\.env|globalThis\.process\.env|window\.process\.env)$/;

/** `process.env`, `os.environ`: an object whose members are environment variables. */
export function isEnvironment(outline: Outline, object: Expr): boolean {
	return isObject(outline, pathOf(object) ?? textOf(outline, object.range).replace(/[?\s]/g, ""));
}

export function isObject({ language, imports }: Outline, path: string): boolean {
	if (objects.test(path) || isEnvironmentObject(language, path)) return true;
	return path === "env" && imports.some(({ module, names }) => isImportedObject(module) && names.some(isEnv));
}

/** SvelteKit's and Cloudflare's modules whose `env` holds the variables. */
function isImportedObject(module: string): boolean {
	return /^(\$env\/dynamic\/(private|public)|cloudflare:workers)$/.test(module);
}

function isEnv({ name, local }: ImportedName): boolean {
	return name === "env" && local === "env";
}

/** Modules whose names are the variables: `import { HELICONE_API_KEY } from "$env/static/private"`. */
export function givesVariables({ module }: Import): boolean {
	return /^(\$env\/static\/(private|public)|astro:env\/(server|client))$/.test(module);
}

/** Configuration files: each block has variables of its own, and a string may name one. */
const configs = new Set(["yaml", "json", "toml", "properties", "hcl"]);

/** `$env:X = "…"` of PowerShell is what `export X=…` is to other shells: a script that is run to set it. */
export function definesByAssigning({ language }: Outline): boolean {
	return language === "powershell";
}

/** Configurations of servers that pass requests on. */
export function isReverseProxy({ language }: Outline): boolean {
	return language === "nginx" || language === "caddy";
}

export function isConfig(outline: Outline): boolean {
	return configs.has(outline.language);
}

/** Shell, `.env` and configuration files define variables by assignment; elsewhere an assignment makes a name of the program's own. */
export function isShell(outline: Outline): boolean {
	return /^(shell|dotenv|dockerfile|makefile|justfile|nginx|caddy)$/.test(outline.language) || isConfig(outline);
}

export function isVariable(name: string): boolean {
	return /^[A-Z][A-Z0-9]*(_[A-Z0-9]+)+$/.test(name);
}
