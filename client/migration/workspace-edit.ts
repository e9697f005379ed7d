/** A plan as VS Code applies it: at once, or through its refactor preview. */
import * as vscode from "vscode";
import type { PlannedEdit, PlanResult } from "../../shared/migration-protocol";
import { rules } from "../../shared/rules";

const { l10n } = vscode;

export type Take = "safe" | "all" | "preview";

/**
 * @param take `preview`: with annotations, so that VS Code shows its preview; safe changes are ticked there, suggested ones not
 * @returns one edit, and with it one undo step
 */
export function workspaceEditOf({ files }: PlanResult, take: Take): vscode.WorkspaceEdit {
	const edit = new vscode.WorkspaceEdit();
	for (const { uri, edits } of files) {
		const target = vscode.Uri.parse(uri);
		for (const one of edits) {
			if (take === "safe" && one.applicability !== "safe") continue;
			edit.replace(target, rangeOf(one), one.newText, take === "preview" ? annotationOf(one) : undefined);
		}
	}
	if (take === "preview") askAtLeastOnce(edit, files);
	return edit;
}

/** VS Code groups by label when asked to ("Group Changes By Type"), and says the description beside it. */
function annotationOf({ rule, title, applicability }: PlannedEdit): vscode.WorkspaceEditEntryMetadata {
	const known = rules.find(({ id }) => id === rule);
	const name = known?.title ?? rule;
	return applicability === "safe"
		? { needsConfirmation: false, label: name, description: title }
		: { needsConfirmation: true, label: l10n.t("{0} (suggested)", name), description: title };
}

/** VS Code shows its preview only if some change needs a confirmation. Where all are safe, an empty one does. */
function askAtLeastOnce(edit: vscode.WorkspaceEdit, files: PlanResult["files"]): void {
	const asks = files.some(({ edits }) => edits.some(({ applicability }) => applicability === "suggested"));
	const [first] = files;
	if (asks || !first) return;
	edit.insert(vscode.Uri.parse(first.uri), new vscode.Position(0, 0), "", {
		needsConfirmation: true,
		label: l10n.t("Everything here is safe"),
		description: l10n.t("Changes nothing; it only lets you look first"),
	});
}

function rangeOf({ range: { start, end } }: PlannedEdit): vscode.Range {
	return new vscode.Range(start.line, start.character, end.line, end.character);
}
