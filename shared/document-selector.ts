/**
 * Which documents the editor sends to the server. The engine's list of languages decides what can be read
 * (a test compares the two); the client cannot import the engine, so the names stand here.
 */

/** Where a document may live. Not `git:` and the like: the left side of a diff is nobody's to fix. */
export const schemes = ["file", "untitled", "vscode-vfs"] as const;

/** VS Code's ids of the languages. */
export const editorLanguages = [
	"python",
	"javascript",
	"javascriptreact",
	"typescript",
	"typescriptreact",
	"shellscript",
	"dotenv",
] as const;

/** Files that VS Code may hold for `properties`, `plaintext` or `shellscript`, by name. */
export const filePatterns = ["**/.env", "**/.env.*", "**/*.env", "**/.envrc", "**/.flaskenv"] as const;

export interface DocumentFilter {
	readonly scheme: string;
	readonly language?: string;
	readonly pattern?: string;
}

export const documentSelector: readonly DocumentFilter[] = schemes.flatMap((scheme) => [
	...editorLanguages.map((language) => ({ scheme, language })),
	...filePatterns.map((pattern) => ({ scheme, pattern })),
]);
