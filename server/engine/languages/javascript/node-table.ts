/** Node types of tree-sitter-javascript and tree-sitter-typescript (`@vscode/tree-sitter-wasm` 0.3.1): one table for all three. */
import type { NodeTable, Pick, Rule } from "../../outline/node-table";
import { buildExport } from "./exports";
import { buildImport, importOfCall } from "./imports";

const fn = (more: { entryInMap?: true } = {}): Rule => ({
	is: "fn",
	form: "function",
	name: "name",
	params: ["parameters", "parameter"],
	body: "body",
	...more,
});

const block: Rule = { is: "list", role: "block" };
const names: Rule = { is: "list", role: "names" };
const members: Rule = { is: "list", role: "members" };
const classRule: Rule = { is: "fn", form: "class", name: "name", body: "body" };
const name: Rule = { is: "ref" };
const onlyChild: Rule = { is: "wrap" };
const first: Rule = { is: "wrap", inner: 0 };
const withBody: Rule = { is: "group", field: "body", role: "block" };
const field: Rule = { is: "assign", target: ["name", "property"], value: "value", declares: "field" };
const parameter: Rule = {
	is: "choice",
	token: "=",
	use: { is: "assign", target: "pattern", value: "value", declares: "var" },
	otherwise: { is: "wrap", inner: "pattern" },
};
const operands = { left: "left", op: "operator", right: "right" } as const satisfies Record<string, Pick>;
const quoted = /^(["'])/;

const expressions: Readonly<Record<string, Rule>> = {
	string: {
		is: "choice",
		parents: ["jsx_attribute"],
		// JSX strings know entities, but no backslashes.
		use: { is: "string", open: quoted, raw: true },
		otherwise: { is: "string", open: quoted },
	},
	template_string: { is: "string", open: /^`/, holes: ["template_substitution"] },
	template_substitution: onlyChild,

	identifier: name,
	property_identifier: name,
	private_property_identifier: name,
	type_identifier: name,
	this: name,
	super: name,
	import: name,
	meta_property: name,
	member_expression: { is: "member", object: "object", name: "property" },
	subscript_expression: { is: "index", object: "object", key: "index" },
	optional_chain: { is: "skip" },

	array: { is: "list", role: "seq" },
	object: { is: "list", role: "map" },
	pair: { is: "entry", key: "key", value: "value", keys: "names" },
	shorthand_property_identifier: { is: "shorthand" },
	computed_property_name: onlyChild,
	spread_element: { is: "spread", value: 0 },

	arguments: { is: "list", role: "args" },
	call_expression: { is: "call", callee: "function", args: "arguments" },
	new_expression: { is: "call", callee: "constructor", args: "arguments", isNew: true },

	ternary_expression: { is: "either", form: "ternary", test: "condition", yes: "consequence", no: "alternative" },
	binary_expression: { is: "binary", ...operands },
	assignment_expression: { is: "assign", target: "left", value: "right" },
	augmented_assignment_expression: { is: "assign", target: "left", value: "right", op: { field: "operator" } },

	parenthesized_expression: first,
	await_expression: onlyChild,
	non_null_expression: onlyChild,
	as_expression: first,
	satisfies_expression: first,
	type_assertion: { is: "wrap", inner: -1 },
	instantiation_expression: first,
};

const declarations: Readonly<Record<string, Rule>> = {
	lexical_declaration: { is: "declaration", declares: { const: "const", let: "var" } },
	variable_declaration: { is: "declaration", declares: "var" },
	variable_declarator: { is: "assign", target: "name", value: "value" },

	object_pattern: names,
	array_pattern: names,
	pair_pattern: { is: "entry", key: "key", value: "value", keys: "names" },
	shorthand_property_identifier_pattern: { is: "shorthand" },
	object_assignment_pattern: { is: "assign", target: "left", value: "right", declares: "var", keyed: true },
	assignment_pattern: { is: "assign", target: "left", value: "right", declares: "var" },
	rest_pattern: { is: "spread", value: 0 },

	function_declaration: fn(),
	function_expression: fn(),
	generator_function: fn(),
	generator_function_declaration: fn(),
	function_signature: fn(),
	arrow_function: fn(),
	method_definition: fn({ entryInMap: true }),
	method_signature: fn({ entryInMap: true }),
	abstract_method_signature: fn({ entryInMap: true }),
	formal_parameters: names,
	required_parameter: parameter,
	optional_parameter: parameter,

	class: classRule,
	class_declaration: classRule,
	abstract_class_declaration: classRule,
	class_body: block,
	field_definition: field,
	public_field_definition: field,
	decorator: onlyChild,

	import_statement: { is: "hook", build: buildImport },
	export_statement: { is: "hook", build: buildExport },
};

const statements: Readonly<Record<string, Rule>> = {
	program: block,
	statement_block: block,
	expression_statement: onlyChild,
	if_statement: { is: "guard", form: "if", test: "condition", body: "consequence", else: "alternative" },
	else_clause: { is: "else", body: 0 },
	// A body without braces is a list of one statement, so that there is an item to remove.
	for_statement: withBody,
	for_in_statement: withBody,
	while_statement: withBody,
	do_statement: withBody,
	labeled_statement: withBody,
	switch_case: withBody,
	switch_default: withBody,
};

const types: Readonly<Record<string, Rule>> = {
	interface_body: members,
	object_type: members,
	enum_body: members,
	property_signature: { is: "entry", key: "name", value: "type", keys: "names" },
	enum_assignment: { is: "entry", key: "name", value: "value", keys: "names" },
	type_annotation: onlyChild,
	literal_type: onlyChild,
	parenthesized_type: onlyChild,
	predefined_type: { is: "skip" },
	accessibility_modifier: { is: "skip" },
	override_modifier: { is: "skip" },
};

const jsx: Readonly<Record<string, Rule>> = {
	jsx_opening_element: { is: "group", field: "attribute", role: "map" },
	jsx_self_closing_element: { is: "group", field: "attribute", role: "map" },
	jsx_attribute: { is: "entry", key: 0, value: 1, keys: "names" },
	jsx_expression: onlyChild,
	jsx_text: { is: "skip" },
};

export const javascriptTable: NodeTable = {
	operators: { concat: ["+"], and: ["&&"], or: ["||", "??"] },
	computedKey: "computed_property_name",
	importOfCall,
	nodes: {
		comment: { is: "comment" },
		html_comment: { is: "comment" },
		...expressions,
		...declarations,
		...statements,
		...types,
		...jsx,
	},
};
