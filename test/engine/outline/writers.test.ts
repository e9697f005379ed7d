import assert from "node:assert/strict";
import { languageById } from "../../../server/engine/languages";
import type { Writer } from "../../../server/engine/languages/language";
import { importOffset } from "../../../server/engine/languages/python/import-offset";
import type { Grammars } from "../../../server/engine/outline/grammars";
import { outlineOf } from "../../../server/engine/outline/outline-of";
import type { Outline } from "../../../server/engine/outline/schema";
import { testGrammars } from "../../support/grammars";

describe("Writers", () => {
	let grammars: Grammars;
	before(async () => {
		grammars = await testGrammars();
	});

	function outline(language: string, text: string): Outline {
		const read = outlineOf({ language, text }, grammars);
		assert.ok(read);
		return read;
	}

	function writer(language: string): Writer {
		const found = languageById(language);
		assert.ok(found);
		return found.writer;
	}

	const environments: readonly (readonly [language: string, file: string, expected: string])[] = [
		["python", "", 'os.environ["K"]'],
		["python", 'import os\na = os.getenv("A")\n', 'os.getenv("K")'],
		["python", "import os\na = os.environ['A']\n", "os.environ['K']"],
		["python", 'import os as x\na = x.getenv("A")\n', 'x.getenv("K")'],
		["python", 'from os import getenv\na = getenv("A")\n', 'getenv("K")'],
		["python", 'from os import environ as e\na = e["A"]\n', 'e["K"]'],
		["javascript", "", "process.env.K"],
		["typescript", "a = process.env.A!;", "process.env.K!"],
		["typescript", "a = process.env.A ?? b; c = process.env.C!;", "process.env.K"],
		["typescript", "a = import.meta.env.A;", "import.meta.env.K"],
		["typescript", 'a = Deno.env.get("A");', 'Deno.env.get("K")'],
		["javascript", "a = Bun.env.A;", "Bun.env.K"],
		["go", "package a\n", 'os.Getenv("K")'],
		["java", "class A {}", 'System.getenv("K")'],
		["swift", "", '(ProcessInfo.processInfo.environment["K"] ?? "")'],
		["cpp", "int a;", 'getenv("K")'],
		["cpp", "std::string a;", 'std::getenv("K")'],
		["dart", "", "const String.fromEnvironment('K')"],
		["dart", "import 'dart:io';", "(Platform.environment['K'] ?? '')"],
		["dart", "import 'dart:io' as io;", "(io.Platform.environment['K'] ?? '')"],
		["dart", "const a = String.fromEnvironment('A');", "const String.fromEnvironment('K')"],
		["dart", "final a = dotenv.env['A'];", "(dotenv.env['K'] ?? '')"],
		["scala", "", 'sys.env("K")'],
		["kotlin", "", 'System.getenv("K")'],
		["csharp", "using System;", 'Environment.GetEnvironmentVariable("K")'],
		["csharp", "using OpenAI;", 'System.Environment.GetEnvironmentVariable("K")'],
		["ruby", "", 'ENV.fetch("K")'],
		["ruby", "a = ENV['A']", "ENV['K']"],
		["php", "<?php", "getenv('K')"],
		["php", '<?php $a = env("A");', 'env("K")'],
		["php", "<?php $a = $_ENV['A'];", "$_ENV['K']"],
		["rust", "", 'std::env::var("K").expect("K is not set")'],
		["rust", 'use std::env;\nfn f() { env::var("A")?; }', 'env::var("K")?'],
		["rust", 'fn f() { std::env::var("A").unwrap(); }', 'std::env::var("K").unwrap()'],
		["shell", "", "$K"],
		["dotenv", "", `\${K}`],
	];
	for (const [language, file, expected] of environments) {
		it(`reads the environment in ${language} after ${JSON.stringify(file)} as ${expected}`, () => {
			assert.equal(writer(language).environment("K", outline(language, file)), expected);
		});
	}

	it("asks for `import os` only where no name of it can be used", () => {
		const needs = (text: string) => writer("python").environmentImport(outline("python", text));
		assert.equal(needs("import sys\n"), "import os");
		assert.equal(needs("def f():\n    import os\n"), "import os");
		assert.equal(needs("import sys, os\n"), undefined);
		assert.equal(needs("from os import getenv\n"), undefined);
	});

	it("spells entries, maps and sequences", () => {
		assert.equal(writer("python").entry("a", "1", "args", '"'), "a=1");
		assert.equal(writer("python").map([writer("python").entry("a", "1", "map", "'")]), "{'a': 1}");
		assert.equal(writer("tsx").entry("a", "1", "map", '"'), "a: 1");
		assert.equal(writer("tsx").map([writer("tsx").entry("a-b", "1", "map", "'")]), "{ 'a-b': 1 }");
		assert.equal(writer("javascript").seq(["1", "2"]), "[1, 2]");
	});

	const values = ["plain", `a "b" 'c'`, "back\\slash", "line\nbreak", "$HOME `x`", `\${A}`];
	for (const language of ["python", "javascript", "typescript"]) {
		it(`writes strings that ${language} reads as one literal`, () => {
			for (const value of values) {
				for (const quote of ['"', "'"] as const) {
					const read = outline(language, `x = ${writer(language).string(value, quote)}`);
					assert.equal(read.strings.length, 1);
					assert.deepEqual(read.broken, []);
				}
			}
		});
	}

	const statements: Readonly<Record<string, (value: string) => string>> = {
		ruby: (value) => `x = ${value}\n`,
		php: (value) => `<?php $x = ${value};\n`,
		dart: (value) => `final x = ${value};\n`,
		swift: (value) => `let x = ${value}\n`,
		cpp: (value) => `auto x = ${value};\n`,
		scala: (value) => `val x = ${value}\n`,
		kotlin: (value) => `val x = ${value}\n`,
		rust: (value) => `const X: &str = ${value};\n`,
	};
	for (const [language, statement] of Object.entries(statements)) {
		it(`writes strings that ${language} reads as one literal without interpolation`, () => {
			for (const value of [...values, "#{a}", "{$a}"]) {
				for (const quote of ['"', "'"] as const) {
					const read = outline(language, statement(writer(language).string(value, quote)));
					assert.equal(read.strings.length, 1);
					assert.deepEqual(read.strings[0]?.holes, []);
					assert.deepEqual(read.broken, []);
				}
			}
		});
	}

	it("spells entries and joined strings of Ruby and PHP", () => {
		assert.equal(writer("ruby").entry("a", "1", "args", '"'), "a: 1");
		assert.equal(writer("ruby").map([writer("ruby").entry("a-b", "1", "map", "'")]), "{ 'a-b' => 1 }");
		assert.equal(writer("php").map([writer("php").entry("a", "1", "map", "'")]), "['a' => 1]");
		const [str] = outline("php", "<?php $x = 'Bearer y';").strings;
		assert.ok(str);
		assert.equal(writer("php").joined?.("Bearer ", "f()", "", str), "'Bearer ' . f()");
		assert.equal(writer("ruby").joined?.("Bearer ", "f", "", str), '"Bearer #{f}"');
		assert.equal(writer("rust").joined?.("Bearer ", "f()", "", str), undefined);
	});

	it("spells entries and joined strings of Kotlin", () => {
		assert.equal(writer("kotlin").entry("a", "1", "args", '"'), "a = 1");
		assert.equal(writer("kotlin").map([writer("kotlin").entry("a", "1", "map", '"')]), 'mapOf("a" to 1)');
		const [plain, raw] = outline("kotlin", 'val x = "Bearer y"\nval z = """Bearer y"""').strings;
		assert.ok(plain && raw);
		assert.equal(writer("kotlin").joined?.("Bearer ", "f()", "", plain), `"Bearer \${f()}"`);
		assert.equal(writer("kotlin").joined?.("Bearer ", "f()", "", raw), undefined);
	});

	it("spells entries, joined strings and imports of Swift", () => {
		assert.equal(writer("swift").entry("a", "1", "args", '"'), "a: 1");
		assert.equal(writer("swift").map([writer("swift").entry("a", "1", "map", '"')]), '["a": 1]');
		const [plain] = outline("swift", 'let x = "Bearer y"\n').strings;
		assert.ok(plain);
		const raw = { ...plain, open: '#"' };
		assert.equal(writer("swift").joined?.("Bearer ", "(f)", "", plain), '"Bearer \\(f)"');
		assert.equal(writer("swift").joined?.("Bearer ", "f", "", raw), undefined);
		assert.equal(writer("swift").environmentImport(outline("swift", "let a = 1")), "import Foundation");
		assert.equal(writer("swift").environmentImport(outline("swift", "import UIKit\n")), undefined);
	});

	it("spells entries and includes of C and C++", () => {
		const includes = (text: string) => writer("cpp").environmentImport(outline("cpp", text));
		assert.equal(writer("cpp").map([writer("cpp").entry("a", "b", "map", '"')]), '{{"a", b}}');
		assert.equal(includes("int a;\n"), "#include <stdlib.h>");
		assert.equal(includes("std::string a;\n"), "#include <cstdlib>");
		assert.equal(includes("#include <cstdlib>\n"), undefined);
	});

	it("spells entries and joined strings of Dart", () => {
		assert.equal(writer("dart").entry("a", "1", "args", "'"), "a: 1");
		assert.equal(writer("dart").map([writer("dart").entry("a", "1", "map", "'")]), "{'a': 1}");
		const [plain] = outline("dart", "final x = 'Bearer y';\n").strings;
		const [raw] = outline("dart", "final x = r'Bearer y';\n").strings;
		assert.ok(plain && raw);
		assert.equal(writer("dart").joined?.("a$ ", "(f)", "", plain), ["'a\\$ $", "{f}'"].join(""));
		assert.equal(writer("dart").joined?.("a ", "f", "", raw), undefined);
	});

	it("spells entries and joined strings of Scala", () => {
		assert.equal(writer("scala").entry("a", "1", "args", '"'), "a = 1");
		assert.equal(writer("scala").map([writer("scala").entry("a", "1", "map", '"')]), 'Map("a" -> 1)');
		const [plain] = outline("scala", 'val x = "Bearer y"\n').strings;
		assert.ok(plain);
		assert.equal(writer("scala").joined?.("a$ ", "f()", "", plain), `s"a$$ \${f()}"`);
	});

	for (const language of ["shell", "dotenv"]) {
		it(`writes ${language} strings in which nothing expands`, () => {
			for (const value of ["plain", "$HOME `x`", `\${A}`, "back\\slash"]) {
				for (const quote of ['"', "'"] as const) {
					const read = outline(language, `X=${writer(language).string(value, quote)}`);
					assert.deepEqual(
						read.strings.flatMap((string) => string.holes),
						[],
					);
					assert.deepEqual(read.broken, []);
				}
			}
		});
	}
});

describe("importOffset", () => {
	const cases: readonly (readonly [name: string, marked: string])[] = [
		["the file's start", "|x = 1\n"],
		["behind shebang, encoding and docstring", '#!/usr/bin/python\n# -*- coding: utf-8 -*-\n"""Doc."""\n\n|import a\n'],
		["behind future imports", "from __future__ import annotations\n|import a\n"],
		["behind a byte order mark", "\uFEFF|import a\n"],
		["the end of an empty file", "|"],
	];
	for (const [name, marked] of cases) {
		it(`is ${name}`, async () => {
			const text = marked.replace("|", "");
			const read = outlineOf({ language: "python", text }, await testGrammars());
			assert.ok(read);
			assert.equal(importOffset(read), marked.indexOf("|"));
		});
	}
});
