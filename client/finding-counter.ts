/** How many of our findings the editor knows, in all and per file. Counts what changed, never everything anew. */
import * as vscode from "vscode";
import { displayName } from "../shared/protocol";

export class FindingCounter implements vscode.Disposable {
	readonly #counts = new Map<string, number>();
	readonly #changed = new vscode.EventEmitter<void>();
	readonly #listener = vscode.languages.onDidChangeDiagnostics(({ uris }) => this.#recount(uris));
	#total = 0;

	readonly onDidChange = this.#changed.event;

	/** Findings in all files. */
	get total(): number {
		return this.#total;
	}

	/** Files with findings. */
	get files(): number {
		return this.#counts.size;
	}

	in(uri: vscode.Uri): number {
		return this.#counts.get(uri.toString()) ?? 0;
	}

	dispose(): void {
		this.#listener.dispose();
		this.#changed.dispose();
	}

	#recount(uris: readonly vscode.Uri[]): void {
		let changed = false;
		for (const uri of uris) {
			const before = this.in(uri);
			const now = vscode.languages.getDiagnostics(uri).filter((one) => one.source === displayName).length;
			if (now === before) continue;
			changed = true;
			this.#total += now - before;
			if (now > 0) this.#counts.set(uri.toString(), now);
			else this.#counts.delete(uri.toString());
		}
		if (changed) this.#changed.fire();
	}
}
