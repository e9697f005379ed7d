/** What a word of the text is where it stands: a variable, a function's name, a key, a part of a message. */
import { ancestors, contains, functionOf, listOf } from "../outline/questions";
import type { Assign, Call, Fn, Item, Member, Node, Outline, Range, Ref, Str } from "../outline/schema";

export type WordPlace = { readonly range: Range } /**
 * `message`: what a program says when it fails or logs. `data`: a path, a map's key. `text`: a string that may look something
 * up by name. `unknown`: code that the Outline does not name.
 */ & (
	| { readonly kind: "comment" | "message" | "data" | "text" | "unknown" }
	| { readonly kind: "variable"; readonly ref: Ref; readonly isShorthand: boolean }
	| { readonly kind: "called"; readonly call: Call }
	/** A key of a map, a member of a type. */
	| { readonly kind: "key"; readonly item: Item }
	/** A named argument. */
	| { readonly kind: "argument"; readonly item: Item; readonly call: Call }
	/** `self.x`, `this.x`, `this.x()`. */
	| { readonly kind: "own-member"; readonly node: Member | Call }
	| { readonly kind: "member"; readonly node: Member | Call }
	| { readonly kind: "function"; readonly fn: Fn }
	| { readonly kind: "alias"; readonly isRenamed: boolean }
);

/**
 * Tells what stands at an offset; made once for a file, of the nodes that say Helicone.
 * @param environment names of the environment's variables: `getenv("HELICONE_API_KEY")` speaks of no name of the program's
 */
export function placesIn(outline: Outline, environment: readonly Range[]): (name: string, start: number) => WordPlace {
	const nodes = namedNodes(outline);
	const variables = new Set(environment.map(([at]) => at));
	return (name, start) => {
		const range: Range = [start, start + name.length];
		const node = nodes.get(range[1]);
		if (node && outline.text.slice(start, range[1]) === name && isNameOf(node, name))
			return { range, ...placeOf(node) };
		return { range, ...(variables.has(start) ? { kind: "data" } : spoken(outline, range)) };
	};
}

type Named =
	| Ref
	| Member
	| Call
	| Fn
	| { readonly kind: "imported"; readonly name: string; readonly isRenamed: boolean };

/** By the offset where the name ends: `@x`, `#x` and `$x` may begin before their word. */
function namedNodes(outline: Outline): ReadonlyMap<number, Named> {
	const nodes = new Map<number, Named>();
	for (const fn of outline.fns) if (isOurs(fn.name)) nodes.set(endOfName(outline, fn, fn.name ?? ""), fn);
	for (const call of outline.calls) if (isOurs(call.name)) nodes.set(call.nameRange[1], call);
	for (const member of outline.members) if (isOurs(member.name)) nodes.set(member.nameRange[1], member);
	for (const ref of outline.refs) if (isOurs(ref.name)) nodes.set(ref.nameRange[1], ref);
	for (const { name, local, range } of outline.imports.flatMap((one) => one.names))
		if (isOurs(local)) nodes.set(range[1], { kind: "imported", name: local, isRenamed: name !== local });
	return nodes;
}

function isOurs(name: string | undefined): boolean {
	return name !== undefined && /helicone/i.test(name);
}

/** A function's name is the last one before its parameters. */
function endOfName(outline: Outline, fn: Fn, name: string): number {
	const end = fn.params?.range[0] ?? fn.body?.range[0] ?? fn.range[1];
	const found = outline.text.lastIndexOf(name, end - name.length);
	return found < fn.range[0] ? -1 : found + name.length;
}

