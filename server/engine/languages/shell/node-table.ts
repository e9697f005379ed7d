/** Node types of tree-sitter-bash (`@vscode/tree-sitter-wasm` 0.3.1), for sh, bash and zsh. */
import type { NodeTable, Rule } from "../../outline/node-table";
import { buildArray, buildCommand } from "./commands";
import { buildDeclarationCommand } from "./declarations";
import { buildExpansion, buildHeredocBody } from "./expansions";
import { buildBranch, buildCaseItem, buildIf, buildSubstitution } from "./statements";

const holes = ["simple_expansion", "expansion", "command_substitution", "arithmetic_expansion"];
const word: Rule = { is: "string" };
const name: Rule = { is: "ref" };
const block: Rule = { is: "list", role: "block" };

export const shellTable: NodeTable = {
	operators: { concat: [], and: ["&&"], or: ["||"] },
	nodes: {
		comment: { is: "comment" },

		word,
		number: word,
		string: { is: "string", open: /^\$?(")/, holes },
		raw_string: { is: "string", open: /^(')/, raw: true },
		ansi_c_string: { is: "string", open: /^\$(')/ },
		translated_string: { is: "wrap", inner: 0 },
		concatenation: { is: "concat" },
		heredoc_body: { is: "hook", build: buildHeredocBody },
		heredoc_start: { is: "skip" },
		heredoc_end: { is: "skip" },

		variable_name: name,
		special_variable_name: name,
		simple_expansion: { is: "ref", name: 0 },
		expansion: { is: "hook", build: buildExpansion },
		command_substitution: { is: "hook", build: buildSubstitution },
		subscript: { is: "index", object: "name", key: "index" },

		program: block,
		compound_statement: block,
		subshell: block,
		do_group: { is: "list", role: "block", open: ["do"], close: ["done"] },
		array: { is: "hook", build: buildArray },

		command: { is: "hook", build: buildCommand },
		command_name: { is: "wrap" },
		declaration_command: { is: "hook", build: buildDeclarationCommand },
		variable_assignment: {
			is: "choice",
			token: "+=",
			use: { is: "assign", target: "name", value: "value", op: { text: "+=" } },
			otherwise: { is: "assign", target: "name", value: "value" },
		},

		function_definition: { is: "fn", form: "function", name: "name", body: "body" },
		binary_expression: { is: "binary", left: "left", op: "operator", right: "right" },
		if_statement: { is: "hook", build: buildIf },
		elif_clause: { is: "hook", build: buildBranch },
		else_clause: { is: "hook", build: buildBranch },
		case_item: { is: "hook", build: buildCaseItem },
		test_operator: { is: "skip" },
	},
};
