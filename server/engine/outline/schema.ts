/**
 * The Outline: a normalised, language-neutral expression tree with exact ranges.
 *
 * Offsets are UTF-16 code units, ranges half-open. Invariants:
 * - every node knows its parent (`undefined` only for the root list);
 * - a List's `inner` leaves its delimiters out; its items are ordered, disjoint and hold no separators;
 * - a Str's `content` is everything between opener and closer, derived from the text;
 * - parentheses, `await`, `as T`, `!`, casts and the like are transparent: a value is what they wrap,
 *   while the Item around it keeps the outer range.
 *
 * Deliberately absent: types, control flow beyond guards, operators' meanings, anything a grammar calls its own.
 */
export type Range = readonly [start: number, end: number];

interface NodeBase {
	readonly range: Range;
	/** Set once by `finishOutline`; never changed afterwards. */
	parent: Node | undefined;
}

export type Expr = Str | Ref | Member | Index | Call | List | Concat | Either | Infix | Fn | Opaque;
export type Node = Expr | Item | Assign | Guard | Import;

/** A string literal, or a bare word of a shell, `.env` or YAML file. */
export interface Str extends NodeBase {
	readonly kind: "string";
	readonly content: Range;
	/** Everything before the content, prefix included: `f"`, `'''`, a back-tick, the empty string for a bare word. */
	readonly open: string;
	readonly close: string;
	/** Interpolations in source order, delimiters included in their range. */
	readonly holes: readonly Hole[];
	/** Backslashes mean themselves (`r"…"`, a shell's `'…'`). */
	readonly raw: boolean;
	readonly hasEscapes: boolean;
	readonly form: "quoted" | "bare" | "heredoc";
}

export interface Hole {
	readonly range: Range;
	readonly expr: Expr | undefined;
}

/** A name. In a shell, `$X`, `${X}` and a hole's name are Refs too. */
export interface Ref extends NodeBase {
	readonly kind: "ref";
	readonly name: string;
	/** Just the name: differs from `range` for a shell's `$X` and `${X}`. */
	readonly nameRange: Range;
}

/** `object.name`, `object?.name`, `Module::Name`. */
export interface Member extends NodeBase {
	readonly kind: "member";
	readonly object: Expr;
	readonly name: string;
	readonly nameRange: Range;
}

/** `object[key]`. */
export interface Index extends NodeBase {
	readonly kind: "index";
	readonly object: Expr;
	readonly key: Expr;
}

/** A call, a constructor, a shell command. */
export interface Call extends NodeBase {
	readonly kind: "call";
	/** The callee as dotted text, computed once: `OpenAI`, `openai.OpenAI`, `client.chat.completions.create`,
	 *  `b.url().header`, `curl`. Empty when the callee has no such name. */
	readonly path: string;
	/** Last segment of `path`. */
	readonly name: string;
	readonly nameRange: Range;
	/** What the call is made on: `client.chat.completions` for `client.chat.completions.create()`. */
	readonly receiver: Expr | undefined;
	/** Positional and named arguments; for a shell the words after the command name. */
	readonly args: List | undefined;
	/** Initialiser of a constructor (`new X { … }`); for a shell the `A=b` words before the command name. */
	readonly init: List | undefined;
	/** A trailing block or lambda. */
	readonly body: List | undefined;
	readonly isNew: boolean;
	readonly isMacro: boolean;
}

export type ListRole =
	| "map" /** dict, object, hash */
	| "seq" /** array, tuple, set */
	| "args"
	| "words" /** of a shell command */
	| "block" /** statements: a file, a function's body, a class body */
	| "members" /** of a type, an interface, an enum: declarations, never values */
	| "names"; /** parameters, destructuring patterns */

export interface List extends NodeBase {
	readonly kind: "list";
	readonly role: ListRole;
	/** The range without delimiters; equal to `range` when not delimited. */
	readonly inner: Range;
	readonly delimited: boolean;
	readonly items: readonly Item[];
	/** 2 for lists whose positions alternate key, value, key, value (`Map.of`). */
	readonly stride: 1 | 2;
}

