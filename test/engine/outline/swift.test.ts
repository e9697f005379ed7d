import { expectOutline } from "./expect-outline";

/** Expressions and declarations, as the Outline says them. */
describe("Swift outline", () => {
	const check = (source: string, expected: string) => expectOutline("swift", source, expected);

	it("reads calls with labels, subscripts and what may be missing", () =>
		check(
			`
request.addValue("a", forHTTPHeaderField: "B")
let k = ProcessInfo.processInfo.environment["K"] ?? "d"
request.headers?["A"] = x!.y
`,
			`
statement «request.addValue("a", forHTTPHeaderField: "B")»
  call request.addValue
    receiver ref request
    args args «"a", forHTTPHeaderField: "B"»
      value «"a"»
        "a"
      entry «forHTTPHeaderField: "B"»
        key ref forHTTPHeaderField
        "B"
statement «let k = ProcessInfo.processInfo.environment["K"] ?? "d"»
  const =
    target ref k
    value either or
      test index
        object member .environment
          object member .processInfo
            object ref ProcessInfo
        key "K"
      else "d"
statement «request.headers?["A"] = x!.y»
  assign =
    target index
      object member .headers
        object ref request
      key "A"
    value member .y
      object ref x
`,
		));

	it("reads strings of every kind with what is put into them", () =>
		check(
			`
let a = "b \\(c)/d\\n"
let i = """
    {"j": "\\(k)"}
    """
`,
			`
statement «let a = "b \\(c)/d\\n"»
  const =
    target ref a
    value "b \\(c)/d\\n" escaped
      hole ref c
statement «let i = """⏎    {"j": "\\(k)"}⏎    """»
  const =
    target ref i
    value """⏎    {"j": "\\(k)"}⏎    """
      hole ref k
`,
		));

	it("calls a function with its trailing closure once", () =>
		check(
			`
AF.request("u", headers: h).response { r in
    print(r)
}
`,
			`
statement «AF.request("u", headers: h).response { r in⏎    print(r)⏎}»
  call AF.request.response
    receiver call AF.request
      receiver ref AF
      args args «"u", headers: h»
        value «"u"»
          "u"
        entry «headers: h»
          key ref headers
          ref h
    body block «⏎    print(r)⏎»
      statement «print(r)»
        call print
          args args «r»
            value «r»
              ref r
`,
		));

	it("knows the type that an implicit member is of", () =>
		check(
			`
let a: OpenAI.Configuration = .init(token: k)
let b = OpenAI(configuration: .init(token: k))
let c: Method = .post
`,
			`
statement «let a: OpenAI.Configuration = .init(token: k)»
  const =
    target ref a
    value call OpenAI.Configuration
      args args «token: k»
        entry «token: k»
          key ref token
          ref k
statement «let b = OpenAI(configuration: .init(token: k))»
  const =
    target ref b
    value call OpenAI
      args args «configuration: .init(token: k)»
        entry «configuration: .init(token: k)»
          key ref configuration
          call OpenAI.Configuration
            args args «token: k»
              entry «token: k»
                key ref token
                ref k
statement «let c: Method = .post»
  const =
    target ref c
    value member .post
      object implicit «»
aside type_annotation
  ref OpenAI
aside type_annotation
  ref Method
`,
		));

	it("gives a condition's names their values", () =>
		check(
			`
guard let k = f() else { return }
if let u = v, w == "x" { g() } else if y { h() } else { i() }
for s in t { j(s) }
`,
			`
statement «guard let k = f() else { return }»
  guard_statement
    const =
      target ref k
      value call f
        args args «»
    block « return »
      statement «return»
        return_statement «return»
statement «if let u = v, w == "x" { g() } else if y… } else { i() }»
  guard if
    test conditions
      const =
        target ref u
        value ref v
      infix ==
        left ref w
        right "x"
    then block « g() »
      statement «g()»
        call g
          args args «»
    else guard if
      test ref y
      then block « h() »
        statement «h()»
          call h
            args args «»
      else block « i() »
        statement «i()»
          call i
            args args «»
statement «for s in t { j(s) }»
  for_statement
    ref s
    ref t
    block « j(s) »
      statement «j(s)»
        call j
          args args «s»
            value «s»
              ref s
`,
		));

	it("takes a property's value from where it stands", () =>
		check(
			`
enum A {
    static let b = "c"
    static var d: String { "e" }
    lazy var f: G = { G(h: i) }()
    init(k: String = "d") { self.k = k }
}
`,
			`
statement «enum A {⏎    static let b = "c"⏎    stat… self.k = k }⏎}»
  class A
    body block «⏎    static let b = "c"⏎    static var d…{ self.k = k }⏎»
      statement «static let b = "c"»
        field =
          target ref b
          value "c"
      statement «static var d: String { "e" }»
        field =
          target ref d
          value "e"
      statement «lazy var f: G = { G(h: i) }()»
        field =
          target ref f
          value call G
            args args «h: i»
              entry «h: i»
                key ref h
                ref i
      statement «init(k: String = "d") { self.k = k }»
        function init
          params names «k: String = "d"»
            value «k: String = "d"»
              var =
                target ref k
                value "d"
          body block « self.k = k »
            statement «self.k = k»
              assign =
                target member .k
                  object ref self
                value ref k
aside type_annotation
  ref String
aside type_annotation
  ref G
`,
		));

	it("reads pairs of a dictionary, cases of a switch", () =>
		check(
			`
let a = ["B": c, d: "e"]
switch a {
case .f: g()
default: h()
}
`,
			`
statement «let a = ["B": c, d: "e"]»
  const =
    target ref a
    value map «"B": c, d: "e"»
      entry «"B": c»
        key "B"
        ref c
      entry «d: "e"»
        computed key ref d
        "e"
statement «switch a {⏎case .f: g()⏎default: h()⏎}»
  switch_statement
    ref a
    switch_entry
      switch_pattern
        ref f
      block «g()»
        statement «g()»
          call g
            args args «»
    switch_entry
      block «h()⏎»
        statement «h()»
          call h
            args args «»
`,
		));
});
