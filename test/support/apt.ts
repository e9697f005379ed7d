/** Debian's packages, for a machine that has nothing yet: only root may ask for them. */
import { spawnSync } from "node:child_process";
import { runQuietly } from "../vscode/processes";

/** Installs packages with apt-get, if this process may; says nothing of a failure, which shows when they are used. */
export async function aptInstall(...packages: readonly string[]): Promise<void> {
	if (process.getuid?.() !== 0) return;
	console.log(`installing ${packages.join(", ")} with apt-get`);
	const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
	await runQuietly("apt-get", ["-qq", "update"], { env });
	await runQuietly("apt-get", ["-qq", "install", "-y", "--no-install-recommends", ...packages], { env });
}

/** Ruby, where the machine has none: no machine that compiles the other languages brings it. */
export async function installRuby(): Promise<void> {
	if (spawnSync("ruby", ["--version"]).status !== 0) await aptInstall("ruby");
}
