/** Texts that are printed from parts, so that the text without some parts can be printed too. */

export interface Part {
	/** Source of the item. */
	readonly source: string;
	/** Trailing comment, if the language has them in this place. */
	readonly comment: boolean;
}

export interface Style {
	readonly layout: "tight" | "spaced" | "lines" | "airy";
	/** A comma, a semicolon behind the last part too. */
	readonly trailing: boolean;
	readonly lineBreak: "\n" | "\r\n";
	readonly final: boolean;
}

export interface Template {
	readonly name: string;
	readonly language: string;
	readonly sources: readonly string[];
	readonly layouts: readonly Style["layout"][];
	readonly hasComments: boolean;
	print(parts: readonly Part[], style: Style): string;
}

interface Delimited {
	readonly before: string;
	readonly open: string;
	readonly close: string;
	readonly after: string;
	readonly comment: string;
}

function delimited(parts: readonly Part[], style: Style, shape: Delimited): string {
	const { before, open, close, after, comment } = shape;
	const wrap = (inner: string) => `${before}${open}${inner}${close}${after}`;
	if (parts.length === 0) return wrap("");
	if (style.layout === "tight" || style.layout === "spaced") {
		const space = style.layout === "spaced" ? " " : "";
		return wrap(`${space}${parts.map((part) => part.source).join(", ")}${style.trailing ? "," : ""}${space}`);
	}
	const lines = parts.map(({ source, comment: has }, index) => {
		const comma = style.trailing || index < parts.length - 1 ? "," : "";
		return `    ${source}${comma}${has ? `  ${comment}` : ""}\n`;
	});
	return wrap(`\n${lines.join(style.layout === "airy" ? "\n" : "")}`);
}

function statements(parts: readonly Part[], style: Style, indent: string, comment: string): string {
	const lines = parts.map((part) => `${indent}${part.source}${part.comment ? ` ${comment}` : ""}\n`);
	return lines.join(style.layout === "airy" ? "\n" : "");
}

const inline = ["tight", "spaced"] as const;
const over = ["lines", "airy"] as const;

