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

/** Asks a process to end and waits; after `patience` milliseconds it is killed. */
export async function stop(child: ChildProcess, patience = 5000): Promise<void> {
	if (child.exitCode !== null || child.signalCode !== null) return;
	const ended = once(child, "exit");
	child.kill("SIGTERM");
	const timer = setTimeout(() => child.kill("SIGKILL"), patience);
	await ended;
	clearTimeout(timer);
}
