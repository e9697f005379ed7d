/** From a command's paths to an analysed project. */
import { defaultSettings } from "../../shared/settings";
import { catalogueIn } from "../host/connection/saved-catalogue";
import { type Planned, rememberProjects } from "../host/fix-rounds";
import type { LoadedGrammars } from "../host/grammars";
import { type ProjectOptions, projectOf, scanProject, withLinked } from "../host/project";
import type { Scan } from "../host/scan";
import type { CliEnvironment } from "./environment";
import { displayPath, rootsOf } from "./paths";
import { UsageError } from "./usage-error";

export interface Opened extends Planned {
	/** Gives the grammars' memory back. */
	close(): Promise<void>;
}

/**
 * @param overlay texts by absolute path that stand for what is on disk
 * @throws UsageError for a path that does not exist, or a config file with a mistake
 */
export async function open(
	paths: readonly string[],
	environment: CliEnvironment,
	overlay: ReadonlyMap<string, string> = new Map(),
): Promise<Opened> {
	// A run of `fix` looks at the project several times, with the same grammars.
	let loaded: Promise<LoadedGrammars> | undefined;
	const options: ProjectOptions = {
		...rootsOf(paths, environment),
		settings: defaultSettings,
		directory: environment.workingDirectory,
		worker: environment.scanWorker,
		catalogue: catalogueIn(environment.cacheDirectory),
		overlay,
		loadGrammars(wasmFiles) {
			loaded ??= environment.loadGrammars(wasmFiles);
			return loaded;
		},
	};
	const found = await scanProject(options);
	refuseBadConfig(found, environment);
	const scan = await withLinked(found, options);
	return {
		scan,
		project: rememberProjects((other) => projectOf(other, options)),
		close: async () => (await loaded)?.dispose(),
	};
}

/** A setting that silently does not count would make a check pass that should fail. */
function refuseBadConfig({ problems }: Scan, environment: CliEnvironment): void {
	if (problems.length === 0) return;
	const lines = problems.map(({ file, line, message }) => `${displayPath(file, environment)}:${line}: ${message}`);
	throw new UsageError(lines.join("\n"));
}
