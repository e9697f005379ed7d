/** What comes after the fixes: comments at what is left, and, once all is verified, the end of what was only kept for safety. */
import * as vscode from "vscode";
import type { PlanResult } from "../../shared/migration-protocol";
import { commands } from "../../shared/protocol";
import { filesText } from "../command-answer";
import type { ServerProcess } from "../server-process";
import { makePlan, type Wanted } from "./plan";
import { apply, isOutdated } from "./run-migration";

const { l10n } = vscode;

/** No fix is ticked. */
const noFix: Wanted = { uris: [], applicability: "safe", ticked: {}, isPreview: false };

/** Comments at what no fix settles. A comment is easily undone, so nothing is asked. */
export async function markLeft(server: ServerProcess): Promise<void> {
	const plan = await makePlan(server, { ...noFix, lastly: "mark" });
	if (plan.files.length === 0) return say(l10n.t("Nothing is left that could be marked."));
	await carryOut(server, plan);
	say(l10n.t("TODO comments have been put in {0}.", filesText(plan.files.length)));
}

/** Takes the commented-out provider keys away, and the TODO comments that are done: only after a test that passed, or a person's word. */
export async function finishMigration(server: ServerProcess): Promise<void> {
	const plan = await makePlan(server, { ...noFix, lastly: "finish" });
	if (plan.files.length === 0) return say(l10n.t("There is nothing to finish: no key is commented out by a fix."));
	if (!(await isVerified(plan))) return;
	// The test may have taken a while.
	const fresh = (await isOutdated(server, plan)) ? await makePlan(server, { ...noFix, lastly: "finish" }) : plan;
	await carryOut(server, fresh);
	say(l10n.t("Finished: what was kept for safety is gone from {0}.", filesText(fresh.files.length)));
}

async function isVerified({ files, left }: PlanResult): Promise<boolean> {
	const test = l10n.t("Test the Connection First");
	const verified = l10n.t("It Is Verified");
	const question = l10n.t("Remove what was kept until the migration is verified?");
	const lines = [
		l10n.t(
			"Provider keys that fixes commented out, and TODO comments that are done, go from {0}.",
			filesText(files.length),
		),
		...(left > 0 ? [l10n.t("There are still findings: {0}.", left)] : []),
	];
	const options = { modal: true, detail: lines.join("\n\n") };
	const picked = await vscode.window.showWarningMessage(question, options, test, verified);
	if (picked !== test) return picked === verified;
	const passed = (await vscode.commands.executeCommand<unknown>(commands.testConnection)) === true;
	if (!passed) say(l10n.t("The connection test has not passed, so everything stays as it is."));
	return passed;
}

async function carryOut(server: ServerProcess, plan: PlanResult): Promise<void> {
	if (await isOutdated(server, plan)) throw new Error("the files have changed meanwhile");
	if (!(await apply(plan, "all"))) throw new Error("VS Code refused the edit");
}

function say(text: string): void {
	void vscode.window.showInformationMessage(text);
}
