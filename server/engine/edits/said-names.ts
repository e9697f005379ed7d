/** Names that an edit writes: they are used again, whatever else goes. */
import type { Operation } from "./operation";

/** Names, not members of something (`.key`) and not keys (`apiKey: …`). */
const word = /(?<![\w$.])[A-Za-z_$][\w$]*(?![\w$]|:(?!:))/g;

export function saidNames(operations: readonly Operation[]): ReadonlySet<string> {
	return new Set(operations.flatMap((one) => textOf(one).match(word) ?? []));
}

/** The source text that an operation writes. */
export function textOf(operation: Operation): string {
	switch (operation.op) {
		case "replace":
			return operation.newText;
		case "put":
			return operation.value;
		case "insert-line":
			return operation.text;
		default:
			return "";
	}
}
