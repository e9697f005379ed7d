/** Paths as people type and read them. */
import * as fs from "node:fs";
import * as path from "node:path";
import type { CliEnvironment } from "./environment";
import { UsageError } from "./usage-error";

export interface Roots {
	/** Absolute; what is reported and fixed. */
	readonly roots: readonly string[];
	/** Absolute; what is read besides, to know the surroundings of single files. */
	readonly context: readonly string[];
}

/**
 * @param typed the command's paths; none means the working directory
 * @throws UsageError for a path that does not exist
 */
export function rootsOf(typed: readonly string[], environment: CliEnvironment): Roots {
	const { workingDirectory } = environment;
	const roots = (typed.length > 0 ? typed : ["."]).map((one) => path.resolve(workingDirectory, one));
	const stats = roots.map((root, index) => {
		const stat = fs.statSync(root, { throwIfNoEntry: false });
		if (!stat) throw new UsageError(`no such file or folder: ${typed[index]}`);
		if (!stat.isFile() && !stat.isDirectory()) throw new UsageError(`neither a file nor a folder: ${typed[index]}`);
		return stat;
	});
	const hasOwnFile = roots.some((root, index) => stats[index]?.isFile() && isInside(root, workingDirectory));
	return { roots: [...new Set(roots)], context: hasOwnFile && isProject(environment) ? [workingDirectory] : [] };
}

/** @returns the path relative to the working directory, with forward slashes */
export function displayPath(file: string, { workingDirectory }: CliEnvironment): string {
	const relative = path.relative(workingDirectory, file).replaceAll(path.sep, "/");
	return relative === "" ? "." : relative;
}

/** A home folder or a whole disk is no project: reading all of it to judge one file would take minutes. */
function isProject({ workingDirectory, homeDirectory }: CliEnvironment): boolean {
	return workingDirectory !== path.parse(workingDirectory).root && workingDirectory !== path.resolve(homeDirectory);
}

/** Both absolute; the directory itself counts. */
export function isInside(file: string, directory: string): boolean {
	const relative = path.relative(directory, file);
	return !relative.startsWith("..") && !path.isAbsolute(relative);
}
