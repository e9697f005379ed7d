/** *Migrate Workspace* and *Preview Migration*: plan, ask, check, apply as one edit with one undo, say what is left. */
import * as vscode from "vscode";
import { type CheckPlanResult, checkPlanRequest, type PlanResult } from "../../shared/migration-protocol";
import { filesText, findingsText } from "../command-answer";
import type { ServerProcess } from "../server-process";
import { askAboutHalves } from "./half-taken";
import { makePlan, type Wanted } from "./plan";
import { askDespiteGit, askHow } from "./questions";
import { openReport } from "./report";
import { type Take, workspaceEditOf } from "./workspace-edit";

const { l10n } = vscode;

/** A file that changes all the time must not keep us planning for ever. */
const mostPlans = 3;

/** @param isPreview whether VS Code's preview is shown unasked */
export async function migrate(server: ServerProcess, wanted: Wanted, isPreview: boolean): Promise<void> {
	const plan = await makePlan(server, wanted);
	if (plan.files.length === 0) return say(nothingText(plan));
	const take = isPreview ? await previewUnlessDirty(plan) : await askHow(plan);
	if (take === undefined) return;
	// Nothing is left open to choose from: then nothing has to wait either.
	if (take === "all" && plan.postponed.length > 0) return carryOutWhole(server, wanted);
	await carryOut(server, wanted, plan, take);
}

async function previewUnlessDirty(plan: PlanResult): Promise<Take | undefined> {
	return (await askDespiteGit(plan)) ? "preview" : undefined;
}

async function carryOutWhole(server: ServerProcess, wanted: Wanted): Promise<void> {
	const whole: Wanted = { ...wanted, isPreview: false };
	await carryOut(server, whole, await makePlan(server, whole), "all");
}

/** Plans again whenever a file is not what the plan was made for. */
async function carryOut(server: ServerProcess, wanted: Wanted, first: PlanResult, take: Take): Promise<void> {
	let plan = first;
	for (let round = 0; round < mostPlans; round++) {
		if (await isOutdated(server, plan)) {
			plan = await makePlan(server, wanted);
			continue;
		}
		if (await apply(plan, take)) {
			if (take === "preview") await askAboutHalves(server, plan);
			return saySettled(server, wanted, plan, take);
		}
		if (!(await isOutdated(server, plan)))
			return void vscode.window.setStatusBarMessage(l10n.t("Nothing was changed."), 5000);
		if (!(await askAgain())) return;
		plan = await makePlan(server, wanted);
	}
	say(l10n.t("The files change all the time. Nothing was done, please try again."));
}

/** @returns false when the person closed the preview, or VS Code refused since a file has changed meanwhile */
export async function apply(plan: PlanResult, take: Take): Promise<boolean> {
	try {
		// A refactoring: VS Code saves the files it changes, instead of opening them all with unsaved changes.
		return await vscode.workspace.applyEdit(workspaceEditOf(plan, take), { isRefactoring: true });
	} catch {
		return false;
	}
}

export async function isOutdated(server: ServerProcess, { id }: PlanResult): Promise<boolean> {
	const result: CheckPlanResult = await server.request(checkPlanRequest, { id });
	return result.changed === null || result.changed.length > 0;
}

async function askAgain(): Promise<boolean> {
	const again = l10n.t("Plan Again");
	const text = l10n.t("Files have changed since the preview, so nothing was applied.");
	return (await vscode.window.showInformationMessage(text, again)) === again;
}

async function saySettled(server: ServerProcess, wanted: Wanted, plan: PlanResult, take: Take): Promise<void> {
	const open = l10n.t("Open Report");
	const more = l10n.t("Preview the Rest");
	const text =
		take === "preview"
			? l10n.t("The migration has been applied.")
			: l10n.t("{0} migrated in {1}.", findingsText(settledBy(plan, take)), filesText(filesBy(plan, take)));
	const isMore = plan.postponed.length > 0 && take !== "safe";
	const rest = isMore ? l10n.t(" Suggested fixes of {0} can be taken now.", plan.postponed.join(", ")) : "";
	const picked = await vscode.window.showInformationMessage(
		text + takenBackText(plan) + rest,
		...(isMore ? [more] : []),
		open,
	);
	if (picked === open) await openReport(server, plan.id);
	if (picked === more) await migrate(server, wanted, true);
}

/** Nobody should look for the fault in their own code. */
function takenBackText({ dropped }: PlanResult): string {
	if (dropped === 0) return "";
	return l10n.t(
		" {0} left as it was, since the fix would have broken the file: the report says where.",
		findingsText(dropped),
	);
}

function filesBy({ files }: PlanResult, take: Take): number {
	return files.filter(({ edits }) => take !== "safe" || edits.some(({ applicability }) => applicability === "safe"))
		.length;
}

function settledBy({ settled, suggested }: PlanResult, take: Take): number {
	return take === "safe" ? settled - suggested : settled;
}

function nothingText(plan: PlanResult): string {
	const { found } = plan;
	if (found === 0) return l10n.t("Nothing of Helicone is left.");
	return l10n.t("Nothing could be fixed by itself. {0} left for you.", findingsText(found)) + takenBackText(plan);
}

function say(text: string): void {
	void vscode.window.showInformationMessage(text);
}
