/** Node types of tree-sitter-rust (`@vscode/tree-sitter-wasm` 0.3.1). */
import type { NodeTable, Rule } from "../../outline/node-table";
import { buildRustCall, buildScopedName } from "./calls";
import { buildConstant } from "./constants";
import { buildUse } from "./imports";
import { buildMacro } from "./macros";

const block: Rule = { is: "list", role: "block" };
const seq: Rule = { is: "list", role: "seq" };
const members: Rule = { is: "list", role: "members" };
const name: Rule = { is: "ref" };
const onlyChild: Rule = { is: "wrap" };
const first: Rule = { is: "wrap", inner: 0 };
const inValue: Rule = { is: "wrap", inner: "value" };
const skip: Rule = { is: "skip" };
const fn: Rule = { is: "fn", form: "function", name: "name", params: "parameters", body: "body" };
const holder: Rule = { is: "fn", form: "class", name: ["name", "type"], body: "body" };
const loop: Rule = { is: "group", field: "body", role: "block" };
const scoped: Rule = { is: "hook", build: buildScopedName };
const constant: Rule = { is: "hook", build: buildConstant };

const expressions: Readonly<Record<string, Rule>> = {
	string_literal: { is: "string", open: /^[bc]?(")/ },
	raw_string_literal: {
		is: "string",
		open: /^[bc]?r#*"/,
		close: (open) => `"${open.replace(/[^#]/g, "")}`,
		raw: true,
	},

	array_expression: seq,
	tuple_expression: seq,
	arguments: { is: "list", role: "args" },
	field_initializer_list: { is: "list", role: "map" },
	field_initializer: { is: "entry", key: "field", value: "value", keys: "names" },
	shorthand_field_initializer: { is: "shorthand" },
	base_field_initializer: { is: "spread", value: 0 },

	call_expression: { is: "hook", build: buildRustCall },
	struct_expression: { is: "call", callee: "name", init: "body" },
	macro_invocation: { is: "hook", build: buildMacro },
	generic_function: { is: "wrap", inner: "function" },

	identifier: name,
	type_identifier: name,
	field_identifier: name,
	self: name,
	super: name,
	crate: name,
	scoped_identifier: scoped,
	scoped_type_identifier: scoped,
	field_expression: { is: "member", object: "value", name: "field" },
	index_expression: { is: "index", object: 0, key: 1 },

	assignment_expression: { is: "assign", target: "left", value: "right" },
	compound_assignment_expr: { is: "assign", target: "left", value: "right", op: { field: "operator" } },
	binary_expression: { is: "binary", left: "left", op: "operator", right: "right" },

	try_expression: first,
	await_expression: first,
	parenthesized_expression: onlyChild,
	reference_expression: inValue,
	type_cast_expression: inValue,
};

const declarations: Readonly<Record<string, Rule>> = {
	let_declaration: { is: "assign", target: "pattern", value: "value", declares: "var" },
	let_condition: { is: "assign", target: "pattern", value: "value", declares: "var" },
	// `Ok(key)`, `Some(key)`: the name inside.
	tuple_struct_pattern: { is: "wrap", inner: 1 },
	tuple_pattern: { is: "list", role: "names" },
	mut_pattern: onlyChild,
	ref_pattern: onlyChild,
	const_item: constant,
	static_item: constant,

	function_item: fn,
	function_signature_item: fn,
	closure_expression: fn,
	parameters: { is: "list", role: "names" },
	closure_parameters: { is: "list", role: "names", open: ["|"], close: ["|"] },
	parameter: { is: "wrap", inner: "pattern" },
	impl_item: holder,
	trait_item: holder,
	mod_item: holder,
	struct_item: holder,
	enum_item: holder,
	declaration_list: block,
	field_declaration_list: members,
	field_declaration: { is: "entry", key: "name", keys: "names" },
	enum_variant_list: members,
	enum_variant: { is: "entry", key: "name", keys: "names" },

	use_declaration: { is: "hook", build: buildUse },

	primitive_type: skip,
	reference_type: skip,
	generic_type: skip,
	array_type: skip,
	lifetime: skip,
	type_arguments: skip,
	type_parameters: skip,
	where_clause: skip,
	visibility_modifier: skip,
	mutable_specifier: skip,
	function_modifiers: skip,
};

const statements: Readonly<Record<string, Rule>> = {
	source_file: block,
	block,
	expression_statement: onlyChild,
	if_expression: { is: "guard", form: "if", test: "condition", body: "consequence", else: "alternative" },
	else_clause: { is: "else", body: 0 },
	for_expression: loop,
	while_expression: loop,
	loop_expression: loop,
};

export const rustTable: NodeTable = {
	operators: { concat: ["+"], and: ["&&"], or: ["||"] },
	nodes: {
		line_comment: { is: "comment" },
		block_comment: { is: "comment" },
		...expressions,
		...declarations,
		...statements,
	},
};
