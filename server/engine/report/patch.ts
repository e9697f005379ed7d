/** A patch that `git apply` turns into exactly what the run writes. */
import { formatPatch, structuredPatch } from "diff";

export interface ChangedFile {
	/** Relative to the working directory, with forward slashes. */
	readonly path: string;
	readonly before: string;
	readonly after: string;
}

/**
 * @returns one patch for all files, to be applied in the working directory. It holds the old lines as they are, keys
 * among them: a patch with masked lines would not apply.
 */
export function patchOf(files: readonly ChangedFile[]): string {
	return files.map(filePatch).join("");
}

function filePatch({ path, before, after }: ChangedFile): string {
	const patch = structuredPatch(`a/${path}`, `b/${path}`, before, after, undefined, undefined, { context: 3 });
	return formatPatch({ ...patch, isGit: true });
}
