/**
 * Which documents the editor sends to the server. The engine's list of languages decides what can be read
 * (a test compares the two); the client cannot import the engine, so the names stand here.
 */

/** Where a document may live. Not `git:` and the like: the left side of a diff is nobody's to fix. */
const schemes = ["file", "untitled", "vscode-vfs"] as const;

/** VS Code's ids of the languages. */
export const editorLanguages = [
	"python",
	"javascript",
	"javascriptreact",
	"typescript",
	"typescriptreact",
	"shellscript",
	"dotenv",
	"go",
	"java",
	"kotlin",
	"scala",
	"swift",
	"dart",
	"c",
	"cpp",
	"csharp",
	"ruby",
	"php",
	"rust",
	"yaml",
	"dockercompose",
	"github-actions-workflow",
	"helm",
	"json",
	"jsonc",
	"dockerfile",
	"makefile",
	"procfile",
	"just",
	"justfile",
	"markdown",
	"mdx",
	"asciidoc",
	"restructuredtext",
	"jupyter",
	"toml",
	"properties",
	"ini",
	"java-properties",
	"spring-boot-properties",
	"elixir",
	"powershell",
	"nginx",
	"NGINX",
	"caddyfile",
	"vue",
	"svelte",
	"astro",
	"html",
	"terraform",
	"terraform-vars",
	"hcl",
	"opentofu",
	"nomad",
	"packer",
] as const;

/** Nearly every folder has files of these: they are read when something else has woken the extension, and wake nothing. */
const quietLanguages: readonly string[] = [
	"yaml",
	"helm",
	"json",
	"jsonc",
	"markdown",
	"mdx",
	"asciidoc",
	"restructuredtext",
	"toml",
	"properties",
	"ini",
	"java-properties",
	"html",
	"nginx",
	"NGINX",
	"caddyfile",
	"terraform",
	"terraform-vars",
	"hcl",
	"opentofu",
	"nomad",
	"packer",
];

/** Opening a document of these wakes the extension. */
export const wakingLanguages: readonly string[] = editorLanguages.filter((id) => !quietLanguages.includes(id));

/** Files that VS Code may hold for `properties`, `plaintext` or nothing at all, by name. */
export const filePatterns = [
	"**/.env",
	"**/.env.*",
	"**/.env-*",
	"**/*.env",
	"**/*.env.example",
	"**/*.env.sample",
	"**/*.env.template",
	"**/*.env.local",
	"**/env.example",
	"**/env.sample",
	"**/env.template",
	"**/.flaskenv",
	"**/.dev.vars",
	"**/.dev.vars.*",
	"**/.envrc",
	"**/*.csproj",
	"**/*.fsproj",
	"**/*.vbproj",
	"**/requirements*.txt",
	"**/*requirements.txt",
	"**/constraints*.txt",
	"**/requirements*.in",
	"**/setup.cfg",
	"**/go.mod",
	"**/go.sum",
	"**/packages.config",
	"**/Directory.Packages.props",
	"**/Directory.Build.props",
	"**/yarn.lock",
	"**/Gemfile.lock",
	"**/bun.lock",
	"**/Pipfile",
	"**/Pipfile.lock",
	"**/composer.lock",
	"**/deno.lock",
	"**/poetry.lock",
	"**/pdm.lock",
	"**/uv.lock",
	"**/Cargo.lock",
] as const;

export interface DocumentFilter {
	readonly scheme: string;
	readonly language?: string;
	readonly pattern?: string;
}

export const documentSelector: readonly DocumentFilter[] = schemes.flatMap((scheme) => [
	...editorLanguages.map((language) => ({ scheme, language })),
	...filePatterns.map((pattern) => ({ scheme, pattern })),
]);
