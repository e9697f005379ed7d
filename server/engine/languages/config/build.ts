/** ConfigNodes → Outline. Environment blocks become assignments, as in a `.env` file; everything else entries and values. */
import { finishOutline } from "../../outline/finish-outline";
import { newAssign, newItem, newList, newOpaque, newRef, newStr } from "../../outline/nodes";
import type { Comment, Expr, Item, Outline, Range, Ref, Str } from "../../outline/schema";
import { definesVariables, listsVariables, namesVariable } from "./environment-keys";
import { holesIn } from "./holes";
import type { ConfigEntry, ConfigItem, ConfigMap, ConfigNode, ConfigScalar, ConfigSeq } from "./node";
import { scalarText } from "./node";

export interface ConfigText {
	readonly language: string;
	readonly text: string;
	/** Documents of the file. */
	readonly roots: readonly ConfigNode[];
	readonly comments: readonly Comment[];
	readonly broken: readonly Range[];
}

type Path = readonly string[];

export function buildConfig({ language, text, roots, comments, broken }: ConfigText): Outline {
	const items = roots.map((root) => newItem(root.range, "statement", build(text, root, [])));
	const root = newList([0, text.length], "block", items);
	return finishOutline({ language, text, root, comments, broken });
}

function build(text: string, node: ConfigNode, path: Path): Expr {
	switch (node.kind) {
		case "scalar":
			return scalar(text, node, path);
		case "map":
			return newList(
				node.range,
				"map",
				node.entries.map((entry) => mapItem(text, node, entry, path)),
				node.inner,
			);
		case "seq":
			return newList(node.range, "seq", seqItems(text, node, path), node.inner);
		case "other":
			return newOpaque(node.range, node.type, node.type === "expression" ? variablesIn(text, node.range) : []);
	}
}

function scalar(text: string, node: ConfigScalar, path: Path): Expr {
	if (!node.isText) return newOpaque(node.range, "literal");
	const holes =
		namesVariable(path) && isVariable(text.slice(...node.content))
			? [{ range: node.content, expr: newRef(node.content, text.slice(...node.content)) }]
			: (node.expressions?.map((range) => ({ range, expr: aloneIn(text, range) })) ?? holesIn(text, node.content));
	return newStr(node.range, { ...strOf(text, node), holes });
}

/** `${NAME}` of HCL. */
function aloneIn(text: string, [start, end]: Range): Ref | undefined {
	const [only] = variablesIn(text, [start + 2, end - 1]);
	return only && only.range[1] - only.range[0] === end - start - 3
		? newRef([start, end], only.name, only.range)
		: undefined;
}

