import { expectOutline } from "./expect-outline";

/** Expressions and declarations, as the Outline says them. */
describe("C and C++ outline", () => {
	const check = (source: string, expected: string) => expectOutline("cpp", source, expected);

	it("reads what a macro stands for, and strings side by side", () =>
		check(
			`
#define BASE "https://x"
const std::string u = BASE "/y" + std::string(k);
auto raw = R"json({"a": "b"})json";
`,
			`
statement «#define BASE "https://x"⏎»
  const =
    target ref BASE
    value "https://x"
statement «const std::string u = BASE "/y" + std::string(k);»
  const =
    target ref u
    value concat
      ref BASE
      "/y"
      ref k
statement «auto raw = R"json({"a": "b"})json";»
  var =
    target ref raw
    value R"json({"a": "b"})json" raw
aside member .string
  object ref std
`,
		));

	it("reads what is made of a type", () =>
		check(
			`
httplib::Client cli("u");
auto r = cpr::Post(cpr::Url{"u"}, cpr::Header{{"A", b}}, cpr::Bearer{k});
std::map<std::string, std::string> m{{"A", "b"}};
`,
			`
statement «httplib::Client cli("u");»
  var =
    target ref cli
    value new httplib.Client
      args args «"u"»
        value «"u"»
          "u"
statement «auto r = cpr::Post(cpr::Url{"u"}, cpr::H…pr::Bearer{k});»
  var =
    target ref r
    value call cpr.Post
      receiver ref cpr
      args args «cpr::Url{"u"}, cpr::Header{{"A", b}}, cpr::Bearer{k}»
        value «cpr::Url{"u"}»
          new cpr.Url
            args args «"u"»
              value «"u"»
                "u"
        value «cpr::Header{{"A", b}}»
          new cpr.Header
            init seq «{"A", b}»
              value «{"A", b}»
                seq «"A", b»
                  value «"A"»
                    "A"
                  value «b»
                    ref b
        value «cpr::Bearer{k}»
          new cpr.Bearer
            args args «k»
              value «k»
                ref k
statement «std::map<std::string, std::string> m{{"A", "b"}};»
  var =
    target ref m
    value new std.map
      init seq «{"A", "b"}»
        value «{"A", "b"}»
          seq «"A", "b"»
            value «"A"»
              "A"
            value «"b"»
              "b"
aside member .Client
  object ref httplib
aside member .map
  object ref std
`,
		));

	it("looks through conversions, prints into buffers", () =>
		check(
			`
void f() {
    h = curl_slist_append(h, ("A: " + k).c_str());
    snprintf(buf, sizeof(buf), "B: %s", std::getenv("K"));
}
`,
			`
statement «void f() {⏎    h = curl_slist_append(h, …getenv("K"));⏎}»
  function f
    params names «»
    body block «⏎    h = curl_slist_append(h, ("A: " + k…:getenv("K"));⏎»
      statement «h = curl_slist_append(h, ("A: " + k).c_str());»
        assign =
          target ref h
          value call curl_slist_append
            args args «h, ("A: " + k).c_str()»
              value «h»
                ref h
              value «("A: " + k).c_str()»
                concat
                  "A: "
                  ref k
      statement «snprintf(buf, sizeof(buf), "B: %s", std::getenv("K"));»
        assign =
          target ref buf
          value call sprintf
            args args «"B: %s", std::getenv("K")»
              value «"B: %s"»
                "B: %s"
              value «std::getenv("K")»
                call std.getenv
                  receiver ref std
                  args args «"K"»
                    value «"K"»
                      "K"
`,
		));

	it("reads functions, parameters and conditions", () =>
		check(
			`
int C::f(const std::string& a, int b = 1) {
    if (const char* k = getenv("K")) g(k);
    else if (a == "x") { h(); }
    for (auto& x : y) { x->z["w"] = a ? "b" : "c"; }
    return b;
}
`,
			`
statement «int C::f(const std::string& a, int b = 1…    return b;⏎}»
  function f
    params names «const std::string& a, int b = 1»
      value «const std::string& a»
        ref a
      value «int b = 1»
        var =
          target ref b
          value number_literal «1»
    body block «⏎    if (const char* k = getenv("K")) g(…⏎    return b;⏎»
      statement «if (const char* k = getenv("K")) g(k);⏎ …= "x") { h(); }»
        guard if
          test assign
            const =
              target ref k
              value call getenv
                args args «"K"»
                  value «"K"»
                    "K"
          then block «g(k);»
            statement «g(k);»
              call g
                args args «k»
                  value «k»
                    ref k
          else guard if
            test infix ==
              left ref a
              right "x"
            then block « h(); »
              statement «h();»
                call h
                  args args «»
      statement «for (auto& x : y) { x->z["w"] = a ? "b" : "c"; }»
        for_range_loop
          ref x
          ref y
          block « x->z["w"] = a ? "b" : "c"; »
            statement «x->z["w"] = a ? "b" : "c";»
              assign =
                target index
                  object member .z
                    object ref x
                  key "w"
                value either ternary
                  test ref a
                  then "b"
                  else "c"
      statement «return b;»
        return_statement
          ref b
`,
		));

	it("reads classes and includes", () =>
		check(
			`
#include <curl/curl.h>
class A : public B {
    std::string base_ = "u";
};
`,
			`
statement «#include <curl/curl.h>⏎»
  import curl/curl.h *:curl/curl.h
statement «class A : public B {⏎    std::string base_ = "u";⏎}»
  class A
    base_class_clause
      ref B
    body block «⏎    std::string base_ = "u";⏎»
      statement «std::string base_ = "u";»
        field =
          target ref base_
          value "u"
aside member .string
  object ref std
`,
		));
});
