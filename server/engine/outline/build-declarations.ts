/** Assignments, guards, functions and classes. */
import {
	type Ambient,
	type BuildContext,
	childNodes,
	childrenInField,
	contentChildren,
	noAmbient,
	pickNode,
	rangeOf,
	ruleOf,
	sourceOf,
	tokenInField,
	typeOf,
	unwrap,
} from "./build-context";
import { addAsides, buildOpaque, keepTelling } from "./build-expressions";
import { asList, buildList } from "./build-lists";
import type { AssignRule, FnRule, GuardRule, Rule } from "./node-table";
import { newAssign, newFn, newGuard, newList, newOpaque } from "./nodes";
import type { Assign, Expr, Fn, Guard, List, Node, Range } from "./schema";

export function buildAssign(cx: BuildContext, node: number, rule: AssignRule, ambient: Ambient): Node {
	const target = pickNode(cx, node, rule.target);
	if (target === undefined) return buildOpaque(cx, node);
	const picked = pickNode(cx, node, rule.value);
	const value = picked === target ? undefined : picked;
	const targetExpr = cx.expr(target);
	const valueExpr = value === undefined ? undefined : cx.expr(value);
	const declares = rule.declares ?? ambient.declares;
	const op = operatorOf(cx, node, rule);
	const assign = newAssign(rangeOf(cx, node), targetExpr, valueExpr, op, declares, ambient.exported);
	const others = contentChildren(cx, node).filter((child) => child !== target && child !== value);
	addAsides(cx, assign, others);
	return assign;
}

function operatorOf(cx: BuildContext, node: number, rule: AssignRule): string {
	if (rule.op === undefined) return "=";
	if ("text" in rule.op) return rule.op.text;
	const token = tokenInField(cx, node, rule.op.field);
	return token === undefined ? "=" : sourceOf(cx, token);
}

/** `const a = 1` is its Assign; `const a = 1, b = 2` is Opaque with both. */
export function buildDeclaration(
	cx: BuildContext,
	node: number,
	rule: Extract<Rule, { is: "declaration" }>,
	ambient: Ambient,
): Node {
	const declares = declaresOf(cx, node, rule.declares) ?? ambient.declares;
	const all = contentChildren(cx, node);
	const own = rule.of === undefined ? all : all.filter((child) => typeOf(cx, child) === rule.of);
	const children = own.map((child) => {
		cx.ambient = { declares, exported: ambient.exported };
		return cx.node(child);
	});
	const [only] = children;
	const built =
		children.length === 1 && only !== undefined
			? only
			: newOpaque(rangeOf(cx, node), typeOf(cx, node), keepTelling(children));
	addAsides(
		cx,
		built,
		all.filter((child) => !own.includes(child)),
	);
	return built;
}

function declaresOf(
	cx: BuildContext,
	node: number,
	declares: Extract<Rule, { is: "declaration" }>["declares"],
): Assign["declares"] {
	if (typeof declares !== "object") return declares;
	const token = childNodes(cx, node)
		.map((child) => sourceOf(cx, child))
		.find((source) => Object.hasOwn(declares, source));
	return token === undefined ? undefined : declares[token];
}

export function buildGuard(cx: BuildContext, node: number, rule: GuardRule): Guard {
	const branches = rule.else === undefined ? [] : childrenInField(cx, node, rule.else);
	const guard = guardWith(cx, node, rule, elseOf(cx, branches));
	const used = new Set([pickNode(cx, node, rule.test), pickNode(cx, node, rule.body), ...branches]);
	// `if k := os.Getenv("K"); k != ""` declares a name.
	addAsides(
		cx,
		guard,
		contentChildren(cx, node).filter((child) => !used.has(child)),
	);
	return guard;
}

function guardWith(cx: BuildContext, node: number, rule: GuardRule, otherwise: List | Guard | undefined): Guard {
	const range = rangeOf(cx, node);
	const whole = withElse(range, otherwise);
	const test = pickNode(cx, node, rule.test);
	const then = pickNode(cx, node, rule.body);
	const testExpr: Expr = test === undefined ? newOpaque([range[0], range[0]], "MISSING") : cx.expr(test);
	const thenList = then === undefined ? newList([range[1], range[1]], "block", []) : asList(cx, then, "block");
	return newGuard(whole, rule.form, testExpr, thenList, otherwise);
}

/** An `elif` reaches over the branches behind it, as an `else if` does. */
export function withElse([start, end]: Range, otherwise: List | Guard | undefined): Range {
	return [start, Math.max(end, otherwise?.range[1] ?? end)];
}

/** `elif`, `elif`, `else` as siblings become the else of one another, the last one first. */
function elseOf(cx: BuildContext, branches: readonly number[]): List | Guard | undefined {
	let otherwise: List | Guard | undefined;
	for (const branch of [...branches].reverse()) {
		const rule = ruleOf(cx, branch);
		if (rule?.is === "guard" && rule.else === undefined) otherwise = guardWith(cx, branch, rule, otherwise);
		else otherwise = branchOf(cx, branch);
	}
	return otherwise;
}

function branchOf(cx: BuildContext, branch: number): List | Guard {
	const rule = ruleOf(cx, branch);
	const body = (rule?.is === "else" ? pickNode(cx, branch, rule.body) : undefined) ?? branch;
	// Through `cx.node`, which knows how deep an `else if` chain may get.
	const built = ruleOf(cx, unwrap(cx, body))?.is === "guard" ? cx.node(body) : undefined;
	return built?.kind === "guard" ? built : asList(cx, body, "block");
}

export function buildFn(cx: BuildContext, node: number, rule: FnRule, ambient: Ambient): Node {
	if (rule.inner !== undefined) return buildDecorated(cx, node, rule.inner, ambient);
	const name = pickNode(cx, node, rule.name);
	const params = pickNode(cx, node, rule.params);
	const body = pickNode(cx, node, rule.body);
	const others = contentChildren(cx, node).filter((child) => child !== name && child !== params && child !== body);
	return newFn(rangeOf(cx, node), {
		form: rule.form,
		name: name === undefined ? undefined : sourceOf(cx, name),
		params: params === undefined ? undefined : asList(cx, params, "names"),
		body: body === undefined ? undefined : bodyOf(cx, body, rule.form),
		exported: ambient.exported,
		children: keepTelling(others.map((child) => cx.node(child))),
	});
}

function bodyOf(cx: BuildContext, body: number, form: FnRule["form"]): List | Expr {
	const node = unwrap(cx, body);
	const rule = ruleOf(cx, node);
	if (rule?.is !== "list" || rule.role !== "block") return cx.expr(body);
	// In a class body Python's `base_url = "…"` is a field.
	return buildList(cx, node, "block", rule, form === "class" ? inClassBody : noAmbient);
}

const inClassBody: Ambient = { declares: "field", exported: false };

function buildDecorated(cx: BuildContext, node: number, pick: FnRule["inner"], ambient: Ambient): Node {
	const inner = pickNode(cx, node, pick);
	if (inner === undefined) return buildOpaque(cx, node);
	const others = contentChildren(cx, node).filter((child) => child !== inner);
	const decorators = keepTelling(others.map((child) => cx.node(child)));
	cx.ambient = ambient;
	return withDecorators(cx.node(inner), rangeOf(cx, node), decorators);
}

export function withDecorators(inner: Node, range: Fn["range"], decorators: readonly Node[]): Node {
	if (inner.kind !== "fn") return newOpaque(range, "decorated", [...decorators, inner]);
	return { ...inner, range, children: [...decorators, ...inner.children] };
}
