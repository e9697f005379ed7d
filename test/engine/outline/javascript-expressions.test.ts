import { expectOutline } from "./expect-outline";

describe("Outline of JavaScript and TypeScript", () => {
	it("reads a client: an object with entries, shorthand, spreads, computed keys and methods", () =>
		expectOutline(
			"typescript",
			`
const client = new OpenAI({ baseURL: "u", "a-b": \`Bearer \${key}\`, key, [name]: v, ...rest, m() {} });
`,
			`
statement «const client = new OpenAI({ baseURL: "u"…est, m() {} });»
  const =
    target ref client
    value new OpenAI
      args args «{ baseURL: "u", "a-b": \`Bearer \${key}\`, ….rest, m() {} }»
        value «{ baseURL: "u", "a-b": \`Bearer \${key}\`, ….rest, m() {} }»
          map « baseURL: "u", "a-b": \`Bearer \${key}\`, k…..rest, m() {} »
            entry «baseURL: "u"»
              key ref baseURL
              "u"
            entry «"a-b": \`Bearer \${key}\`»
              key "a-b"
              \`Bearer \${key}\`
                hole ref key
            entry «key»
              key=value ref key
            entry «[name]: v»
              computed key ref name
              ref v
            spread «...rest»
              ref rest
            entry «m() {}»
              key ref m
              function m
                params names «»
                body block «»
`,
		));

	it("reads conditional spreads", () =>
		expectOutline(
			"typescript",
			`
const h = { ...(k ? { "Helicone-Auth": k } : {}), ...(k && { a: b ?? "c" }) };
`,
			`
statement «const h = { ...(k ? { "Helicone-Auth": k… b ?? "c" }) };»
  const =
    target ref h
    value map « ...(k ? { "Helicone-Auth": k } : {}), .…a: b ?? "c" }) »
      spread «...(k ? { "Helicone-Auth": k } : {})»
        either ternary
          test ref k
          then map « "Helicone-Auth": k »
            entry «"Helicone-Auth": k»
              key "Helicone-Auth"
              ref k
          else map «»
      spread «...(k && { a: b ?? "c" })»
        either and
          test ref k
          then map « a: b ?? "c" »
            entry «a: b ?? "c"»
              key ref a
              either or
                test ref b
                else "c"
`,
		));

	it("looks through casts, parentheses and assertions; types hang beside", () =>
		expectOutline(
			"typescript",
			`
const a = (await f(b!)) as Foo;
const c: Logger<"x"> = d satisfies T;
`,
			`
statement «const a = (await f(b!)) as Foo;»
  const =
    target ref a
    value call f
      args args «b!»
        value «b!»
          ref b
statement «const c: Logger<"x"> = d satisfies T;»
  const =
    target ref c
    value ref d
aside ref Foo
aside generic_type
  ref Logger
  type_arguments
    "x"
aside ref T
`,
		));

	it("reads optional chains, indexes and assignments to them", () =>
		expectOutline(
			"typescript",
			`
a?.b?.["c"]?.(d);
headers["X"] = "y";
config.url ||= "u";
tag\`t\${v}\`;
`,
			`
statement «a?.b?.["c"]?.(d);»
  call 
    receiver index
      object member .b
        object ref a
      key "c"
    args args «d»
      value «d»
        ref d
statement «headers["X"] = "y";»
  assign =
    target index
      object ref headers
      key "X"
    value "y"
statement «config.url ||= "u";»
  assign ||=
    target member .url
      object ref config
    value "u"
statement «tag\`t\${v}\`;»
  call tag
    args args «\`t\${v}\`»
      value «\`t\${v}\`»
        \`t\${v}\`
          hole ref v
`,
		));

	it("reads JSX attributes as entries", () =>
		expectOutline(
			"tsx",
			`
const a = <A.B x="y\\n" z={1} {...s} flag>text {b}</A.B>;
`,
			`
statement «const a = <A.B x="y\\n" z={1} {...s} flag>text {b}</A.B>;»
  const =
    target ref a
    value jsx_element
      jsx_opening_element
        member .B
          object ref A
        map «x="y\\n" z={1} {...s} flag»
          entry «x="y\\n"»
            key ref x
            "y\\n" raw
          entry «z={1}»
            key ref z
            number «1»
          spread «{...s}»
            ref s
          entry «flag»
            key ref flag
      ref b
      jsx_closing_element
        member .B
          object ref A
`,
		));
});