function isNameOf(node: Named, name: string): boolean {
	return node.name === name || node.name?.replace(/^[@#$]+/, "") === name;
}

type Kind = WordPlace extends infer P ? (P extends WordPlace ? Omit<P, "range"> : never) : never;

function placeOf(node: Named): Kind {
	if (node.kind === "imported") return { kind: "alias", isRenamed: node.isRenamed };
	if (node.kind === "fn") return { kind: "function", fn: node };
	if (node.kind === "ref") return refPlace(node);
	if (node.kind === "member") return { kind: isOwn(node.object) ? "own-member" : "member", node };
	if (node.path === node.name && !node.receiver) return { kind: "called", call: node };
	return { kind: /^(self|this|cls)\.[^.]+$/.test(node.path) ? "own-member" : "member", node };
}

function isOwn(object: Node): boolean {
	return object.kind === "ref" && /^(self|this|cls)$/.test(object.name);
}

function refPlace(ref: Ref): Kind {
	const item = ref.parent;
	if (item?.kind !== "item" || item.key !== ref || item.computed) return { kind: "variable", ref, isShorthand: false };
	if (item.value === ref) return { kind: "variable", ref, isShorthand: true };
	const list = listOf(item);
	const call = list?.parent;
	return list?.role === "args" && call?.kind === "call" ? { kind: "argument", item, call } : { kind: "key", item };
}

/** The word in a comment or a string. */
function spoken(outline: Outline, range: Range): Kind {
	if (outline.comments.some((comment) => contains(comment.range, range))) return { kind: "comment" };
	if (outline.imports.some(({ moduleRange }) => contains(moduleRange, range))) return { kind: "data" };
	const str = outline.strings.find(
		(one) => contains(one.content, range) && !one.holes.some((hole) => contains(hole.range, range)),
	);
	if (!str) return { kind: "unknown" };
	const text = outline.text.slice(...str.content);
	if (isData(str, text)) return { kind: "data" };
	return { kind: /\s/.test(text.trim()) && isSaid(str) ? "message" : "text" };
}

function isData(str: Str, text: string): boolean {
	const { parent } = str;
	if (text.includes("/") && !/\s/.test(text)) return true;
	if (parent?.kind === "index") return !/^(globals|locals|vars|window|globalThis)/.test(textOfObject(parent.object));
	return parent?.kind === "item" && parent.key === str && listOf(parent)?.role === "map";
}

function textOfObject(object: Node): string {
	if (object.kind === "call") return object.path;
	return object.kind === "ref" ? object.name : "";
}

const sayers =
	/(error|exception|fail\w*|panic\w*|log\w*|warn\w*|info|debug|print\w*|echo|puts|assert\w*|expect\w*|describe|it|test|trace|critical|fatal\w*|abort|raise|throw|writeline|writehost|errorf|eprintln|println|bail|anyhow|context)$/i;

/** Said by a call that fails, logs or asserts, or thrown as it stands. */
function isSaid(str: Str): boolean {
	for (const up of ancestors(str)) {
		if (up.kind === "call") return sayers.test(up.name) || /^(console|logger|log|logging)\b/i.test(up.path);
		if (up.kind === "opaque" && /throw|raise|assert/.test(up.type)) return true;
		if (up.kind === "assign" || (up.kind === "item" && up.form === "statement")) return false;
	}
	return false;
}

/** What declares a variable: the assignment whose target it is. */
export function declaringAssign(ref: Ref): Assign | undefined {
	const { parent } = ref;
	if (parent?.kind === "assign") return parent.target === ref ? parent : undefined;
	// `const [a, b] = …`, Go's `a, err := …`
	const list = parent?.kind === "item" && parent.key === undefined ? listOf(parent) : undefined;
	return list?.role === "names" && list.parent?.kind === "assign" && list.parent.target === list
		? list.parent
		: undefined;
}

/** The function whose parameter this is: a plain name in its list, perhaps with a default. */
export function parameterOf(ref: Ref): Fn | undefined {
	const holder: Node | undefined =
		ref.parent?.kind === "assign" && ref.parent.target === ref ? ref.parent.parent : ref.parent;
	const list = holder?.kind === "item" ? listOf(holder) : undefined;
	const fn = list && functionOf(list);
	return list && fn?.params === list ? fn : undefined;
}
