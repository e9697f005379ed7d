/** The tree of findings, by file or by rule, with checkboxes for what is to be migrated. */
import * as vscode from "vscode";
import { explainRequest } from "../../shared/migration-protocol";
import { commands, section } from "../../shared/protocol";
import { rules } from "../../shared/rules";
import { findingsText } from "../command-answer";
import type { ServerProcess } from "../server-process";
import { FindingList, type ListedFinding } from "./finding-list";

const { l10n } = vscode;

type Grouping = "file" | "rule";

interface Group {
	readonly kind: "group";
	readonly id: string;
	readonly label: string;
	readonly uri: vscode.Uri | undefined;
	readonly findings: readonly ListedFinding[];
}

type Entry = Group | ListedFinding;

export class FindingTree implements vscode.TreeDataProvider<Entry>, vscode.Disposable {
	readonly #list = new FindingList();
	readonly #changed = new vscode.EventEmitter<undefined | Entry[]>();
	readonly #view: vscode.TreeView<Entry>;
	#grouping: Grouping = "file";
	/** As shown: VS Code knows an entry again by its object. */
	#groups: readonly Group[] = [];

	readonly onDidChangeTreeData = this.#changed.event;

	constructor(
		context: vscode.ExtensionContext,
		readonly server: ServerProcess,
	) {
		this.#view = vscode.window.createTreeView<Entry>(`${section}.findings`, {
			treeDataProvider: this,
			showCollapseAll: true,
			manageCheckboxStateManually: true,
		});
		const register = (name: string, run: (one: unknown) => unknown) =>
			context.subscriptions.push(vscode.commands.registerCommand(name, run));
		register(commands.groupByFile, () => this.#groupBy("file"));
		register(commands.groupByRule, () => this.#groupBy("rule"));
		register(commands.explainFinding, (one) => this.#explain(one as Entry | undefined));
		context.subscriptions.push(
			this,
			this.#view,
			this.#list.onDidChange(() => this.#refresh()),
			this.#view.onDidChangeCheckboxState(({ items }) => this.#tick(items)),
		);
		this.#groupBy("file");
	}

	/** What is ticked, as a plan wants it: groups of fixes by the uri of their file. */
	ticked(): Readonly<Record<string, readonly string[]>> {
		const ticked: Record<string, string[]> = {};
		for (const finding of this.#list.all) {
			if (!finding.fix || !this.#list.isTicked(finding)) continue;
			const uri = this.server.client.code2ProtocolConverter.asUri(finding.uri);
			const groups = ticked[uri] ?? [];
			if (!groups.includes(finding.fix.group)) groups.push(finding.fix.group);
			ticked[uri] = groups;
		}
		return ticked;
	}

	getChildren(entry?: Entry): Entry[] {
		if (!entry) return [...this.#groups];
		return isGroup(entry) ? [...entry.findings] : [];
	}

	getTreeItem(entry: Entry): vscode.TreeItem {
		return isGroup(entry) ? this.#groupItem(entry) : this.#findingItem(entry);
	}

	/** Why it is found, asked for when somebody rests on it. */
	async resolveTreeItem(item: vscode.TreeItem, entry: Entry): Promise<vscode.TreeItem> {
		if (!isGroup(entry)) item.tooltip = await this.#why(entry);
		return item;
	}

	dispose(): void {
		this.#list.dispose();
		this.#changed.dispose();
	}

	#groupBy(grouping: Grouping): void {
		this.#grouping = grouping;
		void vscode.commands.executeCommand("setContext", `${section}.grouping`, grouping);
		this.#refresh();
	}

	#refresh(): void {
		const { all } = this.#list;
		this.#groups = this.#grouping === "file" ? this.#files() : this.#rules();
		this.#view.description = all.length === 0 ? "" : findingsText(all.length);
		void vscode.commands.executeCommand("setContext", `${section}.hasFindings`, all.length > 0);
		this.#changed.fire(undefined);
	}

	/** Only what has changed is drawn again: a click into a tree that is drawn as a whole would be lost. */
	#tick(items: readonly (readonly [Entry, vscode.TreeItemCheckboxState])[]): void {
		const ticked = new Set<ListedFinding>();
		for (const [entry, state] of items) {
			const findings = isGroup(entry) ? entry.findings : [entry];
			const isTicked = state === vscode.TreeItemCheckboxState.Checked;
			for (const one of this.#list.tick(findings, isTicked)) ticked.add(one);
		}
		this.#changed.fire(this.#groups.filter(({ findings }) => findings.some((one) => ticked.has(one))));
	}

	#files(): Group[] {
		return groupsOf(this.#list.all, ({ uri }) => uri.toString()).map(([id, findings]) => {
			const uri = findings[0]?.uri;
			return { kind: "group", id, label: uri ? vscode.workspace.asRelativePath(uri) : id, uri, findings };
		});
	}

	/** In the order in which people read the rules. */
	#rules(): Group[] {
		const groups = new Map(groupsOf(this.#list.all, ({ rule }) => rule));
		return rules.flatMap(({ id, title }): Group[] => {
			const findings = groups.get(id);
			return findings ? [{ kind: "group", id, label: l10n.t(title), uri: undefined, findings }] : [];
		});
	}

	#groupItem({ id, label, uri, findings }: Group): vscode.TreeItem {
		const fixable = findings.filter(({ fix }) => fix);
		const ticked = fixable.filter((one) => this.#list.isTicked(one)).length;
		const item = new vscode.TreeItem(label, vscode.TreeItemCollapsibleState.Collapsed);
		item.id = id;
		item.description = `${findings.length}`;
		item.iconPath = uri ? vscode.ThemeIcon.File : new vscode.ThemeIcon("law");
		if (uri) item.resourceUri = uri;
		item.tooltip = l10n.t("{0}, {1} of them ticked for migration", findingsText(findings.length), ticked);
		item.accessibilityInformation = { label: `${label}: ${item.tooltip}` };
		item.contextValue = "group";
		if (fixable.length > 0) item.checkboxState = checkbox(ticked === fixable.length, l10n.t("all of {0}", label));
		return item;
	}

	#findingItem(finding: ListedFinding): vscode.TreeItem {
		const { message, rule, range, uri, fix } = finding;
		const item = new vscode.TreeItem(message);
		const line = range.start.line + 1;
		const place = this.#grouping === "file" ? `${line}` : `${vscode.workspace.asRelativePath(uri)}:${line}`;
		item.description = `${place} ${fixText(finding)}`;
		item.iconPath = new vscode.ThemeIcon(fix ? (fix.applicability === "safe" ? "pass" : "eye") : "person");
		item.accessibilityInformation = { label: l10n.t("{0} Line {1}, {2}, {3}.", message, line, rule, fixText(finding)) };
		item.contextValue = "finding";
		item.command = {
			command: "vscode.open",
			title: l10n.t("Open"),
			arguments: [uri, { selection: range, preserveFocus: true } satisfies vscode.TextDocumentShowOptions],
		};
		if (fix) item.checkboxState = checkbox(this.#list.isTicked(finding), message);
		return item;
	}

	/** By keyboard: the same as the tooltip, in the editor's hover. */
	async #explain(entry: Entry | undefined): Promise<void> {
		const chosen = entry ?? this.#view.selection[0];
		if (!chosen || isGroup(chosen)) return;
		const selection = new vscode.Range(chosen.range.start, chosen.range.start);
		await vscode.window.showTextDocument(chosen.uri, { selection });
		await vscode.commands.executeCommand("editor.action.showHover", { focus: "autoFocusImmediately" });
	}

	async #why({ uri, rule, range, message }: ListedFinding): Promise<vscode.MarkdownString | string> {
		const asked = { uri: this.server.client.code2ProtocolConverter.asUri(uri), rule, range: plain(range) };
		const { markdown } = await this.server.request(explainRequest, asked).catch(() => ({ markdown: null }));
		return markdown === null ? message : new vscode.MarkdownString(markdown);
	}
}

function isGroup(entry: Entry): entry is Group {
	return "kind" in entry;
}

function groupsOf(
	findings: readonly ListedFinding[],
	keyOf: (finding: ListedFinding) => string,
): [string, ListedFinding[]][] {
	const groups = new Map<string, ListedFinding[]>();
	for (const finding of findings) {
		const group = groups.get(keyOf(finding));
		if (group) group.push(finding);
		else groups.set(keyOf(finding), [finding]);
	}
	return [...groups];
}

function fixText({ fix }: ListedFinding): string {
	if (!fix) return l10n.t("by hand");
	return fix.applicability === "safe" ? l10n.t("safe") : l10n.t("suggested");
}

function checkbox(isChecked: boolean, what: string): NonNullable<vscode.TreeItem["checkboxState"]> {
	const { Checked, Unchecked } = vscode.TreeItemCheckboxState;
	const label = isChecked ? l10n.t("{0}: will be migrated", what) : l10n.t("{0}: stays as it is", what);
	return { state: isChecked ? Checked : Unchecked, tooltip: label, accessibilityInformation: { label } };
}

function plain({ start, end }: vscode.Range) {
	return {
		start: { line: start.line, character: start.character },
		end: { line: end.line, character: end.character },
	};
}
