/** Node types of tree-sitter-powershell (`@vscode/tree-sitter-wasm` 0.3.1). Every value stands below a chain of expressions. */
import type { NodeTable, Rule } from "../../outline/node-table";
import { buildPowerShellCommand } from "./commands";
import { buildAssignment, buildFlow, buildHash, buildIf, buildType, buildVariable } from "./expressions";

const onlyChild: Rule = { is: "wrap" };
const block: Rule = { is: "list", role: "block" };
const sum: Rule = {
	is: "choice",
	token: "+",
	use: { is: "binary", left: 0, op: { token: true }, right: 1 },
	otherwise: onlyChild,
};
const either = (token: string, otherwise: Rule): Rule => ({
	is: "choice",
	token,
	use: { is: "binary", left: 0, op: { token: true }, right: 1 },
	otherwise,
});
const logic = either("-and", either("-or", onlyChild));
const several: Rule = { is: "list", role: "seq", onlyIfSeveral: true };

export const powershellTable: NodeTable = {
	operators: { concat: ["+"], and: ["-and"], or: ["-or", "??"] },
	nodes: {
		comment: { is: "comment" },

		expandable_string_literal: { is: "string", open: /^"/, holes: ["variable", "sub_expression"] },
		verbatim_string_characters: { is: "string", open: /^'/, raw: true },
		expandable_here_string_literal: {
			is: "string",
			open: /^@"/,
			close: () => '"@',
			holes: ["variable", "sub_expression"],
		},
		verbatim_here_string_characters: { is: "string", open: /^@'/, close: () => "'@", raw: true },
		generic_token: { is: "string" },

		logical_expression: logic,
		logical_argument_expression: logic,
		additive_expression: sum,
		additive_argument_expression: sum,
		bitwise_expression: onlyChild,
		bitwise_argument_expression: onlyChild,
		comparison_expression: onlyChild,
		comparison_argument_expression: onlyChild,
		multiplicative_expression: onlyChild,
		multiplicative_argument_expression: onlyChild,
		format_expression: onlyChild,
		format_argument_expression: onlyChild,
		range_expression: onlyChild,
		range_argument_expression: onlyChild,
		argument_expression: onlyChild,
		array_literal_expression: several,
		unary_expression: onlyChild,
		string_literal: onlyChild,
		parenthesized_expression: onlyChild,
		cast_expression: { is: "wrap", inner: -1 },
		left_assignment_expression: onlyChild,
		key_expression: onlyChild,
		pipeline: onlyChild,
		// What a value is piped into (`| ConvertTo-Json`) gives it another form.
		pipeline_chain: { is: "choice", token: "|", use: { is: "wrap", inner: 0 }, otherwise: onlyChild },
		sub_expression: onlyChild,

		program: block,
		statement_block: block,
		script_block: block,
		script_block_body: { is: "inline" },
		statement_list: {
			is: "choice",
			parents: ["statement_block", "array_expression", "program"],
			use: { is: "inline" },
			otherwise: { is: "choice", parents: ["sub_expression"], use: onlyChild, otherwise: block },
		},
		hash_literal_expression: { is: "hook", build: buildHash },
		array_expression: { is: "list", role: "seq", open: ["@("] },
		argument_list: { is: "list", role: "args" },
		argument_expression_list: { is: "inline" },

		simple_name: { is: "ref" },
		variable: { is: "hook", build: buildVariable },
		type_literal: { is: "hook", build: buildType },
		member_name: onlyChild,
		member_access: { is: "member", object: 0, name: 1 },
		element_access: { is: "index", object: 0, key: 1 },
		invokation_expression: { is: "call", receiver: 0, name: 1, args: 2 },
		command: { is: "hook", build: buildPowerShellCommand },
		command_argument_sep: { is: "skip" },

		assignment_expression: { is: "hook", build: buildAssignment },
		if_statement: { is: "hook", build: buildIf },
		else_clause: { is: "else", body: 0 },
		function_statement: { is: "fn", form: "function", name: 0, body: -1 },
		flow_control_statement: { is: "hook", build: buildFlow },
	},
};
