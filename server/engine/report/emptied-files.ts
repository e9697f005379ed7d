/** Files that a migration has taken everything out of: nobody deletes them unasked, since something may still import them. */
import type { ChangedFile } from "./patch";

/** What a file says even when it holds nothing: the marks of a module, a package or a script, and comments. */
const shell =
	/\/\*[\s\S]*?\*\/|^\s*(?:\/\/|#|--).*$|\bexport\s*\{\s*\};?|^\s*<\?php\b|^\s*declare\(strict_types=1\);|^\s*(?:package|namespace)\s+[\w.\\]+;?|^\s*["']use strict["'];?/gm;

const programs = /\.(?:[cm]?[jt]sx?|py|go|rb|php|java|kt|kts|cs|rs|swift|dart|scala|exs?)$/;

/** @returns paths of programs that held something and hold nothing now */
export function emptiedFiles(changed: readonly ChangedFile[]): readonly string[] {
	return changed
		.filter(({ path, before, after }) => programs.test(path) && !isShell(before) && isShell(after))
		.map(({ path }) => path);
}

function isShell(text: string): boolean {
	return (
		text
			.replace(/^\uFEFF/, "")
			.replace(shell, "")
			.trim() === ""
	);
}
