import { expectOutline } from "./expect-outline";

describe("Outline of JavaScript and TypeScript", () => {
	it("reads destructuring with defaults and renames", () =>
		expectOutline(
			"typescript",
			`
const { A, B = "x", c: d = "y", ...e } = process.env;
`,
			`
statement «const { A, B = "x", c: d = "y", ...e } = process.env;»
  const =
    target names « A, B = "x", c: d = "y", ...e »
      entry «A»
        key=value ref A
      entry «B = "x"»
        var =
          target ref B
          value "x"
      entry «c: d = "y"»
        key ref c
        var =
          target ref d
          value "y"
      spread «...e»
        ref e
    value member .env
      object ref process
`,
		));

	it("reads exports and imports", () =>
		expectOutline(
			"typescript",
			`
import D, { a as b, type T } from "m";
import * as n from "n";
import x = require("x");
export { c } from "./c";
export * from "./d";
export const e = 1;
export default function f() {}
`,
			`
statement «import D, { a as b, type T } from "m";»
  import m default:D a:b T:T
statement «import * as n from "n";»
  import n *:n
statement «import x = require("x");»
  import x *:x
statement «export { c } from "./c";»
  import ./c c:
statement «export * from "./d";»
  import ./d *:
statement «export const e = 1;»
  exported const =
    target ref e
    value number «1»
statement «export default function f() {}»
  exported function f
    params names «»
    body block «»
`,
		));

	it("reads imports that are calls", () =>
		expectOutline(
			"javascript",
			`
const { OpenAI, b: c } = require("openai");
const D = (await import("d")).default;
require("./side");
`,
			`
statement «const { OpenAI, b: c } = require("openai");»
  const =
    target names « OpenAI, b: c »
      entry «OpenAI»
        key=value ref OpenAI
      entry «b: c»
        key ref b
        ref c
    value call require
      args args «"openai"»
        value «"openai"»
          "openai"
statement «const D = (await import("d")).default;»
  const =
    target ref D
    value member .default
      object call import
        args args «"d"»
          value «"d"»
            "d"
statement «require("./side");»
  call require
    args args «"./side"»
      value «"./side"»
        "./side"
import openai OpenAI:OpenAI b:c
import d default:D
import ./side
`,
		));

	it("reads functions, parameters and classes", () =>
		expectOutline(
			"typescript",
			`
const f = async (p, q = "1") => p;
class K extends L { static a: string = "x"; constructor(private k = "d") { super(k) } }
`,
			`
statement «const f = async (p, q = "1") => p;»
  const =
    target ref f
    value function
      params names «p, q = "1"»
        value «p»
          ref p
        value «q = "1"»
          var =
            target ref q
            value "1"
      body ref p
statement «class K extends L { static a: string = "… { super(k) } }»
  class K
    class_heritage
      extends_clause
        ref L
    body block « static a: string = "x"; constructor(pri…) { super(k) } »
      statement «static a: string = "x"»
        field =
          target ref a
          value "x"
      statement «constructor(private k = "d") { super(k) }»
        function constructor
          params names «private k = "d"»
            value «private k = "d"»
              var =
                target ref k
                value "d"
          body block « super(k) »
            statement «super(k)»
              call super
                args args «k»
                  value «k»
                    ref k
`,
		));

	it("reads members of types and enums as declarations", () =>
		expectOutline(
			"typescript",
			`
interface I { "Helicone-Auth": string; b?: "x" }
type T = { c: "d" };
enum E { A = "a", B }
`,
			`
statement «interface I { "Helicone-Auth": string; b?: "x" }»
  interface_declaration
    ref I
    members « "Helicone-Auth": string; b?: "x" »
      entry «"Helicone-Auth": string»
        key "Helicone-Auth"
        type_annotation «: string»
      entry «b?: "x"»
        key ref b
        "x"
statement «type T = { c: "d" };»
  type_alias_declaration
    ref T
    members « c: "d" »
      entry «c: "d"»
        key ref c
        "d"
statement «enum E { A = "a", B }»
  enum_declaration
    ref E
    members « A = "a", B »
      entry «A = "a"»
        key ref A
        "a"
      entry «B»
        key ref B
`,
		));

	it("gives a body without braces a block", () =>
		expectOutline(
			"typescript",
			`
if (a) f(); else if (b) { g() } else h();
for (const x of y) i();
switch (z) { case "q": j(); break; }
`,
			`
statement «if (a) f(); else if (b) { g() } else h();»
  guard if
    test ref a
    then block «f();»
      statement «f();»
        call f
          args args «»
    else guard if
      test ref b
      then block « g() »
        statement «g()»
          call g
            args args «»
      else block «h();»
        statement «h();»
          call h
            args args «»
statement «for (const x of y) i();»
  for_in_statement
    ref x
    ref y
    block «i();»
      statement «i();»
        call i
          args args «»
statement «switch (z) { case "q": j(); break; }»
  switch_statement
    ref z
    switch_body
      switch_case
        "q"
        block «j(); break;»
          statement «j();»
            call j
              args args «»
          statement «break;»
            break_statement «break;»
`,
		));

	it("reads decorators of an exported class", () =>
		expectOutline(
			"typescript",
			`
@Injectable({ a: "b" }) export class Z {}
`,
			`
statement «@Injectable({ a: "b" }) export class Z {}»
  exported class Z
    call Injectable
      args args «{ a: "b" }»
        value «{ a: "b" }»
          map « a: "b" »
            entry «a: "b"»
              key ref a
              "b"
    body block «»
`,
		));

	it("marks what is broken and keeps the rest", () =>
		expectOutline(
			"typescript",
			`
const a = { "k": "v" };
const b = = c;
f({ "x": });
g("y"
`,
			`
statement «const a = { "k": "v" };»
  const =
    target ref a
    value map « "k": "v" »
      entry «"k": "v"»
        key "k"
        "v"
statement «const b = = c;»
  const =
    target ref b
    value ref c
statement «f({ "x": });»
  call f
    args args «{ "x": }»
      value «{ "x": }»
        map « "x": »
          entry «"x":»
            key "x"
statement «g("y"»
  ERROR
    ref g
    "y"
broken «=»
broken «»
broken «g("y"»
`,
		));
});
