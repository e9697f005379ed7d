/** Node types of tree-sitter-php (`@vscode/tree-sitter-wasm` 0.3.1). */
import type { NodeTable, Rule } from "../../outline/node-table";
import { buildArray, buildCase, buildConditional, buildQualifiedName } from "./expressions";
import { buildUse } from "./imports";
import { buildConstant, buildProperty, buildSelf } from "./members";
import { buildHeredoc, buildTemplate } from "./strings";

const block: Rule = { is: "list", role: "block" };
const name: Rule = { is: "ref" };
const onlyChild: Rule = { is: "wrap" };
const skip: Rule = { is: "skip" };
const fn: Rule = { is: "fn", form: "function", name: "name", params: "parameters", body: "body" };
const classRule: Rule = { is: "fn", form: "class", name: "name", body: "body" };
const method: Rule = { is: "call", receiver: ["object", "scope"], name: "name", args: "arguments" };
const member: Rule = { is: "member", object: ["object", "scope"], name: "name" };
const parameter: Rule = { is: "assign", target: "name", value: "default_value", declares: "var" };
const loop: Rule = { is: "group", field: "body", role: "block" };

const expressions: Readonly<Record<string, Rule>> = {
	string: { is: "string", open: /^[bB]?(["'])/ },
	encapsed_string: { is: "hook", build: buildTemplate },
	heredoc: { is: "hook", build: buildHeredoc },
	nowdoc: { is: "hook", build: buildHeredoc },

	array_creation_expression: { is: "hook", build: buildArray },
	array_element_initializer: {
		is: "choice",
		token: "=>",
		use: { is: "entry", key: 0, value: 1, keys: "expressions" },
		otherwise: onlyChild,
	},
	variadic_unpacking: { is: "spread", value: 0 },
	list_literal: { is: "list", role: "names" },

	arguments: { is: "list", role: "args" },
	argument: {
		is: "choice",
		token: ":",
		use: { is: "entry", key: "name", value: -1, keys: "names" },
		otherwise: onlyChild,
	},
	function_call_expression: { is: "call", callee: "function", args: "arguments" },
	object_creation_expression: { is: "call", callee: 0, args: 1, isNew: true },
	member_call_expression: method,
	nullsafe_member_call_expression: method,
	scoped_call_expression: method,

	name,
	variable_name: { is: "ref", name: 0 },
	qualified_name: { is: "hook", build: buildQualifiedName },
	namespace_name: { is: "hook", build: buildQualifiedName },
	relative_scope: { is: "hook", build: buildSelf },
	member_access_expression: member,
	nullsafe_member_access_expression: member,
	scoped_property_access_expression: member,
	class_constant_access_expression: { is: "member", object: 0, name: 1 },
	subscript_expression: { is: "index", object: 0, key: 1 },

	assignment_expression: { is: "assign", target: "left", value: "right" },
	augmented_assignment_expression: { is: "assign", target: "left", value: "right", op: { field: "operator" } },
	conditional_expression: { is: "hook", build: buildConditional },
	binary_expression: { is: "binary", left: "left", op: "operator", right: "right" },
	parenthesized_expression: onlyChild,
	error_suppression_expression: onlyChild,
	cast_expression: { is: "wrap", inner: "value" },
};

const declarations: Readonly<Record<string, Rule>> = {
	const_declaration: { is: "declaration", declares: "const" },
	const_element: { is: "hook", build: buildConstant },
	property_declaration: { is: "declaration", declares: "field" },
	property_element: { is: "hook", build: buildProperty },
	simple_parameter: parameter,
	property_promotion_parameter: parameter,
	variadic_parameter: { is: "wrap", inner: "name" },
	formal_parameters: { is: "list", role: "names" },

	function_definition: fn,
	method_declaration: fn,
	anonymous_function: fn,
	arrow_function: fn,
	class_declaration: classRule,
	interface_declaration: classRule,
	trait_declaration: classRule,
	anonymous_class: classRule,
	declaration_list: block,
	enum_declaration: classRule,
	enum_declaration_list: { is: "list", role: "members" },
	enum_case: { is: "entry", key: "name", value: "value", keys: "names" },

	namespace_use_declaration: { is: "hook", build: buildUse },

	primitive_type: skip,
	optional_type: skip,
	named_type: skip,
	union_type: skip,
	visibility_modifier: skip,
	readonly_modifier: skip,
	static_modifier: skip,
	final_modifier: skip,
	abstract_modifier: skip,
};

const statements: Readonly<Record<string, Rule>> = {
	program: block,
	compound_statement: block,
	colon_block: { is: "list", role: "block", open: [":"] },
	expression_statement: onlyChild,
	if_statement: { is: "guard", form: "if", test: "condition", body: "body", else: "alternative" },
	else_if_clause: { is: "guard", form: "if", test: "condition", body: "body" },
	else_clause: { is: "else", body: "body" },
	foreach_statement: loop,
	for_statement: loop,
	while_statement: loop,
	do_statement: loop,
	case_statement: { is: "hook", build: buildCase },
	default_statement: { is: "hook", build: buildCase },

	text: skip,
	php_tag: skip,
	php_end_tag: skip,
	text_interpolation: skip,
};

export const phpTable: NodeTable = {
	operators: { concat: ["."], and: ["&&", "and"], or: ["||", "or", "??"] },
	nodes: { comment: { is: "comment" }, ...expressions, ...declarations, ...statements },
};
