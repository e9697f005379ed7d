/** Node types of tree-sitter-cpp (`@vscode/tree-sitter-wasm` 0.3.1). */
import type { NodeTable, Rule } from "../../outline/node-table";
import { buildDeclaration, buildFunction, buildInclude } from "./declarations";
import { buildCppCall, buildDefine, buildMade, buildQualified, buildRaw } from "./expressions";

const block: Rule = { is: "list", role: "block" };
const name: Rule = { is: "ref" };
const onlyChild: Rule = { is: "wrap" };
const skip: Rule = { is: "skip" };
const declarator: Rule = { is: "wrap", inner: ["declarator", 0] };
const classRule: Rule = { is: "fn", form: "class", name: "name", body: "body" };
const fn: Rule = { is: "hook", build: buildFunction };
const declaration: Rule = { is: "hook", build: buildDeclaration };
const withBody: Rule = { is: "group", field: "body", role: "block" };

export const cppTable: NodeTable = {
	operators: { concat: ["+"], and: ["&&", "and"], or: ["||", "or"] },
	nodes: {
		comment: { is: "comment" },

		string_literal: { is: "string", open: /^(?:u8|[uUL])?(")/ },
		raw_string_literal: { is: "hook", build: buildRaw },
		concatenated_string: { is: "concat" },

		translation_unit: block,
		compound_statement: block,
		declaration_list: block,
		field_declaration_list: block,
		enumerator_list: { is: "list", role: "members" },
		argument_list: { is: "list", role: "args" },
		initializer_list: { is: "list", role: "seq" },
		parameter_list: { is: "list", role: "names" },
		subscript_argument_list: onlyChild,
		initializer_pair: { is: "entry", key: "designator", value: "value", keys: "names" },
		field_designator: onlyChild,

		identifier: name,
		field_identifier: name,
		type_identifier: name,
		namespace_identifier: name,
		this: name,
		qualified_identifier: { is: "hook", build: buildQualified },
		template_type: { is: "wrap", inner: "name" },
		template_function: { is: "wrap", inner: "name" },
		template_method: { is: "wrap", inner: "name" },
		field_expression: { is: "member", object: "argument", name: "field" },
		subscript_expression: { is: "index", object: "argument", key: "indices" },
		call_expression: { is: "hook", build: buildCppCall },
		compound_literal_expression: { is: "hook", build: buildMade },
		new_expression: { is: "call", callee: "type", args: "arguments", isNew: true },

		assignment_expression: { is: "assign", target: "left", value: "right", op: { field: "operator" } },
		declaration,
		field_declaration: declaration,
		pointer_declarator: declarator,
		reference_declarator: declarator,
		array_declarator: declarator,
		preproc_def: { is: "hook", build: buildDefine },

		if_statement: { is: "guard", form: "if", test: "condition", body: "consequence", else: "alternative" },
		condition_clause: { is: "wrap", inner: "value" },
		else_clause: { is: "else", body: 0 },
		conditional_expression: { is: "either", form: "ternary", test: "condition", yes: "consequence", no: "alternative" },
		binary_expression: { is: "binary", left: "left", op: "operator", right: "right" },
		for_statement: withBody,
		for_range_loop: withBody,
		while_statement: withBody,
		do_statement: withBody,

		function_definition: fn,
		lambda_expression: fn,
		class_specifier: classRule,
		struct_specifier: classRule,
		lambda_capture_specifier: skip,
		template_argument_list: skip,

		preproc_include: { is: "hook", build: buildInclude },
		expression_statement: onlyChild,
		parenthesized_expression: onlyChild,
		cast_expression: { is: "wrap", inner: "value" },
		co_await_expression: onlyChild,
	},
};
