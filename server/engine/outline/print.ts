/** Outline → indented text, one node per line, for tests and for looking. */
import { childrenOf } from "./children";
import type { Item, Node, Outline, Str } from "./schema";

/** `kind detail: source`, children indented; behind it imports said by calls, comments and broken ranges. */
export function printOutline(outline: Outline): string {
	const lines: string[] = [];
	for (const item of outline.root.items) printNode(item, outline.text, 0, "", lines);
	for (const node of asidesOf(outline)) printNode(node, outline.text, 0, "aside ", lines);
	for (const one of outline.imports) {
		if (one.parent?.kind === "call") lines.push(describe(one, outline.text));
	}
	for (const { range } of outline.comments) lines.push(`comment ${quoted(outline.text, range)}`);
	for (const range of outline.broken) lines.push(`broken ${quoted(outline.text, range)}`);
	return lines.join("\n");
}

/** What hangs below an owner without being its child: the types of declarations. */
function asidesOf(outline: Outline): Node[] {
	const tops = [...outline.refs, ...outline.strings, ...outline.lists].map(topOf);
	return [...new Set(tops.filter((node) => node !== undefined))];
}

/** The highest node on the way up that its parent does not list. */
function topOf(from: Node): Node | undefined {
	let top: Node | undefined;
	for (let node = from; node.parent !== undefined; node = node.parent) {
		if (!childrenOf(node.parent).includes(node)) top = node;
	}
	return top;
}

function printNode(node: Node, text: string, depth: number, label: string, lines: string[]): void {
	lines.push(`${"  ".repeat(depth)}${label}${describe(node, text)}`);
	for (const child of childrenOf(node)) printNode(child, text, depth + 1, labelOf(node, child), lines);
}

function labelOf(parent: Node, child: Node): string {
	switch (parent.kind) {
		case "list":
		case "opaque":
		case "concat":
			return "";
		case "string":
			return "hole ";
		case "item":
			if (parent.key === child)
				return parent.value === child ? "key=value " : parent.computed ? "computed key " : "key ";
			return "";
		default: {
			const found = Object.entries(parent).find(([name, value]) => value === child && name !== "parent");
			return found === undefined ? "" : `${found[0]} `;
		}
	}
}

function describe(node: Node, text: string): string {
	switch (node.kind) {
		case "string":
			return describeString(node, text);
		case "ref":
			return `ref ${node.name}`;
		case "member":
			return `member .${node.name}`;
		case "call":
			return `${node.isNew ? "new" : node.isMacro ? "macro" : "call"} ${node.path}`;
		case "list":
			return `${node.role} ${quoted(text, node.inner)}`;
		case "item":
			return describeItem(node, text);
		case "either":
		case "guard":
			return `${node.kind} ${node.form}`;
		case "infix":
			return `infix ${node.op}`;
		case "fn":
			return `${node.exported ? "exported " : ""}${node.form} ${node.name ?? ""}`.trimEnd();
		case "opaque":
			return node.children.length > 0 ? node.type : `${node.type} ${quoted(text, node.range)}`;
		case "assign":
			return `${node.exported ? "exported " : ""}${node.declares ?? "assign"} ${node.op}`;
		case "import":
			return `import ${node.module} ${node.names.map(({ name, local }) => `${name}:${local}`).join(" ")}`.trimEnd();
		default:
			return node.kind;
	}
}

function describeString(node: Str, text: string): string {
	const content = text.slice(...node.content);
	const raw = `${node.raw ? " raw" : ""}${node.hasEscapes ? " escaped" : ""}`;
	return `${node.form === "quoted" ? "" : `${node.form} `}${node.open}${content}${node.close}${raw}`.replace(
		/\r?\n/g,
		"⏎",
	);
}

function describeItem(node: Item, text: string): string {
	return `${node.form} ${quoted(text, node.range)}${node.owns ? ` owns ${quoted(text, node.owns)}` : ""}`;
}

function quoted(text: string, range: readonly [number, number]): string {
	const source = text
		.slice(...range)
		.replace(/\r/g, "␍")
		.replace(/\n/g, "⏎");
	return `«${source.length > 60 ? `${source.slice(0, 40)}…${source.slice(-15)}` : source}»`;
}
