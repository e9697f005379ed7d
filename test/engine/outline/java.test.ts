import { expectOutline } from "./expect-outline";

/** Expressions and declarations, as the Outline says them. */
describe("Java outline", () => {
	const check = (source: string, expected: string) => expectOutline("java", source, expected);

	it("reads a chain from its builder", () =>
		check(
			`
class A {
	B b = C.builder().url("u").header("A", "Bearer " + k).build();
}
`,
			`
statement «class A {⏎	B b = C.builder().url("u").he…+ k).build();⏎}»
  class A
    body block «⏎	B b = C.builder().url("u").header("A",… + k).build();⏎»
      statement «B b = C.builder().url("u").header("A", "…" + k).build();»
        field =
          target ref b
          value call C.builder.url.header.build
            receiver call C.builder.url.header
              receiver call C.builder.url
                receiver call C.builder
                  receiver ref C
                  args args «»
                args args «"u"»
                  value «"u"»
                    "u"
              args args «"A", "Bearer " + k»
                value «"A"»
                  "A"
                value «"Bearer " + k»
                  concat
                    "Bearer "
                    ref k
            args args «»
aside ref B
`,
		));

	it("pairs the arguments of Map.of", () =>
		check(
			`
class A {
	void f() {
		var m = Map.of("A", b, "C", d);
	}
}
`,
			`
statement «class A {⏎	void f() {⏎		var m = Map.of("A", b, "C", d);⏎	}⏎}»
  class A
    body block «⏎	void f() {⏎		var m = Map.of("A", b, "C", d);⏎	}⏎»
      statement «void f() {⏎		var m = Map.of("A", b, "C", d);⏎	}»
        function f
          params names «»
          body block «⏎		var m = Map.of("A", b, "C", d);⏎	»
            statement «var m = Map.of("A", b, "C", d);»
              var =
                target ref m
                value call Map.of
                  receiver ref Map
                  args args «"A", b, "C", d»
                    value «"A"»
                      "A"
                    value «b»
                      ref b
                    value «"C"»
                      "C"
                    value «d»
                      ref d
aside ref var
`,
		));

	it("looks through casts, types and arrays", () =>
		check(
			`
class A {
	void f() {
		String s = (String) x;
		new HashMap<K, V>();
		var a = new String[] {"b"};
		a[0] = c;
	}
}
`,
			`
statement «class A {⏎	void f() {⏎		String s = (Stri…	a[0] = c;⏎	}⏎}»
  class A
    body block «⏎	void f() {⏎		String s = (String) x;⏎		…		a[0] = c;⏎	}⏎»
      statement «void f() {⏎		String s = (String) x;⏎		ne…⏎		a[0] = c;⏎	}»
        function f
          params names «»
          body block «⏎		String s = (String) x;⏎		new HashMap<…;⏎		a[0] = c;⏎	»
            statement «String s = (String) x;»
              var =
                target ref s
                value ref x
            statement «new HashMap<K, V>();»
              new HashMap
                args args «»
            statement «var a = new String[] {"b"};»
              var =
                target ref a
                value seq «"b"»
                  value «"b"»
                    "b"
            statement «a[0] = c;»
              assign =
                target index
                  object ref a
                  key decimal_integer_literal «0»
                value ref c
aside ref String
aside ref String
aside type_arguments
  ref K
  ref V
aside ref var
aside ref String
`,
		));

	it("names what an import brings", () =>
		check(
			`
import a.b.C;
import static d.E.f;
import g.*;
class A {}
`,
			`
statement «import a.b.C;»
  import a.b C:C
statement «import static d.E.f;»
  import d.E f:f
statement «import g.*;»
  import g *:*
statement «class A {}»
  class A
    body block «»
`,
		));
});
