/** Node types of tree-sitter-swift (`@repomix/tree-sitter-wasms` 0.1.17). */
import type { NodeTable, Rule } from "../../outline/node-table";
import { buildBraced, buildIf } from "./blocks";
import { buildAssignment, buildFunction, buildImport, buildProperty, buildTransfer } from "./declarations";
import { buildClosure, buildDictionary, buildNavigation, buildPrefixed, buildSwiftCall } from "./expressions";
import { buildTemplate } from "./strings";

const block: Rule = { is: "list", role: "block" };
const names: Rule = { is: "list", role: "names" };
const name: Rule = { is: "ref" };
const onlyChild: Rule = { is: "wrap" };
const skip: Rule = { is: "skip" };
const string: Rule = { is: "hook", build: buildTemplate };
const fn: Rule = { is: "hook", build: buildFunction };
const classRule: Rule = { is: "fn", form: "class", name: "name", body: "body" };
const braced: Rule = { is: "hook", build: buildBraced };
const binary: Rule = { is: "binary", left: "lhs", op: "op", right: "rhs" };
const opaque: Rule = { is: "hook", build: () => undefined };

export const swiftTable: NodeTable = {
	operators: { concat: ["+"], and: ["&&"], or: ["||", "??"] },
	nodes: {
		comment: { is: "comment" },
		multiline_comment: { is: "comment" },
		shebang_line: { is: "comment" },

		line_string_literal: string,
		multi_line_string_literal: string,
		raw_string_literal: string,

		source_file: block,
		class_body: block,
		enum_class_body: block,
		protocol_body: block,
		// Of a `case`; other blocks take theirs together with their braces.
		statements: block,
		value_arguments: { is: "list", role: "args" },
		value_argument: {
			is: "choice",
			token: ":",
			use: { is: "entry", key: "name", value: "value", keys: "names" },
			otherwise: { is: "wrap", inner: "value" },
		},
		value_argument_label: onlyChild,
		array_literal: { is: "list", role: "seq" },
		dictionary_literal: { is: "hook", build: buildDictionary },
		lambda_function_type_parameters: names,
		lambda_parameter: { is: "wrap", inner: "name" },

		simple_identifier: name,
		type_identifier: name,
		self_expression: name,
		super_expression: name,
		user_type: { is: "wrap", inner: 0 },
		navigation_expression: { is: "hook", build: buildNavigation },
		prefix_expression: { is: "hook", build: buildPrefixed },
		call_expression: { is: "hook", build: buildSwiftCall },
		constructor_expression: opaque,
		lambda_literal: { is: "hook", build: buildClosure },

		assignment: { is: "hook", build: buildAssignment },
		directly_assignable_expression: onlyChild,
		property_declaration: { is: "hook", build: buildProperty },
		pattern: onlyChild,

		if_statement: { is: "hook", build: buildIf },
		guard_statement: braced,
		for_statement: braced,
		while_statement: braced,
		repeat_while_statement: braced,
		do_statement: braced,
		catch_block: braced,
		ternary_expression: { is: "either", form: "ternary", test: "condition", yes: "if_true", no: "if_false" },
		nil_coalescing_expression: { is: "binary", left: "value", op: { token: true }, right: "if_nil" },
		additive_expression: binary,
		equality_expression: binary,
		comparison_expression: binary,
		conjunction_expression: binary,
		disjunction_expression: binary,

		function_declaration: fn,
		init_declaration: fn,
		class_declaration: classRule,
		protocol_declaration: classRule,

		import_declaration: { is: "hook", build: buildImport },
		control_transfer_statement: { is: "hook", build: buildTransfer },
		modifiers: skip,

		tuple_expression: onlyChild,
		await_expression: { is: "wrap", inner: "expr" },
		try_expression: { is: "wrap", inner: "expr" },
		as_expression: { is: "wrap", inner: "expr" },
		// `key!`
		postfix_expression: { is: "wrap", inner: "target" },
		bang: skip,
		try_operator: skip,
		as_operator: skip,
	},
};
