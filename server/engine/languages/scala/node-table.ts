/** Node types of tree-sitter-scala 0.24.0. */
import type { NodeTable, Rule } from "../../outline/node-table";
import { buildIf, buildImport, buildValue } from "./declarations";
import { buildAssignment, buildField, buildInterpolated, buildPair, buildPut, buildScalaCall } from "./expressions";

const block: Rule = { is: "list", role: "block" };
const name: Rule = { is: "ref" };
const onlyChild: Rule = { is: "wrap" };
const skip: Rule = { is: "skip" };
const value: Rule = { is: "hook", build: buildValue };
const fn: Rule = { is: "fn", form: "function", name: "name", params: "parameters", body: "body" };
const classRule: Rule = { is: "fn", form: "class", name: "name", params: "class_parameters", body: "body" };
const parameter: Rule = { is: "assign", target: "name", value: "default_value", declares: "var" };
const infix: Rule = { is: "binary", left: "left", op: "operator", right: "right" };
const withBody: Rule = { is: "group", field: "body", role: "block" };

export const scalaTable: NodeTable = {
	operators: { concat: ["+"], and: ["&&"], or: ["||"] },
	nodes: {
		comment: { is: "comment" },
		block_comment: { is: "comment" },

		string: { is: "string", open: /^("""|")/, raw: /"""/ },
		interpolated_string_expression: { is: "hook", build: buildInterpolated },

		compilation_unit: block,
		block,
		indented_block: block,
		template_body: block,
		arguments: { is: "list", role: "args" },
		tuple_expression: { is: "list", role: "seq" },
		parameters: { is: "list", role: "names" },
		class_parameters: { is: "list", role: "names" },
		// `"A" -> b` among arguments.
		infix_expression: {
			is: "choice",
			parents: ["arguments"],
			says: { child: 1, text: "->" },
			use: { is: "entry", key: "left", value: "right", keys: "expressions" },
			otherwise: {
				is: "choice",
				says: { child: 1, text: "->" },
				use: { is: "hook", build: buildPair },
				otherwise: {
					is: "choice",
					says: { child: 1, text: "+=" },
					use: { is: "hook", build: buildPut },
					otherwise: infix,
				},
			},
		},
		assignment_expression: {
			is: "choice",
			parents: ["arguments"],
			use: { is: "entry", key: "left", value: "right", keys: "names" },
			otherwise: { is: "hook", build: buildAssignment },
		},

		identifier: name,
		type_identifier: name,
		generic_type: { is: "wrap", inner: "type" },
		generic_function: { is: "wrap", inner: "function" },
		stable_type_identifier: { is: "member", object: 0, name: -1 },
		field_expression: { is: "hook", build: buildField },
		call_expression: { is: "hook", build: buildScalaCall },
		instance_expression: { is: "call", callee: 0, args: "arguments", isNew: true },

		val_definition: value,
		var_definition: value,
		parameter,
		class_parameter: parameter,

		if_expression: { is: "hook", build: buildIf },
		for_expression: withBody,
		while_expression: withBody,

		function_definition: fn,
		lambda_expression: { is: "fn", form: "function", params: "parameters", body: -1 },
		class_definition: classRule,
		object_definition: classRule,
		trait_definition: classRule,

		import_declaration: { is: "hook", build: buildImport },
		package_clause: skip,
		modifiers: skip,
		parenthesized_expression: onlyChild,
	},
};
