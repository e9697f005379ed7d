/** Node types of tree-sitter-python 0.25 (`@vscode/tree-sitter-wasm`). */
import type { NodeTable, Rule } from "../../outline/node-table";
import { buildFromImport, buildPlainImport } from "./imports";

const definition = (form: "function" | "class"): Rule => ({
	is: "fn",
	form,
	name: "name",
	params: "parameters",
	body: "body",
});

const block: Rule = { is: "list", role: "block" };
const names: Rule = { is: "list", role: "names" };
const seq: Rule = { is: "list", role: "seq" };
const spread: Rule = { is: "spread", value: 0 };
const onlyChild: Rule = { is: "wrap" };
const parameter: Rule = { is: "assign", target: ["name", 0], value: "value", declares: "var" };

export const pythonTable: NodeTable = {
	operators: { concat: ["+"], and: ["and"], or: ["or"] },
	nodes: {
		comment: { is: "comment" },

		string: {
			is: "string",
			open: /^[a-z]*("""|'''|"|')/i,
			raw: /^[a-z]*r/i,
			holes: ["interpolation"],
		},
		interpolation: { is: "wrap", inner: "expression" },
		concatenated_string: { is: "concat" },

		module: block,
		block,
		dictionary: { is: "list", role: "map" },
		list: seq,
		tuple: seq,
		set: seq,
		expression_list: seq,
		argument_list: { is: "list", role: "args" },
		pattern_list: names,
		tuple_pattern: names,
		list_pattern: names,
		parameters: names,
		lambda_parameters: names,

		pair: { is: "entry", key: "key", value: "value", keys: "expressions" },
		keyword_argument: { is: "entry", key: "name", value: "value", keys: "names" },
		dictionary_splat: spread,
		list_splat: spread,
		list_splat_pattern: spread,
		dictionary_splat_pattern: spread,

		identifier: { is: "ref" },
		attribute: { is: "member", object: "object", name: "attribute" },
		subscript: { is: "index", object: "value", key: "subscript" },
		call: { is: "call", callee: "function", args: "arguments" },

		assignment: { is: "assign", target: "left", value: "right" },
		augmented_assignment: { is: "assign", target: "left", value: "right", op: { field: "operator" } },
		named_expression: { is: "assign", target: "name", value: "value", op: { text: ":=" } },
		default_parameter: parameter,
		typed_default_parameter: parameter,
		typed_parameter: { is: "wrap", inner: 0 },
		as_pattern: { is: "assign", target: "alias", value: 0, op: { text: "as" }, declares: "var" },
		as_pattern_target: onlyChild,

		if_statement: { is: "guard", form: "if", test: "condition", body: "consequence", else: "alternative" },
		elif_clause: { is: "guard", form: "if", test: "condition", body: "consequence" },
		else_clause: { is: "else", body: "body" },
		conditional_expression: { is: "either", form: "ternary", test: 1, yes: 0, no: 2 },
		boolean_operator: { is: "binary", left: "left", op: "operator", right: "right" },
		binary_operator: { is: "binary", left: "left", op: "operator", right: "right" },
		comparison_operator: { is: "binary", left: 0, op: "operators", right: 1 },

		function_definition: definition("function"),
		lambda: definition("function"),
		class_definition: definition("class"),
		decorated_definition: { is: "fn", form: "function", inner: "definition" },
		decorator: onlyChild,

		import_statement: { is: "hook", build: buildPlainImport },
		import_from_statement: { is: "hook", build: buildFromImport },
		future_import_statement: { is: "hook", build: buildFromImport },

		expression_statement: onlyChild,
		parenthesized_expression: onlyChild,
		await: onlyChild,
		with_item: onlyChild,
	},
};