export const templates: readonly Template[] = [
	{
		name: "Python keyword arguments",
		language: "python",
		sources: ["a=1", 'b="x, # y)"', "c=[1, 2]", 'd={"e": f(1, 2)}', "g=(\n        1,\n    )"],
		layouts: [...inline, ...over],
		hasComments: true,
		print: (parts, style) =>
			delimited(parts, style, { before: "x = 1\nf", open: "(", close: ")", after: "\ny = 2\n", comment: "# why, so" }),
	},
	{
		name: "a Python dict",
		language: "python",
		sources: ['"A": 1', '"B": "x, # y}"', '"C": [1, 2]', "**g", '"D": lambda: 1', '"E": """\n , } # """'],
		layouts: [...inline, ...over],
		hasComments: true,
		print: (parts, style) =>
			delimited(parts, style, { before: "x = ", open: "{", close: "}", after: "  # end\n", comment: "# why, so" }),
	},
	{
		name: "a TypeScript object",
		language: "typescript",
		sources: [
			"a: 1",
			// biome-ignore lint/suspicious/noTemplateCurlyInString: source text of a template string
			'"b-c": `x, ${d} // }`',
			"e",
			"...f",
			"g() { return { h: 1 }; }",
			"[i]: [1, 2]",
			"j: (k) => ({\n      k,\n    })",
		],
		layouts: [...inline, ...over],
		hasComments: true,
		print: (parts, style) =>
			delimited(parts, style, { before: "const x = ", open: "{", close: "}", after: ";\n", comment: "// why, so" }),
	},
	{
		name: "Go arguments",
		language: "go",
		sources: ["a", '"b, )"', "c(1)", "`d\n  // )`", "[]string{}"],
		layouts: inline,
		hasComments: false,
		print: (parts, style) =>
			delimited(parts, style, { before: "package p\n\nvar x = f", open: "(", close: ")", after: "\n", comment: "" }),
	},
	{
		name: "a Go map",
		language: "go",
		sources: ['"A": "1"', "`B`: x", '"C": []int{1, 2}', "d: func() {}"],
		layouts: [...inline, ...over],
		hasComments: true,
		print: (parts, style) =>
			delimited(parts, style, {
				before: "package p\n\nvar x = map[string]any",
				open: "{",
				close: "}",
				after: "\n",
				comment: "// why, so",
			}),
	},
	{
		name: "statements of a Go function",
		language: "go",
		sources: ["a()", "b := 1", "if c {\n\t\td()\n\t}", 'req.Header.Set("A", "b")', "defer g()"],
		layouts: over,
		hasComments: true,
		print: (parts, style) =>
			`package p\n\nfunc f() {${parts.length === 0 ? "" : `\n${statements(parts, style, "\t", "// why")}`}}\n\nvar y = 2\n`,
	},
	{
		name: "Java arguments",
		language: "java",
		sources: ["a", '"b, )"', "c(1)", "new D() { }", "e -> { f(); }"],
		layouts: [...inline, ...over],
		hasComments: true,
		print: (parts, style) =>
			delimited(
				parts,
				{ ...style, trailing: false },
				{
					before: "class A {\n\tint x = f",
					open: "(",
					close: ")",
					after: ";\n}\n",
					comment: "// why, so",
				},
			),
	},
	{
		name: "statements of a Java method",
		language: "java",
		sources: ["a();", "int b = 1;", "if (c) {\n\t\t\td();\n\t\t}", 'r.header("A", "b");', "e.f = 1;"],
		layouts: over,
		hasComments: true,
		print: (parts, style) =>
			`class A {\n\tvoid f() {${parts.length === 0 ? "" : `\n${statements(parts, style, "\t\t", "// why")}\t`}}\n\n\tint y = 2;\n}\n`,
	},
	{
		name: "a Dart map",
		language: "dart",
		sources: ["'A': '1'", "'B': 'x, $d // }'", "C: [1, 2]", "if (e) 'F': f(g)", "'H': {'I': 1}", "...j"],
		layouts: [...inline, ...over],
		hasComments: true,
		print: (parts, style) =>
			delimited(parts, style, { before: "final x = ", open: "{", close: "}", after: ";\n", comment: "// why, so" }),
	},
	{
		name: "statements of a Dart function",
		language: "dart",
		sources: ["a();", "final b = 1;", "if (c) {\n        d();\n    }", "r.add('A', b: 'c');", "e['F'] = 1;"],
		layouts: over,
		hasComments: true,
		print: (parts, style) =>
			`void f() {${parts.length === 0 ? "" : `\n${statements(parts, style, "    ", "// why")}`}}\n\nfinal y = 2;\n`,
	},
	{
		name: "a Swift dictionary",
		language: "swift",
		sources: ['"A": "1"', '"B": "x, \\(d) // ]"', "C: [1, 2]", '"E": f { g }', '"H": ["I": 1]'],
		layouts: [...inline, ...over],
		hasComments: true,
		print: (parts, style) =>
			delimited(parts, style, {
				before: "let x: [String: Any] = ",
				open: "[",
				// An empty dictionary is no empty list.
				close: parts.length === 0 ? ":]" : "]",
				after: "\n",
				comment: "// why, so",
			}),
	},
	{
		name: "statements of a Swift function",
		language: "swift",
		sources: ["a()", "let b = 1", "if c {\n        d()\n    }", 'r.setValue("A", forKey: "b")', 'e["F"] = 1'],
		layouts: over,
		hasComments: true,
		print: (parts, style) =>
			`func f() {${parts.length === 0 ? "" : `\n${statements(parts, style, "    ", "// why")}`}}\n\nlet y = 2\n`,
	},
	{
		name: "a C++ initialiser",
		language: "cpp",
		sources: ['{"A", "1"}', '{"B", x + "y, // }"}', "{C, d(1, 2)}", '{"E", {1, 2}}'],
		layouts: [...inline, ...over],
		hasComments: true,
		print: (parts, style) =>
			delimited(parts, style, { before: "auto x = ", open: "{", close: "}", after: ";\n", comment: "// why, so" }),
	},
	{
		name: "statements of a C++ function",
		language: "cpp",
		sources: [
			"a();",
			"int b = 1;",
			"if (c) {\n        d();\n    }",
			'h = curl_slist_append(h, "A: b");',
			'e["F"] = 1;',
		],
		layouts: over,
		hasComments: true,
		print: (parts, style) =>
			`void f() {${parts.length === 0 ? "" : `\n${statements(parts, style, "    ", "// why")}`}}\n\nint y = 2;\n`,
	},
	{
		name: "a Scala map",
		language: "scala",
		sources: ['"A" -> "1"', '"B" -> s"x, $d // )"', "C -> Seq(1, 2)", '"E" -> f(g)', '"H" -> Map("I" -> 1)'],
		layouts: [...inline, ...over],
		hasComments: true,
		print: (parts, style) =>
			delimited(parts, style, { before: "val x = Map", open: "(", close: ")", after: "\n", comment: "// why, so" }),
	},
	{
		name: "a Kotlin map",
		language: "kotlin",
		sources: ['"A" to "1"', '"B" to "x, $d // )"', "C to listOf(1, 2)", '"E" to f { g }', '"H" to mapOf("I" to 1)'],
		layouts: [...inline, ...over],
		hasComments: true,
		print: (parts, style) =>
			delimited(parts, style, {
				before: "val x = mapOf",
				open: "(",
				close: ")",
				after: "\n",
				comment: "// why, so",
			}),
	},
	{
		name: "statements of a Kotlin lambda",
		language: "kotlin",
		sources: ["a()", "val b = 1", "if (c) {\n            d()\n        }", 'header("A", "b")', 'e["F"] = 1'],
		layouts: over,
		hasComments: true,
		print: (parts, style) =>
			`fun f() {\n    g {${parts.length === 0 ? "" : `\n${statements(parts, style, "        ", "// why")}    `}}\n\n    val y = 2\n}\n`,
	},
	{
		name: "a C# initialiser",
		language: "csharp",
		sources: ['["A"] = "1"', '["B"] = $"x, {d} // }"', "[c] = 1", '["E"] = new() { F = 1 }', '["G"] = new[] { 1, 2 }'],
		layouts: [...inline, ...over],
		hasComments: true,
		print: (parts, style) =>
			delimited(parts, style, {
				before: "var x = new Dictionary<string, object> ",
				open: "{",
				close: "}",
				after: ";\n",
				comment: "// why, so",
			}),
	},
	{
		name: "statements of a C# method",
		language: "csharp",
		sources: [
			"A();",
			"var b = 1;",
			"if (c)\n        {\n            D();\n        }",
			'r.Headers.Add("A", "b");',
			"e.F = 1;",
		],
		layouts: over,
		hasComments: true,
		print: (parts, style) =>
			`class A\n{\n    void F()\n    {${parts.length === 0 ? "" : `\n${statements(parts, style, "        ", "// why")}    `}}\n\n    int y = 2;\n}\n`,
	},
	{
		name: "TypeScript arguments",
		language: "typescript",
		sources: ["a", '"b, )"', "{ c: 1 }", "...d", "() => { e(); }"],
		layouts: [...inline, ...over],
		hasComments: true,
		print: (parts, style) =>
			delimited(parts, style, {
				before: "x = f",
				open: "(",
				close: ")",
				after: ".then(g);\n",
				comment: "/* why, so */",
			}),
	},
	{
		name: "a Ruby hash",
		language: "ruby",
		sources: ['"A" => 1', "b: [1, 2]", '"C": "x, # }"', "**d", ":e => f(1, 2)", "G => { h: 1 }"],
		layouts: [...inline, ...over],
		hasComments: true,
		print: (parts, style) =>
			delimited(parts, style, { before: "x = ", open: "{", close: "}", after: "\ny = 2\n", comment: "# why, so" }),
	},
	{
		name: "Ruby keyword arguments",
		language: "ruby",
		sources: ["a: 1", 'b: "x, # y)"', "c: [1, 2]", 'd: { "e" => f(1, 2) }', "**g"],
		layouts: [...inline, ...over],
		hasComments: true,
		print: (parts, style) =>
			delimited(parts, style, { before: "x = f", open: "(", close: ")", after: "\ny = 2\n", comment: "# why, so" }),
	},
	{
		name: "a PHP array",
		language: "php",
		sources: ["'A' => 1", "'b' => [1, 2]", '"c" => "x, // ]"', "...$d", "E => f(1, 2)", "'g' => fn($h) => [$h]"],
		layouts: [...inline, ...over],
		hasComments: true,
		print: (parts, style) =>
			delimited(parts, style, {
				before: "<?php\n$x = ",
				open: "[",
				close: "]",
				after: ";\n$y = 2;\n",
				comment: "// why, so",
			}),
	},
	{
		name: "pairs of a Rust macro",
		language: "rust",
		sources: ['"a": 1', '"b": "x, // }"', '"c": [1, 2]', '"d": { "e": f(1, 2) }', '"g": x.y()'],
		layouts: [...inline, ...over],
		hasComments: true,
		print: (parts, style) =>
			delimited(parts, style, {
				before: "fn f() { g(json!(",
				open: "{",
				close: "}",
				after: ")); }\n",
				comment: "// why, so",
			}),
	},
	{
		name: "links of a Rust chain",
		language: "rust",
		sources: ['.header("A", "b, c")', ".d()", ".e(f(1))", '.with_g("H", x)'],
		layouts: ["tight", "lines"],
		hasComments: true,
		print: (parts, style) => {
			const links = parts.map(({ source, comment }) => `\n    ${source}${comment ? " // why" : ""}`);
			const inside = style.layout === "tight" ? parts.map((part) => part.source).join("") : links.join("");
			return `fn f() { let x = a.b(u)${inside}${style.layout === "tight" ? "" : "\n    "}.send(); }\n`;
		},
	},
	{
		name: "statements of a Python function",
		language: "python",
		sources: ["a()", "b = 1", "if c:\n        d()", "for e in f:\n        g()", 'h = """\n\ntext\n"""'],
		layouts: over,
		hasComments: true,
		print: (parts, style) =>
			`import x\n\n\ndef f():\n${statements(parts, style, "    ", "# why") || "    pass\n"}\n\ny = 2\n`,
	},
	{
		name: "statements of a Python file",
		language: "python",
		sources: ["a()", "b = 1", "if c:\n    d()", "import e", 'f = """\n\ntext\n"""'],
		layouts: over,
		hasComments: true,
		print: (parts, style) => statements(parts, style, "", "# why"),
	},
	{
		name: "statements of a TypeScript block",
		language: "typescript",
		sources: [
			"a();",
			"const b = { c: 1 };",
			"if (d) {\n    e();\n  }",
			"f()",
			"while (x) {\n    y();\n  }",
			"return g;",
		],
		layouts: over,
		hasComments: true,
		print: (parts, style) =>
			parts.length === 0
				? "function outer() {}\n"
				: `function outer() {\n${statements(parts, style, "  ", "// why")}}\n`,
	},
	{
		name: "links of a chain",
		language: "typescript",
		sources: ['.set("A", "b, c")', ".d()", "?.e(f(1))", ".g({\n      h: 1,\n    })"],
		layouts: ["tight", "lines"],
		hasComments: true,
		print: (parts, style) => {
			const links = parts.map(({ source, comment }) => `\n    ${source}${comment ? " // why" : ""}`);
			const inside = style.layout === "tight" ? parts.map((part) => part.source).join("") : links.join("");
			return `const x = a.b(u)${inside}${style.layout === "tight" ? "" : "\n    "}.send();\n`;
		},
	},
	{
		name: "words of a shell command",
		language: "shell",
		sources: ["-X POST", '-H "A: b, # c"', "-H 'D: e'", '"https://$F/g"', "-d '{\n  \"h\": 1\n}'", "-s"],
		layouts: ["tight", "lines"],
		hasComments: false,
		print: (parts, style) => {
			const space = style.layout === "tight" ? " " : " \\\n  ";
			return `i\ncurl${parts.map((part) => space + part.source).join("")}\nj\n`;
		},
	},
	{
		name: "variables of a shell command",
		language: "shell",
		sources: ["A=1", 'B="c d"', "E=$F"],
		layouts: ["tight"],
		hasComments: false,
		print: (parts) => `g\n${parts.map((part) => `${part.source} `).join("")}curl -s "$h"\n`,
	},
	{
		name: "lines of a shell script",
		language: "shell",
		sources: ["export A=1", 'B="$C"', "curl -s \\\n  d", "if e; then\n  f\nfi"],
		layouts: over,
		hasComments: true,
		print: (parts, style) => statements(parts, style, "", "# why"),
	},
	{
		name: "lines of a .env file",
		language: "dotenv",
		sources: ["A=1", 'export B="c # d"', "E=", "F='g\n'", "H = i"],
		layouts: over,
		hasComments: true,
		print: (parts, style) => statements(parts, style, "", "# why"),
	},
];
