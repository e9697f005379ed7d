/** What a test of the connection found, as a page that a person reads and may paste: a table of steps, and what to do. */
import * as vscode from "vscode";
import type { ConnectionReport, ConnectionStep, StepId } from "../../shared/connection";
import type { FoundKey } from "./api-key";

const { l10n } = vscode;

const scheme = "migrate-helicone-connection";

/** Each test has a document of its own: one that VS Code still holds would show the test before. */
export class ReportDocument implements vscode.TextDocumentContentProvider, vscode.Disposable {
	readonly #registration = vscode.workspace.registerTextDocumentContentProvider(scheme, this);
	readonly #texts = new Map<string, string>();

	provideTextDocumentContent(uri: vscode.Uri): string {
		return this.#texts.get(uri.query) ?? "";
	}

	async show(report: ConnectionReport, from: FoundKey["from"]): Promise<void> {
		const query = String(this.#texts.size + 1);
		this.#texts.set(query, reportText(report, from));
		const path = `/${l10n.t("Connection to Concentrate")}.md`;
		const document = await vscode.workspace.openTextDocument(vscode.Uri.from({ scheme, path, query }));
		await vscode.window.showTextDocument(document, { preview: true });
	}

	dispose(): void {
		this.#registration.dispose();
	}
}

/** Nothing in it is secret. */
function reportText(report: ConnectionReport, from: FoundKey["from"]): string {
	const advice = report.steps.flatMap(({ id, advice: one }) => (one === null ? [] : [`**${stepTitle(id)}:** ${one}`]));
	const head = [`# ${l10n.t("Connection to Concentrate")}`, outcomeText(report), ...advice];
	return `${[...head, table(report.steps), keyText(from)].join("\n\n")}\n`;
}

function outcomeText({ outcome, address }: ConnectionReport): string {
	switch (outcome) {
		case "passed":
			return l10n.t("All is well: {0} answers, and the key is good.", address);
		case "keyless":
			return l10n.t("{0} answers. No request was made with a key.", address);
		case "failed":
			return l10n.t("The connection to {0} does not work yet.", address);
		case "unreachable":
			return l10n.t("There is no answer from {0}.", address);
		case "cancelled":
			return l10n.t("The test was cancelled.");
	}
}

/** Aligned, so that it can be read as it stands. */
function table(steps: readonly ConnectionStep[]): string {
	const titles = [l10n.t("Step"), l10n.t("Result"), l10n.t("Seen"), l10n.t("Time"), l10n.t("Request id")];
	const rows = [titles, ...steps.map(cells)];
	const widths = titles.map((_, column) => Math.max(3, ...rows.map((row) => row[column]?.length ?? 0)));
	const line = (row: readonly string[]) =>
		`| ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(" | ")} |`;
	return [line(titles), line(widths.map((width) => "-".repeat(width))), ...rows.slice(1).map(line)].join("\n");
}

function cells({ id, outcome, says, milliseconds, requestId }: ConnectionStep): readonly string[] {
	const time = milliseconds === null ? "" : l10n.t("{0} ms", milliseconds);
	return [stepTitle(id), resultWord(outcome), says.replaceAll("|", "\\|"), time, requestId ?? ""];
}

function resultWord(outcome: ConnectionStep["outcome"]): string {
	if (outcome === "passed") return l10n.t("passed");
	return outcome === "failed" ? l10n.t("failed") : l10n.t("not tried");
}

export function stepTitle(id: StepId): string {
	const titles: Readonly<Record<StepId, string>> = {
		address: l10n.t("Address"),
		health: l10n.t("Health"),
		catalogue: l10n.t("Model catalogue"),
		key: l10n.t("API key"),
		request: l10n.t("One small request"),
	};
	return titles[id];
}

function keyText(from: FoundKey["from"]): string {
	switch (from) {
		case "storage":
			return l10n.t("The key came from VS Code's secret storage.");
		case "environment":
			return l10n.t("The key came from the environment (CONCENTRATE_API_KEY).");
		case "prompt":
			return l10n.t("The key was typed for this test and is not kept.");
		case "nowhere":
			return l10n.t("No key was given. Set the Concentrate API Key keeps one.");
	}
}
