/** Node types of tree-sitter-go (`@vscode/tree-sitter-wasm` 0.3.1). */
import type { NodeTable, Rule } from "../../outline/node-table";
import { buildComposite, buildNested } from "./composites";
import { buildImportSpec } from "./imports";

const fn: Rule = { is: "fn", form: "function", name: "name", params: "parameters", body: "body" };
const block: Rule = { is: "list", role: "block" };
const names: Rule = { is: "list", role: "names" };
const members: Rule = { is: "list", role: "members" };
const name: Rule = { is: "ref" };
const onlyChild: Rule = { is: "wrap" };
/** `a, b := f()`: a list on the left, one value on the right. */
const left: Rule = { is: "list", role: "names", onlyIfSeveral: true };
const seq: Rule = { is: "list", role: "seq", onlyIfSeveral: true };
const opaque: Rule = { is: "hook", build: () => undefined };

export const goTable: NodeTable = {
	operators: { concat: ["+"], and: ["&&"], or: ["||"] },
	nodes: {
		comment: { is: "comment" },

		interpreted_string_literal: { is: "string", open: /^(")/ },
		raw_string_literal: { is: "string", open: /^(`)/, raw: true },

		source_file: block,
		block,
		statement_list: { is: "choice", parents: ["block"], use: { is: "inline" }, otherwise: block },
		argument_list: { is: "list", role: "args" },
		literal_value: {
			is: "choice",
			parents: ["composite_literal"],
			use: { is: "list", role: "map" },
			otherwise: { is: "hook", build: buildNested },
		},
		literal_element: onlyChild,
		keyed_element: { is: "entry", key: "key", value: "value", keys: "names" },
		variadic_argument: { is: "spread", value: 0 },
		expression_list: {
			is: "choice",
			parents: ["short_var_declaration", "assignment_statement", "range_clause"],
			use: left,
			otherwise: seq,
		},
		parameter_list: names,
		field_declaration_list: members,

		identifier: name,
		package_identifier: name,
		type_identifier: name,
		selector_expression: { is: "member", object: "operand", name: "field" },
		qualified_type: { is: "member", object: "package", name: "name" },
		index_expression: { is: "index", object: "operand", key: "index" },
		call_expression: { is: "call", callee: "function", args: "arguments" },
		composite_literal: { is: "hook", build: buildComposite },

		short_var_declaration: { is: "assign", target: "left", value: "right", declares: "var" },
		assignment_statement: { is: "assign", target: "left", value: "right", op: { field: "operator" } },
		const_declaration: { is: "declaration", declares: "const" },
		var_declaration: { is: "declaration", declares: "var" },
		// `var (…)` has one more node between.
		var_spec_list: { is: "declaration", declares: "var" },
		const_spec: { is: "assign", target: "name", value: "value" },
		var_spec: { is: "assign", target: "name", value: "value" },
		parameter_declaration: { is: "wrap", inner: "name" },
		variadic_parameter_declaration: { is: "wrap", inner: "name" },

		if_statement: { is: "guard", form: "if", test: "condition", body: "consequence", else: "alternative" },
		binary_expression: { is: "binary", left: "left", op: "operator", right: "right" },
		// `&http.Client{}` is the client; `!ok` is not `ok`.
		unary_expression: { is: "choice", token: "&", use: onlyChild, otherwise: opaque },

		function_declaration: fn,
		method_declaration: fn,
		func_literal: fn,

		import_declaration: onlyChild,
		import_spec_list: names,
		import_spec: { is: "hook", build: buildImportSpec },

		expression_statement: onlyChild,
		parenthesized_expression: onlyChild,
	},
};
