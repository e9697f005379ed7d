/**
 * The `remove-assign` operation: a declaration's statement, a word of `export A=1 B=2`, or one
 * declarator of `const a = 1, b = 2`. Declarators are
 * no items of the Outline; a list of them is made here, so that the same rules (R1-R3) take them out.
 */
import { newItem, newList } from "../outline/nodes";
import type { Assign, Item, Opaque, Outline } from "../outline/schema";
import type { Piece, Refusal } from "./piece";
import { removeItems } from "./remove-items";

export interface ResolvedAssigns {
	/** Statements and words (`export A=1 B=2`) that go as a whole. */
	readonly items: readonly Item[];
	/** Declarations that lose some of their declarators. */
	readonly parts: ReadonlyMap<Opaque, ReadonlySet<Assign>>;
}

/** Refuses an assignment that is part of an expression (`f(x = 1)`). */
export function resolveAssigns(assigns: readonly Assign[]): ResolvedAssigns | Refusal {
	const items: Item[] = [];
	const parts = new Map<Opaque, Set<Assign>>();
	for (const assign of assigns) {
		const { parent } = assign;
		if (isStatement(parent) || isWord(parent)) items.push(parent);
		else if (parent?.kind === "opaque" && isStatement(parent.parent) && isDeclaration(parent)) {
			parts.set(parent, (parts.get(parent) ?? new Set()).add(assign));
		} else return { refused: "What should go is part of an expression." };
	}
	for (const [declaration, gone] of parts) {
		if (gone.size < declaration.children.length || !isStatement(declaration.parent)) continue;
		items.push(declaration.parent);
		parts.delete(declaration);
	}
	return { items, parts };
}

export function removeDeclarators(outline: Outline, declaration: Opaque, gone: ReadonlySet<Assign>): readonly Piece[] {
	const children = declaration.children.filter((child): child is Assign => child.kind === "assign");
	const items = children.map((assign) => newItem(assign.range, "value", assign));
	const range = [children[0]?.range[0] ?? 0, children.at(-1)?.range[1] ?? 0] as const;
	const removed = items.filter((_, index) => gone.has(children[index] as Assign));
	return removeItems(outline, newList(range, "names", items), new Set(removed));
}

function isStatement(node: Assign["parent"]): node is Item {
	return node?.kind === "item" && node.form === "statement";
}

function isWord(node: Assign["parent"]): node is Item {
	return node?.kind === "item" && node.parent?.kind === "list" && node.parent.role === "words";
}

function isDeclaration(node: Opaque): boolean {
	return node.children.length > 1 && node.children.every((child) => child.kind === "assign");
}
