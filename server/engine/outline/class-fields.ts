/** Fields that a class's own body gives a value: `BASE = "…"` in Python, `private readonly base = "…"` in TypeScript. */
import { ancestors, contains } from "./questions";
import type { Assign, Expr, Fn, Member, Node, Outline } from "./schema";

export interface ClassFields {
	/**
	 * The definition that `self.BASE`, `Client.BASE` or `client.base` reads, where `client = Client(…)` is of this file.
	 * @param definition what a name of this file stands for
	 */
	behind(member: Member, definition: (expr: Expr) => Assign | undefined): Assign | undefined;
}

export function classFieldsOf(outline: Outline): ClassFields {
	const fields = new Map<Fn, Map<string, Assign | undefined>>();
	for (const assign of outline.assigns) {
		const owner = assign.declares === "field" && assign.value ? classAround(assign) : undefined;
		if (!owner || assign.target.kind !== "ref") continue;
		const own = fields.get(owner) ?? new Map<string, Assign | undefined>();
		own.set(assign.target.name, own.has(assign.target.name) ? undefined : assign);
		fields.set(owner, own);
	}
	const byName = new Map<string | undefined, Fn[]>();
	// A Kotlin class and its companion have one name.
	for (const owner of fields.keys()) byName.set(owner.name, [...(byName.get(owner.name) ?? []), owner]);
	return {
		behind: (member, definition) => {
			const { object, name } = member;
			if (fields.size === 0) return undefined;
			const isOwn = object.kind === "ref" && /^(self|this|cls)$/.test(object.name);
			const isClass = object.kind === "ref" && byName.has(object.name);
			const named = isClass ? object.name : (madeBy(object, definition) ?? typeOfParameter(outline, object));
			const owners = isOwn ? [classAround(member)] : (byName.get(named) ?? []);
			const found = owners.flatMap((owner) => (owner && fields.get(owner)?.get(name)) ?? []);
			return found.length === 1 ? found[0] : undefined;
		},
	};
}

/** The class that a variable's value is made by: `Client` of `client = Client()`. */
function madeBy(object: Expr, definition: (expr: Expr) => Assign | undefined): string | undefined {
	if (object.kind !== "ref" && object.kind !== "member") return undefined;
	const value = definition(object)?.value;
	return value?.kind === "call" ? value.path : undefined;
}

/** Python's `config: LLMConfig | None = None`, which `config = config or LLMConfig()` may follow. */
function typeOfParameter({ text, language }: Outline, object: Expr): string | undefined {
	if (language !== "python" || object.kind !== "ref") return undefined;
	for (const up of ancestors(object)) {
		if (up.kind !== "fn" || !up.params || contains(up.params.range, object.range)) continue;
		const types = up.params.items.flatMap(({ range }) => {
			const [, name, type] = /^(\w+)\s*:\s*(?:(?:typing\.)?Optional\[\s*)?["']?(\w+)/.exec(text.slice(...range)) ?? [];
			return name === object.name && type !== undefined ? [type] : [];
		});
		if (types.length > 0) return types[0];
	}
	return undefined;
}

function classAround(node: Node): Fn | undefined {
	for (const up of ancestors(node)) if (up.kind === "fn" && up.form === "class") return up;
	return undefined;
}
