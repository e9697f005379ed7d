/** Keys of configuration files whose text a shell runs: pipelines, package scripts, units, dev containers, Ansible, platforms. */

/** A text is a script; each text of a list is one, too. */
const scripts = new Set([
	"run",
	"script",
	"scripts",
	"before_script",
	"after_script",
	"commands",
	"cmd",
	"cmds",
	"inlineScript",
	"bash",
	// Ansible.
	"shell",
	"ansible.builtin.shell",
	"ansible.builtin.command",
	// Platforms and dev containers.
	"startCommand",
	"buildCommand",
	"preDeployCommand",
	"installCommand",
	"devCommand",
	"ignoreCommand",
	"dockerCommand",
	"release_command",
	"initializeCommand",
	"onCreateCommand",
	"updateContentCommand",
	"postCreateCommand",
	"postStartCommand",
	"postAttachCommand",
	// Terraform and Packer.
	"user_data",
	"user_data_base64",
	"custom_data",
	"startup_script",
	"startup-script",
	"metadata_startup_script",
	"inline",
	// systemd.
	"ExecStart",
	"ExecStartPre",
	"ExecStartPost",
	"ExecStop",
	"ExecStopPost",
	"ExecReload",
	"ExecCondition",
]);
/** A text is a script; a list is words, of which only what stands behind `-c` is. */
const commands = new Set(["command", "entrypoint", "args", "test", "Command", "EntryPoint", "ENTRYPOINT", "CMD"]);
/** Below these each entry is a script, whatever it is called: package.json, Composer, Deno, PDM, poethepoet, Fly. */
const named = new Set(["scripts", "tasks", "processes"]);

/**
 * @param path the keys around a text, its own last; `[]` stands for a place of a list
 * @param before the text before it in its list
 */
export function isCommand(path: readonly string[], before: string | undefined): boolean {
	const last = path.at(-1) ?? "";
	if (last !== "[]") return scripts.has(last) || commands.has(last) || isNamed(path.at(-2));
	if (scripts.has(path.at(-2) ?? "") || isNamed(path.at(-3))) return true;
	return before !== undefined && /^(?:-[a-z]*c|CMD-SHELL)$/.test(before);
}

/** TOML says several keys at once: `[tool.poe.tasks]`. */
function isNamed(key: string | undefined): boolean {
	return named.has(key?.split(".").at(-1) ?? "");
}
