/** Node types of tree-sitter-elixir (its own package's wasm). Definitions, conditions and pipes are all calls and operators there. */
import type { NodeTable, Rule } from "../../outline/node-table";
import { buildElixirCall } from "./calls";
import { buildKeyword, buildMap, buildSequence, buildSigil, buildTuple } from "./literals";
import { buildOperator, buildUnary } from "./operators";

const name: Rule = { is: "ref" };
const text: Rule = { is: "string", open: /^("""|'''|"|')/, holes: ["interpolation"] };
const clauses: Rule = { is: "list", role: "block", open: ["else", "rescue", "catch", "after"] };

export const elixirTable: NodeTable = {
	operators: { concat: [], and: ["&&", "and"], or: ["||", "or"] },
	nodes: {
		comment: { is: "comment" },

		string: text,
		charlist: text,
		sigil: { is: "hook", build: buildSigil },
		interpolation: { is: "wrap" },
		atom: { is: "string", open: /^:()/ },
		quoted_atom: { is: "string", open: /^:(["'])/, holes: ["interpolation"] },
		quoted_keyword: { is: "hook", build: buildKeyword },
		keyword: { is: "hook", build: buildKeyword },

		source: { is: "list", role: "block" },
		do_block: { is: "list", role: "block", open: ["do"], close: ["end"] },
		else_block: clauses,
		rescue_block: clauses,
		catch_block: clauses,
		after_block: clauses,
		body: { is: "list", role: "block" },
		arguments: { is: "list", role: "args" },
		keywords: { is: "inline" },
		list: { is: "hook", build: buildSequence },
		bitstring: { is: "list", role: "seq", open: ["<<"], close: [">>"] },
		tuple: { is: "hook", build: buildTuple },
		map: { is: "hook", build: buildMap },
		pair: { is: "entry", key: "key", value: "value", keys: "names" },

		identifier: name,
		alias: name,
		dot: { is: "member", object: "left", name: "right" },
		access_call: { is: "index", object: "target", key: "key" },
		call: { is: "hook", build: buildElixirCall },
		block: { is: "wrap" },

		binary_operator: { is: "hook", build: buildOperator },
		unary_operator: { is: "hook", build: buildUnary },
		stab_clause: { is: "fn", form: "function", params: "left", body: "right" },
	},
};
