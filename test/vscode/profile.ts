/** A throw-away VS Code profile: its own home, settings and extensions, so that no test sees a person's. */
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";

export interface Profile {
	readonly home: string;
	readonly userData: string;
	readonly extensions: string;
	remove(): Promise<void>;
}

/** A quiet editor: nothing opens, updates, reports or helps by itself. */
const quiet = {
	"chat.agentHost.enabled": false,
	"chat.disableAIFeatures": true,
	"extensions.autoCheckUpdates": false,
	"extensions.autoUpdate": false,
	"extensions.ignoreRecommendations": true,
	"files.autoSave": "off",
	"git.enabled": false,
	"security.workspace.trust.enabled": false,
	"telemetry.telemetryLevel": "off",
	"workbench.enableExperiments": false,
	"workbench.secondarySideBar.defaultVisibility": "hidden",
	"workbench.startupEditor": "none",
};

/** In the system's folder for temporary files: VS Code's sockets live in it, and their paths may have 103 characters. */
export async function makeProfile(): Promise<Profile> {
	const home = await mkdtemp(path.join(tmpdir(), "vsc-"));
	const userData = path.join(home, "data");
	await mkdir(path.join(userData, "User"), { recursive: true });
	await writeFile(path.join(userData, "User/settings.json"), JSON.stringify(quiet, null, "\t"));
	// The server of an ended session may still be writing its last state.
	const remove = () => rm(home, { recursive: true, force: true, maxRetries: 5 });
	return { home, userData, extensions: path.join(home, "ext"), remove };
}
