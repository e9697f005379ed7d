import { expectOutline } from "./expect-outline";

describe("Outline of Python", () => {
	it("knows assignments: annotated, augmented, walrus, chained, unpacked", () =>
		expectOutline(
			"python",
			`
x: str = "a"
x += "b"
f(y := "c")
a = b = "d"
c, d = e
`,
			`
statement «x: str = "a"»
  assign =
    target ref x
    value "a"
statement «x += "b"»
  assign +=
    target ref x
    value "b"
statement «f(y := "c")»
  call f
    args args «y := "c"»
      value «y := "c"»
        assign :=
          target ref y
          value "c"
statement «a = b = "d"»
  assign =
    target ref a
    value assign
      assign =
        target ref b
        value "d"
statement «c, d = e»
  assign =
    target names «c, d»
      value «c»
        ref c
      value «d»
        ref d
    value ref e
aside type
  ref str
`,
		));

	it("reads definitions with defaults, decorators and class fields", () =>
		expectOutline(
			"python",
			`
@dec("a")
class A(B):
    url: str = "u"
    def f(self, k="v", *args): return k
`,
			`
statement «@dec("a")⏎class A(B):⏎    url: str = "u"…args): return k»
  class A
    call dec
      args args «"a"»
        value «"a"»
          "a"
    args «B»
      value «B»
        ref B
    body block «url: str = "u"⏎    def f(self, k="v", *args): return k»
      statement «url: str = "u"»
        field =
          target ref url
          value "u"
      statement «def f(self, k="v", *args): return k»
        function f
          params names «self, k="v", *args»
            value «self»
              ref self
            value «k="v"»
              var =
                target ref k
                value "v"
            spread «*args»
              ref args
          body block «return k»
            statement «return k»
              return_statement
                ref k
aside type
  ref str
`,
		));

	it("reads imports", () =>
		expectOutline(
			"python",
			`
import a.b as c
import d, e.f
from g import h as i, j
from . import *
`,
			`
statement «import a.b as c»
  import a.b *:c
statement «import d, e.f»
  import_statement
    import d *:d
    import e.f *:e
statement «from g import h as i, j»
  import g h:i j:j
statement «from . import *»
  import . *:*
`,
		));

	it("reads guards, and elif as an else that is a guard", () =>
		expectOutline(
			"python",
			`
if k and not x: # why
    a()
elif y: b()
else: c()
`,
			`
statement «if k and not x: # why⏎    a()⏎elif y: b()⏎else: c()»
  guard if
    test either and
      test ref k
      then not_operator
        ref x
    then block «a()»
      statement «a()»
        call a
          args args «»
    else guard if
      test ref y
      then block «b()»
        statement «b()»
          call b
            args args «»
      else block «c()»
        statement «c()»
          call c
            args args «»
comment «# why»
`,
		));

	it("gives every suite a block", () =>
		expectOutline(
			"python",
			`
with open("f") as f:
    a()
try:
    b()
except E as e:
    c()
for x in y:
    d()
`,
			`
statement «with open("f") as f:⏎    a()»
  with_statement
    with_clause
      var as
        value call open
          args args «"f"»
            value «"f"»
              "f"
        target ref f
    block «a()»
      statement «a()»
        call a
          args args «»
statement «try:⏎    b()⏎except E as e:⏎    c()»
  try_statement
    block «b()»
      statement «b()»
        call b
          args args «»
    except_clause
      var as
        value ref E
        target ref e
      block «c()»
        statement «c()»
          call c
            args args «»
statement «for x in y:⏎    d()»
  for_statement
    ref x
    ref y
    block «d()»
      statement «d()»
        call d
          args args «»
`,
		));

	it("marks what is broken and keeps the rest", () =>
		expectOutline(
			"python",
			`
a = {"k": "v"}
b = = c
d = f("x", )
`,
			`
statement «a = {"k": "v"}»
  assign =
    target ref a
    value map «"k": "v"»
      entry «"k": "v"»
        key "k"
        "v"
statement «b = = c»
  assign =
    target ref b
    value ref c
statement «d = f("x", )»
  assign =
    target ref d
    value call f
      args args «"x", »
        value «"x"»
          "x"
broken «=»
`,
		));
});
