/** A plan as VS Code applies it: at once, or through its refactor preview. */
import * as vscode from "vscode";
import type { PlainEdit, PlannedEdit, PlanResult } from "../../shared/migration-protocol";
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
function annotationOf(edit: PlannedEdit): vscode.WorkspaceEditEntryMetadata {
	const known = rules.find(({ id }) => id === edit.rule);
	const name = known ? l10n.t(known.title) : edit.rule;
	const description = descriptionOf(edit);
	return edit.applicability === "safe"
		? { needsConfirmation: false, label: name, description }
		: { needsConfirmation: true, label: l10n.t("{0} (suggested)", name), description };
}

/** VS Code ticks edits one by one: whoever looks is told what hangs together. */
function descriptionOf({ title, companions }: PlannedEdit): string {
	if (companions === 0) return title;
	return companions === 1
		? l10n.t("{0}; belongs together with 1 other change", title)
		: l10n.t("{0}; belongs together with {1} other changes", title, companions);
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

export function rangeOf({ range: { start, end } }: PlainEdit): vscode.Range {
	return new vscode.Range(start.line, start.character, end.line, end.character);
}
