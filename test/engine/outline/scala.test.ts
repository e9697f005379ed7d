import { expectOutline } from "./expect-outline";

/** Expressions and declarations, as the Outline says them. */
describe("Scala outline", () => {
	const check = (source: string, expected: string) => expectOutline("scala", source, expected);

	it("reads a chain and what is put into its strings", () =>
		check(
			`
val r = basicRequest.post(uri"$base/v1").header("A", s"Bearer \${f(1)}").auth.bearer(k)
`,
			`
statement «val r = basicRequest.post(uri"$base/v1")….auth.bearer(k)»
  const =
    target ref r
    value call basicRequest.post.header.auth.bearer
      receiver member .auth
        object call basicRequest.post.header
          receiver call basicRequest.post
            receiver ref basicRequest
            args args «uri"$base/v1"»
              value «uri"$base/v1"»
                uri"$base/v1"
                  hole ref base
          args args «"A", s"Bearer \${f(1)}"»
            value «"A"»
              "A"
            value «s"Bearer \${f(1)}"»
              s"Bearer \${f(1)}"
                hole call f
                  args args «1»
                    value «1»
                      integer_literal «1»
      args args «k»
        value «k»
          ref k
`,
		));

	it("reads pairs and named arguments as entries", () =>
		check(
			`
val q = requests.post("u", headers = Map("A" -> "b", C -> d))
h += ("A" -> "b")
h("A") = "b"
`,
			`
statement «val q = requests.post("u", headers = Map…> "b", C -> d))»
  const =
    target ref q
    value call requests.post
      receiver ref requests
      args args «"u", headers = Map("A" -> "b", C -> d)»
        value «"u"»
          "u"
        entry «headers = Map("A" -> "b", C -> d)»
          key ref headers
          map «"A" -> "b", C -> d»
            entry «"A" -> "b"»
              key "A"
              "b"
            entry «C -> d»
              computed key ref C
              ref d
statement «h += ("A" -> "b")»
  assign =
    target index
      object ref h
      key "A"
    value "b"
statement «h("A") = "b"»
  assign =
    target index
      object ref h
      key "A"
    value "b"
`,
		));

	it("tells a condition that chooses from one that guards", () =>
		check(
			`
def f(a: String = "b") = if (a == "c") "d" else "e" + a
object A {
  val k = sys.env("K")
  if (x) g() else { h() }
}
`,
			`
statement «def f(a: String = "b") = if (a == "c") "d" else "e" + a»
  function f
    params names «a: String = "b"»
      value «a: String = "b"»
        var =
          target ref a
          value "b"
    body either ternary
      test infix ==
        left ref a
        right "c"
      then "d"
      else concat
        "e"
        ref a
statement «object A {⏎  val k = sys.env("K")⏎  if (… else { h() }⏎}»
  class A
    body block «⏎  val k = sys.env("K")⏎  if (x) g() else { h() }⏎»
      statement «val k = sys.env("K")»
        field =
          target ref k
          value call sys.env
            receiver ref sys
            args args «"K"»
              value «"K"»
                "K"
      statement «if (x) g() else { h() }»
        guard if
          test ref x
          then block «g()»
            statement «g()»
              call g
                args args «»
          else block « h() »
            statement «h()»
              call h
                args args «»
aside ref String
`,
		));

	it("looks through what changes a type only", () =>
		check(
			`
val a = """{"b": "c"}""".stripMargin
val d = requests.get("u").headers.get
`,
			`
statement «val a = """{"b": "c"}""".stripMargin»
  const =
    target ref a
    value """{"b": "c"}""" raw
statement «val d = requests.get("u").headers.get»
  const =
    target ref d
    value member .headers
      object call requests.get
        receiver ref requests
        args args «"u"»
          value «"u"»
            "u"
`,
		));

	it("names what an import brings", () =>
		check(
			`
import a.b._
import a.b.C
import a.b.{C, D => E}
`,
			`
statement «import a.b._»
  import a.b *:*
statement «import a.b.C»
  import a.b C:C
statement «import a.b.{C, D => E}»
  import a.b C:C D:E
`,
		));
});
