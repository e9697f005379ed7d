import { expectOutline } from "./expect-outline";

/** Expressions and declarations, as the Outline says them. */
describe("Kotlin outline", () => {
	const check = (source: string, expected: string) => expectOutline("kotlin", source, expected);

	it("reads a chain, interpolations without braces among them", () =>
		check(
			`
val a = C.builder().header("A", "Bearer $k \${f()} \\$x").build()
`,
			`
statement «val a = C.builder().header("A", "Bearer …} \\$x").build()»
  const =
    target ref a
    value call C.builder.header.build
      receiver call C.builder.header
        receiver call C.builder
          receiver ref C
          args args «»
        args args «"A", "Bearer $k \${f()} \\$x"»
          value «"A"»
            "A"
          value «"Bearer $k \${f()} \\$x"»
            "Bearer $k \${f()} \\$x" escaped
              hole ref k
              hole call f
                args args «»
      args args «»
`,
		));

	it("calls a function with its trailing lambda once", () =>
		check(
			`
val c = http.post("u") {
    header("A", b)
}
`,
			`
statement «val c = http.post("u") {⏎    header("A", b)⏎}»
  const =
    target ref c
    value call http.post
      receiver ref http
      args args «"u"»
        value «"u"»
          "u"
      body block «⏎    header("A", b)⏎»
        statement «header("A", b)»
          call header
            args args «"A", b»
              value «"A"»
                "A"
              value «b»
                ref b
`,
		));

	it("reads pairs and named arguments as entries", () =>
		check(
			`
f(a = 1, "B" to c, *d)
val m = mapOf("A" to "b", C to d)
h += "A" to "b"
`,
			`
statement «f(a = 1, "B" to c, *d)»
  call f
    args args «a = 1, "B" to c, *d»
      entry «a = 1»
        key ref a
        number_literal «1»
      entry «"B" to c»
        key "B"
        ref c
      spread «*d»
        ref d
statement «val m = mapOf("A" to "b", C to d)»
  const =
    target ref m
    value map «"A" to "b", C to d»
      entry «"A" to "b"»
        key "A"
        "b"
      entry «C to d»
        computed key ref C
        ref d
statement «h += "A" to "b"»
  assign =
    target index
      object ref h
      key "A"
    value "b"
`,
		));

	it("takes a property's value from where it stands", () =>
		check(
			`
class A(private val k: String = "d") : B(k) {
    companion object {
        const val KEY = "x"
    }
    val a by lazy { System.getenv("K")!! }
    val b: String get() = "v"
}
`,
			`
statement «class A(private val k: String = "d") : B…g get() = "v"⏎}»
  class A
    params names «private val k: String = "d"»
      value «private val k: String = "d"»
        var =
          target ref k
          value "d"
    delegation_specifiers
      delegation_specifier
        call B
          args args «k»
            value «k»
              ref k
    body block «⏎    companion object {⏎        const va…ng get() = "v"⏎»
      statement «companion object {⏎        const val KEY = "x"⏎    }»
        class A
          body block «⏎        const val KEY = "x"⏎    »
            statement «const val KEY = "x"»
              field =
                target ref KEY
                value "x"
      statement «val a by lazy { System.getenv("K")!! }»
        field =
          target ref a
          value call System.getenv
            receiver ref System
            args args «"K"»
              value «"K"»
                "K"
      statement «val b: String get() = "v"»
        field =
          target ref b
          value "v"
aside ref String
aside ref String
`,
		));

	it("tells a condition that chooses from one that guards", () =>
		check(
			`
val a = if (x) "b" else { "c" }
if (y) f() else if (z) g() else { h() }
val e = k ?: throw E()
`,
			`
statement «val a = if (x) "b" else { "c" }»
  const =
    target ref a
    value either ternary
      test ref x
      then "b"
      else "c"
statement «if (y) f() else if (z) g() else { h() }»
  guard if
    test ref y
    then block «f()»
      statement «f()»
        call f
          args args «»
    else guard if
      test ref z
      then block «g()»
        statement «g()»
          call g
            args args «»
      else block « h() »
        statement «h()»
          call h
            args args «»
statement «val e = k ?: throw E()»
  const =
    target ref e
    value either or
      test ref k
      else throw_expression
        call E
          args args «»
`,
		));

	it("looks through what changes a type only", () =>
		check(
			`
val a = """
    {"b": "c"}
""".trimIndent()
val d = x as String
fun f(a: String = "b", c: Int): String = a.toHttpUrl()
`,
			`
statement «val a = """⏎    {"b": "c"}⏎""".trimIndent()»
  const =
    target ref a
    value """⏎    {"b": "c"}⏎""" raw
statement «val d = x as String»
  const =
    target ref d
    value ref x
statement «fun f(a: String = "b", c: Int): String = a.toHttpUrl()»
  function f
    params names «a: String = "b", c: Int»
      value «a: String = "b"»
        var =
          target ref a
          value "b"
      value «c: Int»
        ref c
    ref String
    body ref a
aside ref String
aside ref String
aside ref Int
`,
		));

	it("names what an import brings", () =>
		check(
			`
import a.b.C
import a.b.D as E
import g.*
`,
			`
statement «import a.b.C»
  import a.b C:C
statement «import a.b.D as E»
  import a.b D:E
statement «import g.*»
  import g *:*
`,
		));
});
