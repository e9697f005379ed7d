/** Keys of configuration files below which environment variables are defined, passed on or named. */

/** TOML's `[a.b]` and `a.b:` count as several keys. Maps or lists of definitions: compose, Kubernetes, GitHub and GitLab, Netlify, Wrangler, Render, MCP, LiteLLM, Azure. */
const definitions = new Set([
	"env",
	"environment",
	// systemd.
	"Environment",
	"environment_variables",
	"environmentVariables",
	"env_variables",
	"env_vars",
	"envVars",
	"envs",
	"extraEnv",
	"extraEnvVars",
	"build_args",
	"secrets",
	"stringData",
	"variables",
	"vars",
	"Values",
	"containerEnv",
	"remoteEnv",
	"Variables",
	"app_settings",
	"config_vars",
	"sensitive_config_vars",
	"secret_environment_variables",
	// Kustomize, aider.
	"literals",
	"set-env",
]);
/** These hold variables only below a certain key. */
const below: Readonly<Record<string, RegExp>> = {
	// compose: `build.args`; a Kubernetes container's `args` are words.
	args: /^build$/,
	set: /^(tool\.)?pytest_env$/,
};
/** Lists of bare names: Turborepo, docker's `--env`. */
const names = new Set(["globalEnv", "globalPassThroughEnv", "passThroughEnv", "env", "environment", "env_vars"]);
/** The value is a variable's name: Codex, aider and others. */
const nameOf = /^(env_key|bearer_token_env_var|api_?key_?env(_?var)?|apiKeyEnv(Var)?|(api_)?key_env(_var)?)$/i;

export function definesVariables(path: readonly string[]): boolean {
	const last = path.at(-1) ?? "";
	if (definitions.has(last)) return true;
	return below[last]?.test(path.at(-2) ?? "") ?? false;
}

export function listsVariables(path: readonly string[]): boolean {
	// Kamal: `env.secret`.
	return names.has(path.at(-1) ?? "") || (path.at(-1) === "secret" && path.at(-2) === "env");
}

/** @param path the value's own key last */
export function namesVariable(path: readonly string[]): boolean {
	return nameOf.test(path.at(-1) ?? "") || path.at(-2) === "env_http_headers";
}
