/** Node types of tree-sitter-java (`@vscode/tree-sitter-wasm` 0.3.1). */
import type { NodeTable, Rule } from "../../outline/node-table";
import { buildImport } from "./imports";

const fn: Rule = { is: "fn", form: "function", name: "name", params: "parameters", body: "body" };
const classRule: Rule = { is: "fn", form: "class", name: "name", body: "body" };
const block: Rule = { is: "list", role: "block" };
const names: Rule = { is: "list", role: "names" };
const members: Rule = { is: "list", role: "members" };
const name: Rule = { is: "ref" };
const onlyChild: Rule = { is: "wrap" };
const withBody: Rule = { is: "group", field: "body", role: "block" };

export const javaTable: NodeTable = {
	operators: { concat: ["+"], and: ["&&"], or: ["||"] },
	nodes: {
		line_comment: { is: "comment" },
		block_comment: { is: "comment" },

		string_literal: { is: "string", open: /^("""|")/ },

		program: block,
		block,
		constructor_body: block,
		class_body: block,
		interface_body: block,
		enum_body: members,
		switch_block_statement_group: block,
		argument_list: { is: "list", role: "args" },
		annotation_argument_list: { is: "list", role: "args" },
		array_initializer: { is: "list", role: "seq" },
		element_value_array_initializer: { is: "list", role: "seq" },
		formal_parameters: names,
		inferred_parameters: names,
		element_value_pair: { is: "entry", key: "key", value: "value", keys: "names" },

		identifier: name,
		type_identifier: name,
		this: name,
		super: name,
		field_access: { is: "member", object: "object", name: "field" },
		scoped_identifier: { is: "member", object: "scope", name: "name" },
		scoped_type_identifier: { is: "member", object: 0, name: -1 },
		generic_type: { is: "wrap", inner: 0 },
		array_access: { is: "index", object: "array", key: "index" },
		// `Map.of(k, v, k, v)`: names and values alternate, as in `.headers(k, v, k, v)`.
		method_invocation: {
			is: "call",
			receiver: "object",
			name: "name",
			args: "arguments",
			pairs: /(^|\.)((Map|ImmutableMap|Headers)\.of|headers)$/,
		},
		object_creation_expression: { is: "call", callee: "type", args: "arguments", isNew: true },
		array_creation_expression: { is: "wrap", inner: "value" },

		assignment_expression: { is: "assign", target: "left", value: "right", op: { field: "operator" } },
		local_variable_declaration: { is: "declaration", declares: "var", of: "variable_declarator" },
		field_declaration: { is: "declaration", declares: "field", of: "variable_declarator" },
		variable_declarator: { is: "assign", target: "name", value: "value" },
		resource: { is: "assign", target: "name", value: "value", declares: "var" },
		formal_parameter: { is: "wrap", inner: "name" },
		spread_parameter: { is: "wrap", inner: -1 },

		if_statement: { is: "guard", form: "if", test: "condition", body: "consequence", else: "alternative" },
		ternary_expression: { is: "either", form: "ternary", test: "condition", yes: "consequence", no: "alternative" },
		binary_expression: { is: "binary", left: "left", op: "operator", right: "right" },
		for_statement: withBody,
		enhanced_for_statement: withBody,
		while_statement: withBody,
		do_statement: withBody,

		method_declaration: fn,
		constructor_declaration: fn,
		lambda_expression: fn,
		class_declaration: classRule,
		interface_declaration: classRule,
		record_declaration: classRule,
		enum_declaration: classRule,

		import_declaration: { is: "hook", build: buildImport },
		package_declaration: { is: "skip" },
		modifiers: onlyChild,
		marker_annotation: { is: "skip" },

		expression_statement: onlyChild,
		parenthesized_expression: onlyChild,
		cast_expression: { is: "wrap", inner: "value" },
	},
};
