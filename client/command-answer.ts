/** How commands speak: only as an answer, and never without a way to the log when they fail. */
import * as vscode from "vscode";

const { l10n } = vscode;

/**
 * Runs a command's work; a failure is said, with a way to the log. A cancellation is no failure.
 * @returns what the work gives, for who runs the command from code; undefined when it failed
 */
export async function answer<Result>(
	log: vscode.LogOutputChannel,
	run: () => Promise<Result>,
): Promise<Result | undefined> {
	try {
		return await run();
	} catch (error) {
		if (error instanceof vscode.CancellationError) return undefined;
		log.error(error instanceof Error ? error.message : String(error));
		const showLog = l10n.t("Show Log");
		const picked = await vscode.window.showErrorMessage(l10n.t("This did not work. The log says why."), showLog);
		if (picked === showLog) log.show();
		return undefined;
	}
}

/** `1 file`, `2 files`: the numbers that messages speak of. */
export function filesText(count: number): string {
	return count === 1 ? l10n.t("1 file") : l10n.t("{0} files", count);
}

export function findingsText(count: number): string {
	return count === 1 ? l10n.t("1 finding") : l10n.t("{0} findings", count);
}
