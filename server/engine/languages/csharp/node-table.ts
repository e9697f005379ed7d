/** Node types of tree-sitter-c-sharp (`@vscode/tree-sitter-wasm` 0.3.1). */
import type { NodeTable, Rule } from "../../outline/node-table";
import { buildAnonymous, buildConditionalMember, buildImplicitNew, buildMember, buildUsing } from "./shapes";

const fn: Rule = { is: "fn", form: "function", name: "name", params: "parameters", body: "body" };
const classRule: Rule = { is: "fn", form: "class", name: "name", body: "body" };
const block: Rule = { is: "list", role: "block" };
const names: Rule = { is: "list", role: "names" };
const members: Rule = { is: "list", role: "members" };
const name: Rule = { is: "ref" };
const onlyChild: Rule = { is: "wrap" };
const skip: Rule = { is: "skip" };
const withBody: Rule = { is: "group", field: "body", role: "block" };
const seq: Rule = { is: "list", role: "seq" };

export const csharpTable: NodeTable = {
	operators: { concat: ["+"], and: ["&&"], or: ["||", "??"] },
	computedKey: "element_binding_expression",
	nodes: {
		comment: { is: "comment" },

		string_literal: { is: "string", open: /^(")/ },
		verbatim_string_literal: { is: "string", open: /^@(")/, raw: true },
		raw_string_literal: { is: "string", open: /^("{3,})/, raw: true },
		interpolated_string_expression: {
			is: "string",
			open: /^(?:\$+@?|@\$)("{3,}|")/,
			raw: /@|"""/,
			holes: ["interpolation"],
		},
		interpolation: onlyChild,
		interpolation_brace: skip,
		interpolation_format_clause: skip,

		compilation_unit: block,
		global_statement: onlyChild,
		declaration_list: block,
		block,
		switch_section: block,
		argument_list: { is: "list", role: "args" },
		bracketed_argument_list: onlyChild,
		// `{ "A", "b" }` inside another initialiser is a pair.
		initializer_expression: {
			is: "choice",
			parents: ["initializer_expression"],
			use: { is: "entry", key: 0, value: 1, keys: "names" },
			otherwise: {
				is: "choice",
				parents: ["array_creation_expression", "implicit_array_creation_expression"],
				use: seq,
				otherwise: { is: "list", role: "map" },
			},
		},
		array_creation_expression: { is: "wrap", inner: -1 },
		implicit_array_creation_expression: { is: "wrap", inner: -1 },
		// `["A"]` as a key, `["a", "b"]` as a collection.
		element_binding_expression: { is: "list", role: "seq", onlyIfSeveral: true },
		anonymous_object_creation_expression: { is: "hook", build: buildAnonymous },
		parameter_list: names,
		parameter: { is: "wrap", inner: "name" },
		implicit_parameter: name,
		enum_member_declaration_list: members,
		enum_member_declaration: { is: "entry", key: "name", value: "value", keys: "names" },
		argument: {
			is: "choice",
			token: ":",
			use: { is: "entry", key: "name", value: -1, keys: "names" },
			otherwise: { is: "wrap", inner: -1 },
		},

		identifier: name,
		generic_name: { is: "wrap", inner: 0 },
		qualified_name: { is: "member", object: "qualifier", name: "name" },
		member_access_expression: { is: "hook", build: buildMember },
		conditional_access_expression: { is: "hook", build: buildConditionalMember },
		element_access_expression: { is: "index", object: "expression", key: "subscript" },
		invocation_expression: { is: "call", callee: "function", args: "arguments" },
		object_creation_expression: {
			is: "call",
			callee: "type",
			args: "arguments",
			init: "initializer",
			isNew: true,
		},
		implicit_object_creation_expression: { is: "hook", build: buildImplicitNew },

		assignment_expression: {
			is: "choice",
			parents: ["initializer_expression"],
			use: { is: "entry", key: "left", value: "right", keys: "names" },
			otherwise: { is: "assign", target: "left", value: "right", op: { field: "operator" } },
		},
		local_declaration_statement: { is: "declaration", declares: "var", of: "variable_declaration" },
		field_declaration: { is: "declaration", declares: "field", of: "variable_declaration" },
		variable_declaration: { is: "declaration", declares: undefined, of: "variable_declarator" },
		variable_declarator: { is: "assign", target: ["name", 0], value: -1 },
		property_declaration: { is: "assign", target: "name", value: "value", declares: "field" },
		arrow_expression_clause: onlyChild,

		if_statement: { is: "guard", form: "if", test: "condition", body: "consequence", else: "alternative" },
		conditional_expression: { is: "either", form: "ternary", test: "condition", yes: "consequence", no: "alternative" },
		binary_expression: { is: "binary", left: "left", op: "operator", right: "right" },
		for_statement: withBody,
		foreach_statement: withBody,
		while_statement: withBody,
		do_statement: withBody,
		using_statement: withBody,
		lock_statement: withBody,

		method_declaration: fn,
		constructor_declaration: fn,
		local_function_statement: fn,
		lambda_expression: fn,
		anonymous_method_expression: fn,
		class_declaration: classRule,
		struct_declaration: classRule,
		interface_declaration: classRule,
		record_declaration: classRule,

		using_directive: { is: "hook", build: buildUsing },
		modifier: skip,
		predefined_type: name,
		implicit_type: skip,

		expression_statement: onlyChild,
		parenthesized_expression: onlyChild,
		await_expression: onlyChild,
		postfix_unary_expression: onlyChild,
		cast_expression: { is: "wrap", inner: "value" },
	},
};
