import { expectOutline } from "./expect-outline";

/** Expressions and declarations, as the Outline says them. */
describe("C# outline", () => {
	const check = (source: string, expected: string) => expectOutline("csharp", source, expected);

	it("reads initialisers as entries", () =>
		check(
			`
var o = new Options { Endpoint = new Uri("u"), };
var d = new Dictionary<string, string> { ["A"] = b, { "C", d } };
`,
			`
statement «var o = new Options { Endpoint = new Uri("u"), };»
  var =
    target ref o
    value new Options
      init map « Endpoint = new Uri("u"), »
        entry «Endpoint = new Uri("u")»
          key ref Endpoint
          new Uri
            args args «"u"»
              value «"u"»
                "u"
statement «var d = new Dictionary<string, string> {…, { "C", d } };»
  var =
    target ref d
    value new Dictionary
      init map « ["A"] = b, { "C", d } »
        entry «["A"] = b»
          computed key "A"
          ref b
        entry «{ "C", d }»
          key "C"
          ref d
aside type_argument_list
  ref string
  ref string
`,
		));

	it("gives new() the declared type", () =>
		check(
			`
Options o = new() { E = 1 };
`,
			`
statement «Options o = new() { E = 1 };»
  var =
    target ref o
    value new Options
      args args «»
      init map « E = 1 »
        entry «E = 1»
          key ref E
          integer_literal «1»
aside ref Options
`,
		));

	it("reads anonymous objects", () =>
		check(
			`
var b = new { model = "m", list = new[] { 1 }, k };
`,
			`
statement «var b = new { model = "m", list = new[] { 1 }, k };»
  var =
    target ref b
    value map « model = "m", list = new[] { 1 }, k »
      entry «model = "m"»
        key ref model
        "m"
      entry «list = new[] { 1 }»
        key ref list
        seq « 1 »
          value «1»
            integer_literal «1»
      entry «k»
        key=value ref k
`,
		));

	it("names arguments, looks through ! and await", () =>
		check(
			`
await c.Add(modelId: "m", Get<T>("K")!);
`,
			`
statement «await c.Add(modelId: "m", Get<T>("K")!);»
  call c.Add
    receiver ref c
    args args «modelId: "m", Get<T>("K")!»
      entry «modelId: "m"»
        key ref modelId
        "m"
      value «Get<T>("K")!»
        call Get
          args args «"K"»
            value «"K"»
              "K"
aside type_argument_list
  ref T
`,
		));

	it("reads this and ?.", () =>
		check(
			`
this.a = b?.C("d");
`,
			`
statement «this.a = b?.C("d");»
  assign =
    target member .a
      object ref this
    value call b.C
      receiver ref b
      args args «"d"»
        value «"d"»
          "d"
`,
		));

	it("finds the ends of strings of every kind", () =>
		check(
			`
F(@"a""b", $"x{y:F2}", $@"\\{z}", """r""", $$"""{{q}}""");
`,
			`
statement «F(@"a""b", $"x{y:F2}", $@"\\{z}", """r""", $$"""{{q}}""");»
  call F
    args args «@"a""b", $"x{y:F2}", $@"\\{z}", """r""", $$"""{{q}}"""»
      value «@"a""b"»
        @"a""b" raw
      value «$"x{y:F2}"»
        $"x{y:F2}"
          hole ref y
      value «$@"\\{z}"»
        $@"\\{z}" raw
          hole ref z
      value «"""r"""»
        """r""" raw
      value «$$"""{{q}}"""»
        $$"""{{q}}""" raw
          hole ref q
`,
		));
});
