/** Every finding the editor knows of, with what a person ticked. */
import * as vscode from "vscode";
import { type DiagnosticData, displayName } from "../../shared/protocol";

export interface ListedFinding {
	readonly uri: vscode.Uri;
	readonly rule: string;
	readonly message: string;
	readonly range: vscode.Range;
	/** Undefined where there is no fix. */
	readonly fix: { readonly group: string; readonly applicability: "safe" | "suggested" } | undefined;
}

/** Diagnostics come in bursts. Milliseconds. */
const quietTime = 100;

export class FindingList implements vscode.Disposable {
	readonly #changed = new vscode.EventEmitter<void>();
	/** What a person changed, by file and group; safe fixes are ticked from the start. */
	readonly #ticks = new Map<string, boolean>();
	readonly #listener = vscode.languages.onDidChangeDiagnostics(() => this.#soon());
	#all: readonly ListedFinding[] = [];
	#timer: NodeJS.Timeout | undefined;

	readonly onDidChange = this.#changed.event;

	constructor() {
		this.#soon();
	}

	/** By file, then by place. */
	get all(): readonly ListedFinding[] {
		return this.#all;
	}

	isTicked(finding: ListedFinding): boolean {
		if (!finding.fix) return false;
		return this.#ticks.get(keyOf(finding)) ?? finding.fix.applicability === "safe";
	}

	/** Findings that share a fix are ticked together. @returns all findings whose tick that is */
	tick(findings: readonly ListedFinding[], isTicked: boolean): readonly ListedFinding[] {
		const keys = new Set(findings.filter(({ fix }) => fix).map(keyOf));
		for (const key of keys) this.#ticks.set(key, isTicked);
		return this.#all.filter((one) => one.fix && keys.has(keyOf(one)));
	}

	dispose(): void {
		clearTimeout(this.#timer);
		this.#listener.dispose();
		this.#changed.dispose();
	}

	#soon(): void {
		clearTimeout(this.#timer);
		this.#timer = setTimeout(() => this.#read(), quietTime);
	}

	#read(): void {
		const all = vscode.languages
			.getDiagnostics()
			.flatMap(([uri, diagnostics]) =>
				diagnostics.filter(({ source }) => source === displayName).map((one) => findingOf(uri, one)),
			);
		this.#all = all.sort(byPlace);
		this.#changed.fire();
	}
}

function keyOf({ uri, fix }: ListedFinding): string {
	return `${uri.toString()}\n${fix?.group}`;
}

function findingOf(uri: vscode.Uri, diagnostic: vscode.Diagnostic & { data?: DiagnosticData }): ListedFinding {
	const { data, code, message, range } = diagnostic;
	const isKnown = data?.version === 1 && data.group !== null && data.applicability !== null;
	return {
		uri,
		rule: typeof code === "object" ? String(code.value) : String(code),
		message,
		range,
		fix:
			isKnown && data.group && data.applicability
				? { group: data.group, applicability: data.applicability }
				: undefined,
	};
}

function byPlace(a: ListedFinding, b: ListedFinding): number {
	const [one, other] = [a.uri.toString(), b.uri.toString()];
	if (one !== other) return one < other ? -1 : 1;
	return a.range.start.compareTo(b.range.start);
}
