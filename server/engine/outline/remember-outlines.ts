/**
 * Outlines of the documents that somebody types in: each is made from the one before, in a fraction of the time that
 * a text needs which was never seen. Without syntax errors a text has one tree, however it came about; with errors the
 * tree may depend on what stood there before (PHP's does), so a broken text is parsed afresh. Trees hold memory of the
 * parser's that is never given back: forget what is closed.
 */
import type { Tree } from "web-tree-sitter";
import type { Language } from "../languages/language";
import { type Built, buildTraced } from "./build";
import type { Grammars } from "./grammars";
import type { NodeTable } from "./node-table";
import { NotReusable, newReuse } from "./reuse";
import type { Range } from "./schema";
import { editBetween, pointAt, type TextEdit } from "./text-edit";

export interface RememberingGrammars extends Grammars {
	/** The document is closed. */
	forget(uri: string): void;
}

interface Remembered extends Built {
	readonly language: Language;
	readonly text: string;
	readonly tree: Tree;
}

/** @param isOpen whether that is the text of an open document at this moment; any other text is read as if it were alone */
export function rememberOutlines(
	grammars: Grammars,
	isOpen: (uri: string, text: string) => boolean,
): RememberingGrammars {
	const known = new Map<string, Remembered>();
	return {
		parse: (wasm, text, previous) => grammars.parse(wasm, text, previous),
		remembered(uri, language, text) {
			if (!isOpen(uri, text)) return undefined;
			const before = known.get(uri);
			if (before?.language === language && before.text === text) return before.outline;
			known.delete(uri);
			const now = read(grammars, language, text, before?.language === language ? before : undefined);
			before?.tree.delete();
			if (now) known.set(uri, now);
			return now?.outline;
		},
		forget(uri) {
			known.get(uri)?.tree.delete();
			known.delete(uri);
		},
	};
}

function read(
	grammars: Grammars,
	language: Language,
	text: string,
	before: Remembered | undefined,
): Remembered | undefined {
	if (language.reading.kind !== "grammar") return undefined;
	const { wasm, table } = language.reading;
	const edit = before && editBetween(before.text, text);
	if (before && edit) tell(before, text, edit);
	const quick = grammars.parse(wasm, text, before?.tree);
	if (!quick) return undefined;
	const isBroken = before !== undefined && quick.rootNode.hasError;
	const tree = isBroken ? grammars.parse(wasm, text) : quick;
	if (isBroken) quick.delete();
	if (!tree) return undefined;
	const built = before && edit ? buildAgain(before, edit, table, tree, text) : undefined;
	return { language, text, tree, ...(built ?? buildTraced(language.id, table, tree, text)) };
}

function tell({ tree, text: before }: Remembered, text: string, { start, oldEnd, newEnd }: TextEdit): void {
	tree.edit({
		startIndex: start,
		oldEndIndex: oldEnd,
		newEndIndex: newEnd,
		startPosition: pointAt(text, start),
		oldEndPosition: pointAt(before, oldEnd),
		newEndPosition: pointAt(text, newEnd),
	} as Parameters<Tree["edit"]>[0]);
}

function buildAgain(before: Remembered, edit: TextEdit, table: NodeTable, tree: Tree, text: string): Built | undefined {
	const touched = before.tree.getChangedRanges(tree).map(({ startIndex, endIndex }): Range => [startIndex, endIndex]);
	const reuse = newReuse(before.outline, before.trace, edit, touched);
	if (!reuse) return undefined;
	try {
		return buildTraced(before.language.id, table, tree, text, reuse);
	} catch (error) {
		if (error instanceof NotReusable) return undefined;
		throw error;
	}
}
