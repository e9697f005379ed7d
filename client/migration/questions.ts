/** What a person is asked before anything is changed. */
import * as vscode from "vscode";
import type { PlanResult } from "../../shared/migration-protocol";
import { rules } from "../../shared/rules";
import { filesText, findingsText } from "../command-answer";
import type { Take } from "./workspace-edit";

const { l10n } = vscode;

/** Names in a message: more would hide its buttons. */
const mostNames = 5;

/** @returns undefined when the person would rather not */
export async function askHow(plan: PlanResult): Promise<Take | undefined> {
	const all = plan.suggested > 0 ? l10n.t("All Fixes") : l10n.t("Migrate");
	const safe = l10n.t("Safe Fixes Only");
	const preview = l10n.t("Preview");
	const hasSafe = plan.settled > plan.suggested;
	// The first button is what Enter presses: what nobody has to look at.
	const buttons = [...(plan.suggested > 0 && hasSafe ? [safe] : []), all, preview];
	const question = l10n.t("Migrate {0} to Concentrate?", filesText(plan.files.length));
	const detail = [countText(plan), dirtyText(plan)].filter((text) => text !== "").join("\n\n");
	const picked = await vscode.window.showWarningMessage(question, { modal: true, detail }, ...buttons);
	if (picked === preview) return "preview";
	if (picked === safe) return "safe";
	return picked === all ? "all" : undefined;
}

/** Asked only where git could not bring the files back as they are. @returns whether to go on */
export async function askDespiteGit(plan: PlanResult): Promise<boolean> {
	if (plan.git.dirty.length === 0) return true;
	const goOn = l10n.t("Continue");
	const question = l10n.t("Some files have changes that are not committed.");
	return (await vscode.window.showWarningMessage(question, { modal: true, detail: dirtyText(plan) }, goOn)) === goOn;
}

/** @returns undefined when the person would rather not */
export async function askRules(): Promise<readonly string[] | undefined> {
	const items = rules.map(({ id, title }) => ({ label: l10n.t(title), description: id, picked: true }));
	const picked = await vscode.window.showQuickPick(items, {
		canPickMany: true,
		title: l10n.t("Preview Migration of Some Rules"),
		placeHolder: l10n.t("Rules whose findings are to be migrated"),
		matchOnDescription: true,
	});
	return picked && picked.length > 0 ? picked.map(({ description }) => description) : undefined;
}

function countText({ settled, suggested, left }: PlanResult): string {
	const safe = settled - suggested;
	return [
		...(safe > 0 ? [l10n.t("{0}: settled safely, the program means the same afterwards.", findingsText(safe))] : []),
		...(suggested > 0 ? [l10n.t("{0}: settled by fixes that you should look at.", findingsText(suggested))] : []),
		...(left > 0 ? [l10n.t("{0}: left for you.", findingsText(left))] : []),
	].join("\n");
}

function dirtyText({ git: { dirty } }: PlanResult): string {
	if (dirty.length === 0) return "";
	const names = dirty.slice(0, mostNames).join(", ");
	const more = dirty.length > mostNames ? l10n.t(" and {0} more", dirty.length - mostNames) : "";
	return l10n.t("Not committed yet: {0}{1}. Git could not tell these changes from the migration's.", names, more);
}
