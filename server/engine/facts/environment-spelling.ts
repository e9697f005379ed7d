/** How some languages spell a read of the environment: objects whose members are variables, functions that take a name. */

interface Spelling {
	/** Paths of objects: `ENV["X"]`, `$_ENV['X']`. */
	readonly objects: RegExp;
	/** Paths of functions whose first argument is the name: `getenv("X")`. */
	readonly readers: RegExp;
}

const byLanguage: Readonly<Record<string, Spelling>> = {
	kotlin: { objects: /^System\.getenv\(\)$/, readers: /^System\.getenv\.(getValue|getOrDefault|getOrElse|get)$/ },
	ruby: { objects: /^(::)?ENV$/, readers: /^(::)?ENV\.(fetch|delete)$/ },
	// Laravel's `env()` reads the same variables.
	php: { objects: /^_(ENV|SERVER)$/, readers: /^(getenv|env|Env\.get)$/ },
	// `env!` and `option_env!` read when the program is built.
	rust: { objects: /^(?!)/, readers: /^((std\.)?env\.(var|var_os)|dotenv\.var|dotenvy\.var|env|option_env)$/ },
};

/** The object's members are surely environment variables. */
export function isEnvironmentObject(language: string, path: string): boolean {
	return byLanguage[language]?.objects.test(path) ?? false;
}

/** The function surely reads an environment variable. */
export function isEnvironmentReader(language: string, path: string): boolean {
	return byLanguage[language]?.readers.test(path) ?? false;
}