/** One position of a List. A keyword argument, a dict pair, an object property, a flag with its word are `entry`s. */
export interface Item extends NodeBase {
	readonly kind: "item";
	readonly form: "entry" | "spread" | "value" | "statement";
	/** A Str, a Ref (bare property name, keyword), or a computed expression. */
	readonly key: Expr | undefined;
	/** Computed key (`[name]: …`): the key is an expression, not a name. */
	readonly computed: boolean;
	/** The value, the spread's operand, the statement's node. Shorthand `{ a }`: key and value are both the Ref. */
	readonly value: Node | undefined;
	/** Text elsewhere that belongs to the item (a heredoc's body). */
	readonly owns: Range | undefined;
}

/** `a + b`, adjacent string literals, shell words glued together. Nested ones are flattened. */
export interface Concat extends NodeBase {
	readonly kind: "concat";
	readonly parts: readonly Expr[];
}

/** `ternary`: test ? then : else. `and`: `test && then`. `or`: `then || else`, `then ?? else`, `${X:-else}`; test is then. */
export interface Either extends NodeBase {
	readonly kind: "either";
	readonly form: "ternary" | "and" | "or";
	readonly test: Expr;
	readonly then: Expr;
	readonly else: Expr | undefined;
}

/** Any other binary operator, comparisons among them: `==`, `in`, `instanceof`, `%`. */
export interface Infix extends NodeBase {
	readonly kind: "infix";
	readonly op: string;
	readonly left: Expr;
	readonly right: Expr;
}

/** A function, a method, a lambda, a class: whatever opens a scope. */
export interface Fn extends NodeBase {
	readonly kind: "fn";
	readonly form: "function" | "class";
	readonly name: string | undefined;
	readonly params: List | undefined;
	readonly body: List | Expr | undefined;
	readonly exported: boolean;
	/** Decorators, base classes, default values' surroundings: what else stands inside. */
	readonly children: readonly Node[];
}

/** Anything the Outline has no word for. Its children keep the tree walkable. */
export interface Opaque extends NodeBase {
	readonly kind: "opaque";
	/** The grammar's node type, for reading and debugging only. */
	readonly type: string;
	readonly children: readonly Node[];
}

/** `x = v`, `x.y = v`, `x[k] = v`, `const x = v`, `const { A } = v` (target is a List of role `names`), a class field. */
export interface Assign extends NodeBase {
	readonly kind: "assign";
	readonly target: Expr;
	readonly op: string;
	readonly value: Expr | undefined;
	/** How the name is introduced here; undefined for an assignment to something that exists. */
	readonly declares: "const" | "var" | "field" | undefined;
	readonly exported: boolean;
}

/** `if` with its branches. `else` is a Guard for `else if` / `elif`. */
export interface Guard extends NodeBase {
	readonly kind: "guard";
	readonly form: "if" | "modifier";
	readonly test: Expr;
	readonly then: List;
	readonly else: List | Guard | undefined;
}

export interface Import extends NodeBase {
	readonly kind: "import";
	/** As written, without quotes: `openai`, `@helicone/helpers`, `./config`. */
	readonly module: string;
	readonly moduleRange: Range;
	readonly names: readonly ImportedName[];
}

export interface ImportedName {
	readonly range: Range;
	/** The exported name; `*` for the whole module, `default` for a default import. */
	readonly name: string;
	/** The name it has in this file. */
	readonly local: string;
}

export interface Comment {
	readonly range: Range;
}

export interface Outline {
	readonly language: string;
	readonly text: string;
	/** The file's statements. */
	readonly root: List;
	/** Every node by kind, in document order of their start. */
	readonly strings: readonly Str[];
	readonly refs: readonly Ref[];
	readonly members: readonly Member[];
	readonly indexes: readonly Index[];
	readonly calls: readonly Call[];
	readonly lists: readonly List[];
	readonly items: readonly Item[];
	readonly assigns: readonly Assign[];
	readonly guards: readonly Guard[];
	readonly infixes: readonly Infix[];
	readonly fns: readonly Fn[];
	readonly imports: readonly Import[];
	readonly comments: readonly Comment[];
	/** What the grammar could not read (ERROR nodes, and an empty range where it missed a token). */
	readonly broken: readonly Range[];
}