/** Docker's bake files say `HELICONE_API_KEY` for the variable of that name. */
function variablesIn(text: string, [start, end]: Range): Ref[] {
	return [...text.slice(start, end).matchAll(/(?<![\w.$"'-])[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+(?![\w.(-])/g)].map(
		(match) => {
			const range: Range = [start + match.index, start + match.index + match[0].length];
			return newRef(range, match[0]);
		},
	);
}

function strOf(text: string, node: ConfigScalar): Partial<Str> {
	const { content, open, close, form, raw } = node;
	return { content, open, close, form, raw, hasEscapes: !raw && text.slice(...content).includes("\\") };
}

function key(text: string, node: ConfigScalar): Str {
	return newStr(node.range, strOf(text, node));
}

function mapItem(text: string, map: ConfigMap, entry: ConfigEntry, path: Path): Item {
	const name = text.slice(...entry.key.content);
	const value = entry.value && build(text, entry.value, [...path, ...name.split(".")]);
	if (entry.isSpread) return newItem(entry.range, "spread", value);
	if (isVariable(name) && (definesVariables(path) || isConfigMapData(text, map, path))) {
		const target = newRef(entry.key.range, name, entry.key.content);
		return newItem(entry.range, "statement", newAssign(entry.range, target, value ?? nothingAt(entry.range[1]), ":"));
	}
	return newItem(entry.range, "entry", value, key(text, entry.key));
}

/** Kubernetes: `data` of a ConfigMap or a Secret. Its values are variables once `envFrom` names it. */
function isConfigMapData(_text: string, map: ConfigMap, path: Path): boolean {
	return path.length === 1 && path[0] === "data" && map.entries.every((entry) => entry.value?.kind === "scalar");
}

function seqItems(text: string, seq: ConfigSeq, path: Path): Item[] {
	const items: Item[] = [];
	for (let index = 0; index < seq.items.length; index++) {
		const item = seq.items[index];
		const next = seq.items[index + 1];
		if (!item) continue;
		if (next && isHeaderFlag(scalarText(text, item.value)) && next.value?.kind === "scalar") {
			items.push(flagItem(text, item, next, path));
			index++;
		} else items.push(seqItem(text, item, path));
	}
	return items;
}

/** `["--header", "Helicone-Auth: …"]`: a flag and its word go together. */
function flagItem(text: string, flag: ConfigItem, word: ConfigItem, path: Path): Item {
	const name = flag.value?.kind === "scalar" ? key(text, flag.value) : undefined;
	return newItem([flag.range[0], word.range[1]], "entry", word.value && build(text, word.value, [...path, "[]"]), name);
}

function isHeaderFlag(word: string | undefined): boolean {
	return word !== undefined && /^(-H|--headers?)$/.test(word);
}

function seqItem(text: string, item: ConfigItem, path: Path): Item {
	const { value } = item;
	if (value?.kind === "scalar" && value.isText) {
		const found = assignedWord(text, item, value, path) ?? passedName(text, item, value, path);
		if (found) return found;
	}
	if (value?.kind === "map" && definesVariables(path)) {
		const found = namedDefinition(text, item, value, path);
		if (found) return found;
	}
	return newItem(item.range, "value", value && build(text, value, [...path, "[]"]));
}

/** `- NAME=value` */
function assignedWord(text: string, item: ConfigItem, value: ConfigScalar, path: Path): Item | undefined {
	if (!definesVariables(path)) return undefined;
	const name = /^([A-Z][A-Z0-9_]*)=/.exec(text.slice(...value.content))?.[1];
	if (name === undefined) return undefined;
	const [start, end] = value.content;
	const range: Range = [start + name.length + 1, end];
	const target = newRef([start, start + name.length], name);
	const word = newStr(range, { holes: holesIn(text, range), raw: value.raw });
	return newItem(item.range, "statement", newAssign(value.range, target, word));
}

/** `- NAME`: the variable is passed on from outside. */
function passedName(text: string, item: ConfigItem, value: ConfigScalar, path: Path): Item | undefined {
	const name = text.slice(...value.content);
	if (!listsVariables(path) || !isVariable(name)) return undefined;
	return newItem(item.range, "statement", newOpaque(value.range, "passed", [newRef(value.content, name)]));
}

/** `- name: NAME` with `value: …` or `valueFrom: …`; Render writes `key:`. */
function namedDefinition(text: string, item: ConfigItem, map: ConfigMap, path: Path): Item | undefined {
	const [first, ...rest] = map.entries;
	if (first?.value?.kind !== "scalar" || !/^(name|key)$/.test(text.slice(...first.key.content))) return undefined;
	const name = text.slice(...first.value.content);
	if (!isVariable(name)) return undefined;
	const value = rest.find((entry) => text.slice(...entry.key.content) === "value")?.value;
	const others = rest.filter((entry) => entry.value !== value);
	const target: Ref = newRef(first.value.range, name, first.value.content);
	const assign = newAssign(item.range, target, valueOrSource(text, value, others, path));
	return newItem(item.range, "statement", assign);
}

function valueOrSource(
	text: string,
	value: ConfigNode | undefined,
	others: readonly ConfigEntry[],
	path: Path,
): Expr | undefined {
	if (value) return build(text, value, [...path, "value"]);
	const first = others[0];
	const last = others.at(-1);
	if (!first || !last) return undefined;
	const children = others.map((entry) => entry.value && build(text, entry.value, [...path, "valueFrom"]));
	return newOpaque(
		[first.range[0], last.range[1]],
		"valueFrom",
		children.filter((child) => child !== undefined),
	);
}

function nothingAt(offset: number): Str {
	return newStr([offset, offset]);
}

function isVariable(name: string): boolean {
	return /^[A-Z][A-Z0-9_]*$/.test(name);
}
