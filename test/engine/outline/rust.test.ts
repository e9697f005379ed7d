import { expectOutline } from "./expect-outline";

describe("Outline of Rust", () => {
	it("reads a request: links, formats with names in them, a macro's map", () =>
		expectOutline(
			"rust",
			`
let r = self.client
    .post(format!("{}/chat", self.base))
    .header("Helicone-Auth", format!("Bearer {key}"))
    .json(&json!({ "model": "gpt-4o", "n": [1, { NAME: x.y() }] }))
    .send()
    .await?;
`,
			`
statement «let r = self.client⏎    .post(format!("{…()⏎    .await?;»
  var =
    target ref r
    value call self.client.post.header.json.send
      receiver call self.client.post.header.json
        receiver call self.client.post.header
          receiver call self.client.post
            receiver member .client
              object ref self
            args args «format!("{}/chat", self.base)»
              value «format!("{}/chat", self.base)»
                macro format
                  args args «"{}/chat", self.base»
                    value «"{}/chat"»
                      "{}/chat"
                    value «self.base»
                      member .base
                        object ref self
          args args «"Helicone-Auth", format!("Bearer {key}")»
            value «"Helicone-Auth"»
              "Helicone-Auth"
            value «format!("Bearer {key}")»
              "Bearer {key}"
                hole ref key
        args args «&json!({ "model": "gpt-4o", "n": [1, { NAME: x.y() }] })»
          value «&json!({ "model": "gpt-4o", "n": [1, { NAME: x.y() }] })»
            map « "model": "gpt-4o", "n": [1, { NAME: x.y() }] »
              entry «"model": "gpt-4o"»
                key "model"
                "gpt-4o"
              entry «"n": [1, { NAME: x.y() }]»
                key "n"
                seq «1, { NAME: x.y() }»
                  value «1»
                    integer_literal «1»
                  value «{ NAME: x.y() }»
                    map « NAME: x.y() »
                      entry «NAME: x.y()»
                        computed key ref NAME
                        call x.y
                          receiver ref x
                          args args «»
      args args «»
`,
		));

	it("looks through what only changes a type", () =>
		expectOutline(
			"rust",
			`
let a = String::from("x").clone();
let b = env::var("K").unwrap_or_else(|_| "d".into());
let c: Option<&str> = Some("y");
let d = "1".parse::<u8>()?;
`,
			`
statement «let a = String::from("x").clone();»
  var =
    target ref a
    value "x"
statement «let b = env::var("K").unwrap_or_else(|_| "d".into());»
  var =
    target ref b
    value either or
      test call env.var
        receiver ref env
        args args «"K"»
          value «"K"»
            "K"
      else "d"
statement «let c: Option<&str> = Some("y");»
  var =
    target ref c
    value "y"
statement «let d = "1".parse::<u8>()?;»
  var =
    target ref d
    value "1"
`,
		));

	it("reads strings in every quoting", () =>
		expectOutline(
			"rust",
			`
let a = r#"raw "x""#;
let b = b"bytes";
const C: &str = "x\\n";
pub static D: &str = "y";
`,
			`
statement «let a = r#"raw "x""#;»
  var =
    target ref a
    value r#"raw "x""# raw
statement «let b = b"bytes";»
  var =
    target ref b
    value b"bytes"
statement «const C: &str = "x\\n";»
  const =
    target ref C
    value "x\\n" escaped
statement «pub static D: &str = "y";»
  exported const =
    target ref D
    value "y"
`,
		));

	it("reads structs, pairs and what a list macro holds", () =>
		expectOutline(
			"rust",
			`
let s = S { a, b: "c", ..d };
let v = vec![("A", "b"), ("C", x)];
let e = env!("K");
h["x"] = 1;
`,
			`
statement «let s = S { a, b: "c", ..d };»
  var =
    target ref s
    value call S
      init map « a, b: "c", ..d »
        entry «a»
          key=value ref a
        entry «b: "c"»
          key ref b
          "c"
        spread «..d»
          ref d
statement «let v = vec![("A", "b"), ("C", x)];»
  var =
    target ref v
    value seq «("A", "b"), ("C", x)»
      value «("A", "b")»
        seq «"A", "b"»
          value «"A"»
            "A"
          value «"b"»
            "b"
      value «("C", x)»
        seq «"C", x»
          value «"C"»
            "C"
          value «x»
            ref x
statement «let e = env!("K");»
  var =
    target ref e
    value macro env
      args args «"K"»
        value «"K"»
          "K"
statement «h["x"] = 1;»
  assign =
    target index
      object ref h
      key "x"
    value integer_literal «1»
`,
		));

	it("reads guards, and the names that patterns make", () =>
		expectOutline(
			"rust",
			`
if let Ok(k) = std::env::var("K") { a(k); } else if b { c() } else { d }
`,
			`
statement «if let Ok(k) = std::env::var("K") { a(k)…() } else { d }»
  guard if
    test assign
      var =
        target ref k
        value call std.env.var
          receiver member .env
            object ref std
          args args «"K"»
            value «"K"»
              "K"
    then block « a(k); »
      statement «a(k);»
        call a
          args args «k»
            value «k»
              ref k
    else guard if
      test ref b
      then block « c() »
        statement «c()»
          call c
            args args «»
      else block « d »
        statement «d»
          ref d
aside ref Ok
`,
		));

	it("knows what `use` gives a name", () =>
		expectOutline(
			"rust",
			`
use async_openai::{config::OpenAIConfig, Client as C};
use std::env;
use a::*;
`,
			`
statement «use async_openai::{config::OpenAIConfig, Client as C};»
  import async_openai OpenAIConfig:OpenAIConfig Client:C
statement «use std::env;»
  import std env:env
statement «use a::*;»
  import a
`,
		));

	it("reads functions, methods and closures", () =>
		expectOutline(
			"rust",
			`
impl S {
    pub fn new(&self, a: &str) -> Self { Self { a } }
}
let f = |x: i32| x + 1;
`,
			`
statement «impl S {⏎    pub fn new(&self, a: &str) … Self { a } }⏎}»
  class S
    body block «⏎    pub fn new(&self, a: &str) -> Self { Self { a } }⏎»
      statement «pub fn new(&self, a: &str) -> Self { Self { a } }»
        function new
          params names «&self, a: &str»
            value «&self»
              self_parameter
                ref self
            value «a: &str»
              ref a
          ref Self
          body block « Self { a } »
            statement «Self { a }»
              call Self
                init map « a »
                  entry «a»
                    key=value ref a
statement «let f = |x: i32| x + 1;»
  var =
    target ref f
    value function
      params names «x: i32»
        value «x: i32»
          ref x
      body concat
        ref x
        integer_literal «1»
`,
		));
});
