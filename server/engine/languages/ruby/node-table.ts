/** Node types of tree-sitter-ruby (`@vscode/tree-sitter-wasm` 0.3.1). */
import type { NodeTable, Rule } from "../../outline/node-table";
import { buildRubyAssign, buildRubyCall, buildScopedName } from "./calls";
import { buildHeredoc, heredocLines } from "./heredoc";
import { importOfRequire } from "./imports";

const block: Rule = { is: "list", role: "block" };
const names: Rule = { is: "list", role: "names" };
const seq: Rule = { is: "list", role: "seq" };
const name: Rule = { is: "ref" };
const onlyChild: Rule = { is: "wrap" };
const spread: Rule = { is: "spread", value: 0 };
const method: Rule = { is: "fn", form: "function", name: "name", params: "parameters", body: "body" };
const classRule: Rule = { is: "fn", form: "class", name: "name", body: "body" };
/** `do … end`, `{ … }`: sees the names around it, and has parameters of its own. */
const closure: Rule = { is: "fn", form: "function", params: "parameters", body: "body" };
const parameter: Rule = { is: "assign", target: "name", value: "value", declares: "var" };
const rest: Rule = { is: "wrap", inner: "name" };
const modifier: Rule = { is: "guard", form: "modifier", test: "condition", body: "body" };
const branch: Rule = { is: "guard", form: "if", test: "condition", body: "consequence", else: "alternative" };
const loop: Rule = { is: "group", field: "body", role: "block" };
/** `return a: 1` says what `return({ a: 1 })` says. */
const answered: readonly string[] = ["return", "break", "next"];

/** `%q(…)` ends where its bracket does. */
function closerOf(open: string): string {
	const last = open.at(-1) ?? "";
	return { "(": ")", "[": "]", "{": "}", "<": ">" }[last] ?? last;
}

const text: Rule = {
	is: "string",
	open: /^(?:"|'|%[qQ]?[^\w\s])/,
	close: closerOf,
	raw: /^%q/,
	holes: ["interpolation"],
};

export const rubyTable: NodeTable = {
	operators: { concat: ["+"], and: ["&&", "and"], or: ["||", "or"] },
	importOfCall: importOfRequire,
	ownedBy: heredocLines,
	nodes: {
		comment: { is: "comment" },
		uninterpreted: { is: "comment" },

		string: text,
		chained_string: { is: "concat" },
		bare_string: { is: "string", holes: ["interpolation"] },
		bare_symbol: { is: "string", holes: ["interpolation"] },
		simple_symbol: { is: "string", open: /^:()/ },
		delimited_symbol: { is: "string", open: /^:(["'])/, holes: ["interpolation"] },
		heredoc_beginning: { is: "hook", build: buildHeredoc },
		heredoc_body: { is: "skip" },
		interpolation: onlyChild,

		program: block,
		body_statement: block,
		block_body: block,
		begin: { is: "list", role: "block", open: ["begin"], close: ["end"] },
		// biome-ignore lint/suspicious/noThenProperty: the grammar calls it so.
		then: { is: "list", role: "block", open: ["then"] },
		ensure: { is: "list", role: "block", open: ["ensure"] },
		else: { is: "list", role: "block", open: ["else"] },
		do: { is: "list", role: "block", open: ["do"], close: ["end"] },
		hash: { is: "list", role: "map" },
		array: seq,
		string_array: { is: "list", role: "seq", open: ["%w("], close: [")"] },
		symbol_array: { is: "list", role: "seq", open: ["%i("], close: [")"] },
		argument_list: {
			is: "choice",
			parents: answered,
			use: onlyChild,
			otherwise: { is: "list", role: "args" },
		},
		left_assignment_list: names,
		right_assignment_list: seq,
		method_parameters: names,
		lambda_parameters: names,
		block_parameters: { is: "list", role: "names", open: ["|"], close: ["|"] },

		pair: { is: "entry", key: "key", value: "value", keys: ["hash_key_symbol"], shorthand: true },
		hash_splat_argument: spread,
		splat_argument: spread,
		block_argument: spread,

		identifier: name,
		constant: name,
		instance_variable: name,
		class_variable: name,
		global_variable: name,
		hash_key_symbol: name,
		self: name,
		scope_resolution: { is: "hook", build: buildScopedName },
		element_reference: { is: "index", object: "object", key: 1 },
		call: { is: "hook", build: buildRubyCall },

		assignment: { is: "hook", build: buildRubyAssign },
		operator_assignment: { is: "assign", target: "left", value: "right", op: { field: "operator" } },
		optional_parameter: parameter,
		keyword_parameter: parameter,
		splat_parameter: rest,
		hash_splat_parameter: rest,
		block_parameter: rest,

		if: branch,
		unless: branch,
		elsif: branch,
		if_modifier: modifier,
		unless_modifier: modifier,
		conditional: { is: "either", form: "ternary", test: "condition", yes: "consequence", no: "alternative" },
		binary: { is: "binary", left: "left", op: "operator", right: "right" },
		parenthesized_statements: onlyChild,
		while: loop,
		until: loop,
		for: loop,
		when: loop,

		method,
		singleton_method: method,
		class: classRule,
		module: classRule,
		singleton_class: { is: "fn", form: "class", body: "body" },
		do_block: closure,
		block: closure,
		lambda: closure,
	},
};
