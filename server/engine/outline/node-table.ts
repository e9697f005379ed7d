/**
 * What a grammar's node types mean to the Outline, as data: one Rule per node type, one generic builder for all
 * languages (`build.ts`). A type without a rule becomes Opaque and its children are read on.
 */

import type { BuildContext } from "./build-context";
import type { Assign, Call, Either, Import, ListRole, Node, Range } from "./schema";

/**
 * Where to find a part of a syntax node: a field's name, the n-th named child (comments not counted, negative
 * from the end), or the first of several that exists.
 */
export type Pick = string | number | readonly Pick[];

export type Rule =
	/** A name. `name`: where the bare name stands, for `$X`. */
	| { readonly is: "ref"; readonly name?: Pick }
	/** A literal; its delimiters come from the text. */
	| StringRule
	/** Several expressions glued together without an operator. */
	| { readonly is: "concat" }
	| ListRule
	| EntryRule
	/** A name that is key and value at once: `{ a }`. */
	| { readonly is: "shorthand" }
	| { readonly is: "spread"; readonly value: Pick }
	| CallRule
	| { readonly is: "member"; readonly object: Pick; readonly name: Pick }
	| { readonly is: "index"; readonly object: Pick; readonly key: Pick }
	| AssignRule
	/** Holds one assignment or several, and says how they declare: by its first token (`const`), or always. */
	| {
			readonly is: "declaration";
			readonly declares: Readonly<Record<string, Assign["declares"]>> | Assign["declares"];
			/** Type of the assignments among its children, where types and modifiers stand beside them. */
			readonly of?: string;
	  }
	| {
			readonly is: "either";
			readonly form: Either["form"];
			readonly test: Pick;
			readonly yes: Pick;
			readonly no: Pick;
	  }
	/** `left op right`; the table's `operators` say which are concatenations, ands and ors. */
	| { readonly is: "binary"; readonly left: Pick; readonly op: Pick | { readonly token: true }; readonly right: Pick }
	| GuardRule
	/** An `else` around its block or its next `if`. */
	| { readonly is: "else"; readonly body: Pick }
	| FnRule
	/** Transparent: means what it wraps. Without `inner` its only child (Opaque if there are more). */
	| { readonly is: "wrap"; readonly inner?: Pick }
	/** Opaque, with the children in `field` (JSX attributes, the statements of a `case`) as one list. */
	| { readonly is: "group"; readonly field: string; readonly role: ListRole }
	| { readonly is: "comment" }
	/** Nothing the Outline wants to know. */
	| { readonly is: "skip" }
	/** The same type under another parent, or with another token, means something else. */
	| {
			readonly is: "choice";
			readonly parents?: readonly string[];
			readonly token?: string;
			/** The n-th named child reads so: Kotlin's `to` is a name like any other. */
			readonly says?: { readonly child: number; readonly text: string };
			readonly use: Rule;
			readonly otherwise: Rule;
	  }
	/** Its children stand in the list around it as if it were not there: Go's `statement_list` inside a `block`. */
	| { readonly is: "inline" }
	/** For the few shapes that data cannot say. */
	| { readonly is: "hook"; readonly build: (cx: BuildContext, node: number) => Node | undefined };

export interface StringRule {
	readonly is: "string";
	/** Matches the opener at the literal's start; its first group is the closer. Without it a bare word. */
	readonly open?: RegExp;
	/** The closer for an opener, where it is neither the opener nor its first group: `"#` for Rust's `r#"`. */
	readonly close?: (open: string) => string;
	/** Types of the interpolations among its children. */
	readonly holes?: readonly string[];
	/** An opener for which backslashes mean themselves. */
	readonly raw?: RegExp | true;
}

export interface ListRule {
	readonly is: "list";
	readonly role: ListRole;
	/** Child types that delimit it, besides brackets (`object_start`, `do`). */
	readonly open?: readonly string[];
	readonly close?: readonly string[];
	/** One child alone is no list but that child: each side of Go's `a, b := f()`. */
	readonly onlyIfSeveral?: true;
}

export interface EntryRule {
	readonly is: "entry";
	readonly key: Pick;
	readonly value?: Pick;
	/**
	 * `names`: a bare word is the key itself. `expressions`: a bare word is a variable (a Python dict). Types: only
	 * their words are the key itself (`a:` of Ruby, but not `A =>`).
	 */
	readonly keys: "names" | "expressions" | readonly string[];
	/** Without a value the name is the value too: Ruby's `headers:`. */
	readonly shorthand?: true;
}

export interface CallRule {
	readonly is: "call";
	/** The whole callee; or `receiver` and `name` where the grammar keeps them apart. */
	readonly callee?: Pick;
	readonly receiver?: Pick;
	readonly name?: Pick;
	readonly args?: Pick;
	readonly init?: Pick;
	readonly body?: Pick;
	readonly isNew?: true;
	readonly isMacro?: true;
	/** Paths whose arguments alternate key, value, key, value: `Map.of`. */
	readonly pairs?: RegExp;
}

export interface AssignRule {
	readonly is: "assign";
	readonly target: Pick;
	readonly value?: Pick;
	/** A field, or the operator's text; `=` without it. */
	readonly op?: { readonly field: string } | { readonly text: string };
	readonly declares?: Assign["declares"];
	/** In a list, its target is the item's key too: `{ a = 1 }`. */
	readonly keyed?: true;
}

export interface GuardRule {
	readonly is: "guard";
	readonly form: "if" | "modifier";
	readonly test: Pick;
	readonly body: Pick;
	/** Field with the `else`, or with the `elif`s and the `else` one after another. */
	readonly else?: string;
}

export interface FnRule {
	readonly is: "fn";
	readonly form: "function" | "class";
	readonly name?: Pick;
	readonly params?: Pick;
	readonly body?: Pick;
	/** The definition inside a wrapper that carries decorators. */
	readonly inner?: Pick;
	/** In a map or a class body the function is the value of an entry with its name. */
	readonly entryInMap?: true;
}

export interface NodeTable {
	readonly nodes: Readonly<Record<string, Rule>>;
	readonly operators: {
		readonly concat: readonly string[];
		readonly and: readonly string[];
		readonly or: readonly string[];
	};
	/** Type of a computed key (`[name]: …`), if the grammar has one. */
	readonly computedKey?: string;
	/** Text elsewhere that belongs to the item at a range (a here-document's lines). */
	readonly ownedBy?: (cx: BuildContext, range: Range) => Range | undefined;
	/** The import that a call says: `require("x")`. Parents are set. */
	readonly importOfCall?: (call: Call, text: string) => Import | undefined;
}
