/** Node types of tree-sitter-kotlin (`@tree-sitter-grammars/tree-sitter-kotlin` 1.1.0). */
import type { NodeTable, Rule } from "../../outline/node-table";
import { buildKotlinCall, buildLambda, buildPair } from "./calls";
import {
	buildAssignment,
	buildClass,
	buildClassParameter,
	buildFunction,
	buildIf,
	buildProperty,
} from "./declarations";
import { buildImport } from "./imports";
import { buildLoop } from "./loops";
import { buildTemplate } from "./strings";

const block: Rule = { is: "list", role: "block" };
const names: Rule = { is: "list", role: "names" };
const name: Rule = { is: "ref" };
const onlyChild: Rule = { is: "wrap" };
const skip: Rule = { is: "skip" };
const string: Rule = { is: "hook", build: buildTemplate };
const fn: Rule = { is: "hook", build: buildFunction };
const classRule: Rule = { is: "hook", build: buildClass };
const loop: Rule = { is: "hook", build: buildLoop };
const opaque: Rule = { is: "hook", build: () => undefined };

export const kotlinTable: NodeTable = {
	operators: { concat: ["+"], and: ["&&"], or: ["||", "?:"] },
	nodes: {
		line_comment: { is: "comment" },
		block_comment: { is: "comment" },
		shebang: { is: "comment" },

		string_literal: string,
		multiline_string_literal: string,
		interpolation: onlyChild,

		source_file: block,
		block,
		class_body: block,
		enum_class_body: { is: "list", role: "members" },
		value_arguments: { is: "list", role: "args" },
		collection_literal: { is: "list", role: "seq" },
		function_value_parameters: names,
		class_parameters: names,
		multi_variable_declaration: names,
		// `f(a = b)`, `f("A" to b)`, `f(*c)`.
		value_argument: {
			is: "choice",
			token: "=",
			use: { is: "entry", key: 0, value: 1, keys: "names" },
			otherwise: onlyChild,
		},
		infix_expression: {
			is: "choice",
			parents: ["value_argument"],
			says: { child: 1, text: "to" },
			use: { is: "entry", key: 0, value: 2, keys: "expressions" },
			otherwise: { is: "hook", build: buildPair },
		},
		spread_expression: { is: "spread", value: 0 },

		identifier: name,
		this_expression: name,
		super_expression: name,
		user_type: { is: "wrap", inner: -1 },
		navigation_expression: { is: "member", object: 0, name: -1 },
		index_expression: { is: "index", object: 0, key: 1 },
		call_expression: { is: "hook", build: buildKotlinCall },
		constructor_invocation: { is: "call", callee: 0, args: 1 },
		constructor_delegation_call: onlyChild,
		lambda_literal: { is: "hook", build: buildLambda },
		// Of the call before it.
		annotated_lambda: skip,
		lambda_parameters: skip,

		assignment: { is: "hook", build: buildAssignment },
		property_declaration: { is: "hook", build: buildProperty },
		variable_declaration: { is: "wrap", inner: 0 },
		parameter: { is: "wrap", inner: 0 },
		class_parameter: { is: "hook", build: buildClassParameter },

		if_expression: { is: "hook", build: buildIf },
		binary_expression: { is: "binary", left: "left", op: "operator", right: "right" },
		for_statement: loop,
		while_statement: loop,
		do_while_statement: loop,

		function_declaration: fn,
		anonymous_function: fn,
		secondary_constructor: fn,
		getter: fn,
		setter: fn,
		function_body: onlyChild,
		class_declaration: classRule,
		object_declaration: classRule,
		companion_object: classRule,
		object_literal: classRule,

		import: { is: "hook", build: buildImport },
		package_header: skip,
		type_parameters: skip,
		label: skip,

		parenthesized_expression: onlyChild,
		annotated_expression: { is: "wrap", inner: -1 },
		labeled_expression: { is: "wrap", inner: -1 },
		as_expression: { is: "wrap", inner: 0 },
		// `key!!` is the key; `!ok` is not `ok`.
		unary_expression: { is: "choice", token: "!!", use: onlyChild, otherwise: opaque },
	},
};
