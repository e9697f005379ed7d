/** Child processes, as the rig needs them: run to the end, or start and stop. */
import { type ChildProcess, type SpawnOptions, spawn } from "node:child_process";
import { once } from "node:events";

/**
 * Runs a program to its end with this terminal's output and no input.
 * @returns its exit code; 1 when it could not be started or a signal ended it
 */
export async function run(program: string, args: readonly string[], options: SpawnOptions = {}): Promise<number> {
	const child = spawn(program, args, { stdio: ["ignore", "inherit", "inherit"], ...options });
	try {
		const [code] = (await once(child, "exit")) as [number | null];
		return code ?? 1;
	} catch (error) {
		console.error(`${program}: ${error instanceof Error ? error.message : error}`);
		return 1;
	}
}

/**
 * Runs a program that says too much when all is well, and shows what it said only when it is not.
 * @returns its exit code; 1 when it could not be started or a signal ended it
 */
export async function runQuietly(
	program: string,
	args: readonly string[],
	options: SpawnOptions = {},
): Promise<number> {
	const child = spawn(program, args, { ...options, stdio: ["ignore", "pipe", "pipe"] });
	let said = "";
	for (const stream of [child.stdout, child.stderr]) stream?.on("data", (chunk) => (said += chunk));
	const code = await new Promise<number>((resolve) => {
		child.once("error", (error) => {
			said += error.message;
			resolve(1);
		});
		child.once("close", (exit) => resolve(exit ?? 1));
	});
	if (code !== 0) console.error(said);
	return code;
}

/** Asks a process to end and waits; after `patience` milliseconds it is killed. */
export async function stop(child: ChildProcess, patience = 5000): Promise<void> {
	if (child.exitCode !== null || child.signalCode !== null) return;
	const ended = once(child, "exit");
	child.kill("SIGTERM");
	const timer = setTimeout(() => child.kill("SIGKILL"), patience);
	await ended;
	clearTimeout(timer);
}
