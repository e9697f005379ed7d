/** Debian's packages, for a machine that has nothing yet: only root may ask for them. */
import { runQuietly } from "../vscode/processes";

/** Installs packages with apt-get, if this process may; says nothing of a failure, which shows when they are used. */
export async function aptInstall(...packages: readonly string[]): Promise<void> {
	if (process.getuid?.() !== 0) return;
	console.log(`installing ${packages.join(", ")} with apt-get`);
	const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
	await runQuietly("apt-get", ["-qq", "update"], { env });
	await runQuietly("apt-get", ["-qq", "install", "-y", "--no-install-recommends", ...packages], { env });
}
