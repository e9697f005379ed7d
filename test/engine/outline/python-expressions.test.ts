import { expectOutline } from "./expect-outline";

describe("Outline of Python", () => {
	it("reads a client: keyword arguments, a dict, an f-string, a spread", () =>
		expectOutline(
			"python",
			`
client = OpenAI(
    base_url="https://oai.helicone.ai/v1",
    default_headers={"Helicone-Auth": f"Bearer {os.environ['K']}", **extra},
)
`,
			`
statement «client = OpenAI(⏎    base_url="https://o…}", **extra},⏎)»
  assign =
    target ref client
    value call OpenAI
      args args «⏎    base_url="https://oai.helicone.ai/v…]}", **extra},⏎»
        entry «base_url="https://oai.helicone.ai/v1"»
          key ref base_url
          "https://oai.helicone.ai/v1"
        entry «default_headers={"Helicone-Auth": f"Bear…K']}", **extra}»
          key ref default_headers
          map «"Helicone-Auth": f"Bearer {os.environ['K']}", **extra»
            entry «"Helicone-Auth": f"Bearer {os.environ['K']}"»
              key "Helicone-Auth"
              f"Bearer {os.environ['K']}"
                hole index
                  object member .environ
                    object ref os
                  key 'K'
            spread «**extra»
              ref extra
`,
		));

	it("reads string prefixes, triple quotes and glued literals", () =>
		expectOutline(
			"python",
			`
a = r"\\d" "b" + c
b = b'''x
y'''
`,
			`
statement «a = r"\\d" "b" + c»
  assign =
    target ref a
    value concat
      r"\\d" raw
      "b"
      ref c
statement «b = b'''x⏎y'''»
  assign =
    target ref b
    value b'''x⏎y'''
`,
		));

	it("keeps % and .format as what they are", () =>
		expectOutline(
			"python",
			`
a = "x %s" % y
b = "{}".format(y)
`,
			`
statement «a = "x %s" % y»
  assign =
    target ref a
    value infix %
      left "x %s"
      right ref y
statement «b = "{}".format(y)»
  assign =
    target ref b
    value call .format
      receiver "{}"
      args args «y»
        value «y»
          ref y
`,
		));

	it("reads ternaries and defaults", () =>
		expectOutline(
			"python",
			`
a = b if c else (d or "e")
`,
			`
statement «a = b if c else (d or "e")»
  assign =
    target ref a
    value either ternary
      then ref b
      test ref c
      else either or
        test ref d
        else "e"
`,
		));

	it("looks through await and parentheses; the item keeps them", () =>
		expectOutline(
			"python",
			`
f((await g()), *h)
`,
			`
statement «f((await g()), *h)»
  call f
    args args «(await g()), *h»
      value «(await g())»
        call g
          args args «»
      spread «*h»
        ref h
`,
		));
});
