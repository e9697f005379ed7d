/** One text per language that uses everything its node table names. */
export const samples: Readonly<Record<string, string>> = {
	python: `import a.b as c, d
from . import x
from a import (b as c, d)
from __future__ import annotations
from m import *
x: str = f"a{b!r:>{w}}c" "d"
x: int
x += 1
@dec(1)
class A(B, metaclass=M):
    """doc"""
    y = 1
    def f(self, a, b=1, c: int = 2, d: str, *args, **kw) -> "T":
        return lambda q=1: a if b else c
if (n := 1) and y or not z: # c
    pass
elif b == 2:
    pass
else:
    pass
with open("f") as f, g() as h:
    pass
try:
    a()
except E as e:
    b()
finally:
    c()
match x:
    case {"a": 1}:
        pass
d = {"a": 1, **z, k: 2, **{}}
f(*a, k=1, **z)
f(x for x in y)
a = b = 1
a, b = 1, 2
v[0], v[1:2]
print("a %s" % b, b"x", r"\\d", '''a
b''')
assert x, "m"
g = [x for x in y]
async def k(): await z()
del x
t = (1, "b")
global q
`,
	typescript: `import D, { a as b, type T } from "m";
import * as n from 'n';
import "side";
import x = require("x");
export { a } from "./a";
export * from "./b";
export const { OpenAI, k: z = "d", e = "f", ...rest } = require("openai"), q: string = \`a\${b}c\`;
export default new OpenAI<T>({ baseURL: "x", "a": 1, b, [c]: d, ...e, m() { return 1 }, get g() { return 2 } });
let y = (await import("x")) as any;
const g = a! ?? b || c && d;
const f = async (p, q = "1", { r = 2 }: X = {}) => p;
const h = p => { return p };
function ff(this: X, a?: string, ...b: any[]): string { throw new Error(\`x\`) }
class K extends L implements M { static readonly a: string = "x"; #p = 1; constructor(private x: string = "d") { super(x); this.a = "b" } b() {} }
interface I { "Helicone-Auth": string; b?: "x"; m(): void; [k: string]: any }
type Q = { a: "b" } | 'c';
enum E { A = "a", B }
if (a) foo(); else if (b) { c } else d;
h["X"] = a ? b : c; h.x ||= "z"; x++;
a?.b?.["c"]?.(d);
tag\`x\${y}\`;
process.env.X satisfies string;
for (const v of w) { }
try { a } catch (e) { b } finally { c }
switch (x) { case "a": b; break; default: c }
@dec({a: 1}) export class Z {}
namespace NS { const a = 1 }
declare module "foo" { }
label: x;
a, b;
let u: { "H": string } = {};
const nn = <any>x, s = /re/, neg = -1;
export default { a: 1 };
export default async function () {}
[a, b.c] = d;
var v1 = function () {}, v2 = class {};
`,
	tsx: `const a = <A.B x="y" z={1} {...s} data-x>text {b} <c/></A.B>;
`,
	javascript: `const a = <A.B x="y" z={1} {...s} data-x>text {b} <c/></A.B>;
`,
	shell: `#!/usr/bin/env bash
# c
export A=b C="d $X"
X=1
A=b curl -s -X POST "https://oai.helicone.ai/v1/chat" \\
  -H "Helicone-Auth: Bearer $HELICONE_API_KEY" \\
  -H 'A: '"$K" -H"A: b" --header="A: b" --header=A:b --data @- -d '{
    "model": "gpt"
  }' --compressed | jq . > out.json
local y=\${X:-"https://oai"} z
readonly Q
echo \${A} $(date) \`date\` $((1+2)) \${#A} \${A//x/y} $1 "$@"
cat <<EOF1 > .env
HELICONE_API_KEY=$X
plain \${Y}
EOF1
cat <<'E2' | grep x
raw $x
E2
f() { echo hi; }
if [ -n "$X" ]; then
  echo a
elif [[ $X == "a" ]]; then echo b
else
  echo c
fi
for i in a b; do echo $i; done
while true; do x; done
case $x in a|b) echo 1;; *) echo 2;; esac
a && b || c
unset A
docker run -e HELICONE_API_KEY=x -e "B=$c" --env OPENAI_API_KEY image
arr=(a "b" c)
X+=d
X=
curl $'a\\n' a"b"c
[ "$A" = "b" ] && export Z=1
declare -x M="n"
( cd x; y )
time foo &
X=$(curl -s https://x -H "A: b")
export D
{ a; b; }
curl -sSL -o /dev/null https://x
`,
	go: `package main

import (
	"context"
	oai "github.com/openai/openai-go"
	_ "embed"
)
import "os"

const base = "https://x"
const (
	a = "b"
	c string = "d"
)
var x, y = 1, "z"
var z string

type T struct {
	Key string \`json:"k"\`
	http.Client
}
type I interface { Do() error }

func (t *T) RoundTrip(req *http.Request) (*http.Response, error) {
	req.Header.Set("A", "b")
	return t.base.RoundTrip(req)
}

func main() {
	client := oai.NewClient(
		option.WithBaseURL("https://x"), opts...,
	)
	cfg.BaseURL = "x"
	h["A"] = []string{"b"}
	req, err := http.NewRequest("POST", url, nil)
	if err != nil { return }
	if k := os.Getenv("K"); k != "" && true { a() } else if b { c() } else { d() }
	m := map[string]string{"A": "b", \`raw\`: x}
	hh := &http.Client{Transport: &tr{k: 1}, }
	s := "a" + b + \`c\`
	f := func(a string) error { return nil }
	switch x { case "a": b() 
	default: c() }
	for i := range x { y() }
	for i := 0; i < 1; i++ {}
	go f("x")
	defer f()
	list := [][]string{{"a","b"}}
	v := T{Key: "a"}.Key
	w := x.(string)
	n := *p
	headers := map[string]T{"a": {Key: "b"}}
	g := Gen[string]("x")
	x += "a"
	ch <- "x"
	select { case <-ch: f() }
	label: f()
	{ f() }
	i++
	q := a[1:2]
	opts = append(opts, b...)
	return "a", nil
}
`,
	java: `package a.b;

import com.openai.client.OpenAIClient;
import static java.util.Map.entry;
import java.util.*;

// c
/* d */
/** doc */
public class A extends B implements C {
	private static final String BASE = "https://x";
	private String k = System.getenv("K"), j;
	@Value("\${helicone.key}")
	String v;
	static { f(); }
	public A(String p) { super(p); this.k = p; }
	@Bean(name = "x")
	OpenAIClient client(@Named("a") String q, int... rest) throws E {
		OpenAIClient c = OpenAIOkHttpClient.builder()
			.apiKey(System.getenv("OPENAI_API_KEY"))
			.putHeader("A", "b") // why
			.build();
		var req = new Request.Builder().url("x").addHeader("A", "Bearer " + k).build();
		Map<String, String> m = Map.of("A", "b", "C", "d");
		Map<String, String> n = new HashMap<>();
		Map<String, List<A>> g = new HashMap<String, List<A>>();
		n.put("A", "b");
		Map<String, String> o = new HashMap<>() {{ put("A", "b"); }};
		String[] arr = {"a", "b"};
		String[] brr = new String[] {"a"};
		arr[0] = "x";
		if (k != null && !k.isEmpty()) { f(); } else if (j == null) g(); else { h(); }
		String t = k == null ? "a" : (String) "b";
		String tb = """
			{"model": "x"}
			""";
		for (String s : arr) f(s);
		for (int i = 0; i < 1; i++) { g(); }
		while (true) { break; }
		try (var z = open()) { f(); } catch (E e) { g(); } finally { h(); }
		switch (k) { case "a": f(); break; default: g(); }
		int r = switch (k) { case "a" -> 1; default -> { yield 2; } };
		Function<String, String> fn = x -> x + "a";
		Runnable u = () -> { f(); };
		Map.ofEntries(Map.entry("A", "b"), entry("C", "d"));
		List.of("a").forEach(this::f);
		k += "a";
		return c;
	}
	interface D { String e(); }
	enum F { HELICONE("x"), B; }
	record G(String a) {}
}
`,
	kotlin: `import com.openai.client.okhttp.OpenAIOkHttpClient
import a.b.c as d
import x.y.*

@Value("\\\${helicone.key}")
private const val BASE = "https://x"
val key: String? by lazy { "a" }
var j = 1

class A(private val k: String = "d", b: Int) : B(k), C {
    companion object {
        const val KEY = "x"
    }
    private val client: OpenAIClient = OpenAIOkHttpClient.builder()
        .apiKey(System.getenv("OPENAI_API_KEY") ?: error("none"))
        .putHeader("A", "Bearer \${System.getenv("K")} $k") // why
        .build()
    init { f() }
    constructor(x: Int) : this("a", x)
    fun f(a: String, vararg r: Int = 1): Map<String, String> = mapOf("A" to "b", C to "d")
    override suspend fun intercept(chain: Chain): Response {
        val openai = OpenAI(token = System.getenv("K")!!, host = OpenAIHost(baseUrl = "https://x"), headers = mapOf("A" to "b"))
        val http = HttpClient(CIO) {
            defaultRequest {
                url("https://x")
                header("A", "b")
                headers { append("A", "b") }
                headers["A"] = "b"
            }
        }
        val res = client.post("https://x") { header("A", "b"); setBody(body) }
        val raw = """
            {"model": "x", "a": "\${k}"}
        """.trimIndent()
        if (k != null && true) { f() } else if (j == null) g() else { h() }
        val t = if (k == null) "a" else "b"
        when (k) { "a" -> f(); is String -> g(); else -> { h() } }
        for (s in arr) f(s)
        while (true) { break }
        try { f() } catch (e: E) { g() } finally { h() }
        map["A"] = "b"
        o.apply { a = "b"; this.c = "d" }
        k?.let { b.header("A", it) }
        val (x, y) = 1 to 2
        val fn = { a: String -> a + "b" }
        list.forEach { f(it) }
        k += "a"
        val s = x as String
        listOf("a", *rest)
        if (!k.isNullOrBlank()) b.header("A", k)
        return@f c
    }
    enum class F(val u: String) { HELICONE("x"), B; fun a() {} }
    object O { val a = 1 }
    interface D { fun e(): String }
    data class G(val a: String)
    val z: String get() = "d"
}
fun String.ext() { throw E("x") }
`,
	dart: `import 'dart:io';
import 'package:http/http.dart' as http show A, B;

const baseUrl = 'https://oai.helicone.ai/v1';
final String key = Platform.environment['K'] ?? 'd';
@deprecated
class A extends B<C> {
  static const String url = 'https://a', b = "c";
  final String? k;
  A(this.k, {required this.z, String y = 'u'}) : w = 'q', super(k) { a = 1; }
  A.named() : this('a');
  factory A.of() => A('x');
  String get base => 'https://x';
  Future<String> go(String p) async {
    final res = await http.post(Uri.parse('$baseUrl/chat/\${a.b}'), headers: {
      'Authorization': 'Bearer $key',
      if (x != null) 'Helicone-Auth': 'Bearer \${Platform.environment['H']}',
      if (y) 'a': 'b' else 'c': d,
      ...other,
    }, body: jsonEncode({'model': 'm', 'messages': [{'role': f(g)}]}));
    OpenAI.baseUrl = "https://oai.helicone.ai";
    final dio = Dio(BaseOptions(baseUrl: r'x', headers: <String, String>{'a': 'b'}))
      ..options.headers['A'] = 'b'
      ..interceptors.add(I());
    dio.options.headers['A'] = """multi
$key""";
    if (a && b) { f('c' 'd' + e); } else if (c) g(); else { h(); }
    for (final e in es) { print(e); }
    try { a(); } catch (e) { b(); } finally { c(); }
    switch (x) { case 'a': f(); break; default: g(); }
    final n = switch (x) { 'a' => f('b'), _ => g.h('c') };
    String? q = a?.b!.c(1)[2] as String;
    final u = !debug ? 'a' : "b";
    x ??= 'y';
    new http.Client(); const C('d'); throw D('e');
    String local(String a) { return 'x'; }
    return foo(a: 1, (b) { return 2; });
  }
}
enum E { a, b }
extension X on String { String y() => this; }
`,
	swift: `import Foundation
import class OpenAI.OpenAI

let base = "https://oai.helicone.ai/v1"
private static let key: String = ProcessInfo.processInfo.environment["K"] ?? "d"
var request = URLRequest(url: URL(string: "\\(base)/chat")!)
request.httpMethod = "POST"
request.addValue("Bearer \\(key)", forHTTPHeaderField: "Helicone-Auth")
request.setValue("a", forHTTPHeaderField: "b")
request.allHTTPHeaderFields = ["A": "b", "C": d,]
request.allHTTPHeaderFields?["A"] = "b"
let cfg = OpenAI.Configuration(token: key, host: "oai.helicone.ai", customHeaders: ["A": "b"])
let headers: HTTPHeaders = [.authorization(bearerToken: key), .init(name: "A", value: "b")]
AF.request("https://x", method: .post, parameters: p, encoder: JSONParameterEncoder.default, headers: headers).response { r in
    print(r)
}
let raw = #"a\\n"b" \\#(x)"#
let multi = """
    {"model": "x", "k": "\\(key)"}
    """
if let user = user, x == "a" { f() } else if y { g() } else { h() }
guard let k = ProcessInfo.processInfo.environment["K"] else { fatalError("x") }
let t = a ? "b" : "c"
switch k { case .helicone: f()
default: g() }
for s in arr { f(s) }
enum Gateway: String { case helicone = "https://x"; case direct = "y" 
  var u: String { switch self { case .helicone: return "a" } } }
class A: B, C {
    static let shared = A()
    private let k: String
    var url: String { "https://x" }
    lazy var client: OpenAI = { OpenAI(apiToken: k) }()
    init(k: String = "d") { self.k = k; super.init() }
    func f(_ a: String, to b: Int = 1) async throws -> [String: String] { return ["A": "b"] }
    @MainActor func g() {}
}
struct S { let a = "b" }
extension A { func h() { k?.trim() } }
let c = headers.merging(["A": "b"]) { $1 }
let s = "a" + b + "c"
let n = try? await f("x", to: 1)
let d = Bundle.main.object(forInfoDictionaryKey: "HELICONE_API_KEY") as? String
let cc = { (a: String) -> String in return a }
headers["A"] = "b"
headers.add(name: "A", value: "b")
x?.y!.z("w")
`,
	cpp: `#include <curl/curl.h>
#include "x.h"
#define BASE "https://x"
static const std::string kUrl = BASE "/chat";
const char *kKey = "k";
std::string auth = "A: " + std::string(getenv("K"));
int f(const std::string& a, int b = 1) {
    CURL *curl = curl_easy_init();
    struct curl_slist *headers = NULL;
    headers = curl_slist_append(headers, ("A: " + k).c_str());
    curl_easy_setopt(curl, CURLOPT_URL, "u");
    httplib::Client cli("https://x");
    auto r = cpr::Post(cpr::Url{"u"}, cpr::Header{{"A", "b"}, {"C", d}}, cpr::Bearer{k});
    cpr::Header h = {{"A", "b"}};
    std::map<std::string, std::string> m{{"A", "b"}};
    h["X"] = "y";
    const auto raw = R"json({"a": "b"})json";
    char buf[256];
    snprintf(buf, sizeof(buf), "A: %s", k);
    if (a == "x" && b) { g(); } else if (c) h(); else { i(); }
    if (const char* k = std::getenv("K")) { j(k); }
    for (auto& x : y) { z(x); }
    return a ? "b" : "c";
}
class A : public B {
public:
    A(std::string k) : key_(k) {}
    void f() const { this->k->h("x"); }
private:
    std::string base_ = "u";
    static constexpr auto kB = "v";
};
namespace n { enum class E { A, B = 2 }; }
auto l = [&](int a) { return a; };
#ifdef X
int q = 1;
#endif
QNetworkRequest request(QUrl("https://x"));
request2.setRawHeader("A", QByteArray("b") + k.toUtf8());
`,
	scala: `package a.b
import sttp.client3._
import a.b.{C, D => E}
object Config {
  val BaseUrl = "https://x"
  private lazy val key: String = sys.env.getOrElse("K", "d")
  val k2 = sys.env("K")
}
class A(k: String = "d", val b: Int) extends B(k) with C {
  def ask(a: String, b: Int = 1): Map[String, String] = {
    val r = basicRequest.post(uri"https://x/v1").header("A", s"Bearer $k \${f(1)}").headers(Map("A" -> "b", C -> d))
      .body("""{"a": "b"}""".stripMargin)
    val q = requests.post("u", headers = Map("A" -> "b"), data = x)
    h += ("A" -> "b")
    h("A") = "b"
    if (a == "x" && b) f() else if (c) g() else { h() }
    a match { case "x" => f(); case _ => g() }
    for (x <- y) z(x)
    val c = if (a) "b" else "c"
    list.foreach { x => f(x) }
    new Foo("a")
    Some(a).getOrElse("b")
    user.foreach(u => b.header("A", u))
    "a" + b
    return c
  }
  def m = "x"
}
case class G(a: String = "b")
`,
	csharp: `using System;
using OpenAI;
using static System.Environment;
using Foo = A.B.C;
global using X;

namespace A.B;

// c
/* d */
/// <summary>doc</summary>
[Attr("x", Name = "y")]
public class Svc : Base, IFoo
{
    private const string Base = "https://x", J = "k";
    private readonly string _k = Environment.GetEnvironmentVariable("K") ?? throw new Exception("x");
    public string P { get; set; } = "d";
    public string Q => "e";
    public Svc(string a, int b = 1) : base(a) { _k = a; this.z = "q"; }
    [HttpGet("a")]
    public async Task<string> Foo(HttpClient c, params string[] r)
    {
        var client = new OpenAIClient(new ApiKeyCredential(key), new OpenAIClientOptions { Endpoint = new Uri("https://x") });
        OpenAIClientOptions o = new() { Endpoint = new Uri("x"), };
        o.Endpoint = new Uri("y");
        client.DefaultRequestHeaders.Add("A", $"Bearer {key}");
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
        var d = new Dictionary<string, string> { ["A"] = "b", { "C", "d" } };
        d["X"] = "y";
        var arr = new[] { "a", "b" };
        var arr2 = new string[] { "a" };
        string[] arr3 = ["a", "b"];
        var anon = new { model = "x", messages = new object[] { new { role = "u" } }, _k };
        if (k != null && !string.IsNullOrEmpty(k)) { F(); } else if (j is null) G(); else { H(); }
        var t = k == null ? "a" : (string)"b";
        var v = @"a""b"; var w = $@"x{y}"; var raw = """
            {"model": "x"}
            """;
        var raw2 = $$"""{"a": {{b}}}""";
        foreach (var s in arr) F(s);
        for (int i = 0; i < 1; i++) { G(); }
        while (true) { break; }
        using var z = Open();
        using (var q = Open()) { F(); }
        try { F(); } catch (E e) { G(); } finally { H(); }
        switch (k) { case "a": F(); break; default: G(); break; }
        var r2 = k switch { "a" => "x", _ => "y" };
        Func<string, string> fn = x => x + "a";
        Action u = () => { F(); };
        builder.AddOpenAIChatCompletion(modelId: "gpt-4o", apiKey: key, endpoint: new Uri("x"));
        services.AddHttpClient("x", c => { c.BaseAddress = new Uri("x"); c.DefaultRequestHeaders.Add("A", "b"); });
        a?.B("c");
        k ??= "x"; k += "a";
        await client.PostAsync("x", null)!;
        var (m, n) = (1, "2");
        if (headers.TryGetValues("Helicone-Id", out var ids)) F();
        throw new Exception("x");
    }
    enum E { A, B = 2 }
    record R(string A);
    delegate void D(string x);
}
`,
	dotenv: `# top
A=b
export B = "c \${X:-d \${Y}} # no" # yes
C='raw $X'
D=\`tick\`
E=
F= # empty
G=https://oai.helicone.ai/v1#frag $Q/x\\$no   # c
H: yaml
I="multi
line"
garbage here
export J
K="unclosed
L="ok"
M="x" junk
  N=a b
O=$
`,
	elixir: `defmodule A.B do
  @moduledoc """
  text #{x}
  """
  use C, d: 1
  alias D.{E, F}
  @base "b"
  @type t :: %__MODULE__{a: integer}
  def f(a, b \\\\ 1, %{c: d} = e) when is_binary(a) and not b do
    x = [1, 2 | rest]
    {:ok, y} = g(a) |> H.i(@base) |> j
    z = %{"k" => 1, l => 2, m: 3}
    w = %{z | m: 4}
    s = %S{n: "o"} # c
    q = a <> "p#{b + 1}q" <> ~s(r#{d}) <> 't'
    auth = {:bearer, key}
    kw = [a: 1, "b c": 2]
    v = kw[:a] || s.n && !q
    <<u::8>> = "é😀"
    fn m, n -> m ++ n end
    &h/2
    ~w(a b)a
    ~S"""
    raw #{not}
    """
    if v, do: 1, else: 2
    unless v do
      1
    else
      2
    end
    case x do
      {:a, b} when b > 1 -> b
      _ -> nil
    end
    with {:ok, a} <- b do
      a
    rescue
      e -> e
    after
      1
    end
    a.b.c(:d, "e": 1)
    (a)
  end

  defp k, do: :"quoted atom"
end
`,
	powershell: `# c
<# d #>
param([string]$A = "b", [switch]$C)
$d = @{ "E" = "f $env:G_H $($i.j)"; k = 1 } | ConvertTo-Json -Depth 5
$d["l"] += 'm'
$d.Add("n", @("o", 'p'))
\${q} = "a" + $r + @'
raw
'@ + @"
text $s
"@
if ($t -eq 1 -and $u) { v } elseif ($w) { x } else { Write-Host "y" }
[Environment]::SetEnvironmentVariable("A_B", $null)
function Get-It { param($z) return Invoke-RestMethod -Uri https://x -Headers @{ A = 'é😀' } @more }
foreach ($a in $b) { $a.c = (Get-Item env:X).Value }
`,
	ruby: `require "openai"
client = OpenAI::Client.new(
  access_token: ENV.fetch("OPENAI_API_KEY", nil),
  "uri_base": 'https://x/#{a}',
  "x" => "a#{b}c" "d",
  **opts,
  short:,
  &blk
)
OpenAI.configure do |config|
  config.access_token = ENV["A"]
  config.extra_headers = {"A" => "b", c: 1}
end
X = "y" unless foo
if a then b elsif c
  d
else e end
h["X"] = a ? b : c
h["Y"] ||= 1
def self.foo(a, b = 1, *c, k: 2, **o)
  return {a: 1} if x
  @client ||= Foo.new(<<~A, b: 1)
    hi #{x}
  A
end
class A < B
  KEY = "x".freeze
  attr_reader :a
  def x; end
end
module M; end
p a && b || (c and d) or not e
a + b << c
puts :sym, :"a#{b}", %w[a b], %i[a b], %q(x), "a\\n", 1, nil, self
f a: 1, "b" => 2
x = begin
  1
rescue E => e
  2
ensure
  3
end
list.each { |z| z.y }
case x
when "a" then 1
else 2
end
Rails.application.credentials.dig(:helicone, :api_key)
Rails.application.credentials.helicone[:api_key]
a, b = c
while x do y end
->(x) { y }
foo&.bar("x")
a::B::C.d
foo.()
h = Hash.new
$g = 1
\`ls\`
/re/
while x
end
yield a
`,
	php: `<html><?= $x ?>
<?php
declare(strict_types=1);
namespace App\\Services;
use OpenAI\\Client as C;
use Illuminate\\Support\\Facades\\{Http, Log};
require_once 'vendor/autoload.php';
$client = new \\GuzzleHttp\\Client(['base_uri' => 'https://x', 'headers' => ["A" => "Bearer {$_ENV['K']} $a {$b->c} \${d}", ...$more, KEY => 1, 'v']]);
$r = Http::withHeaders(['A' => 'b'])->post("u", $data);
$client = OpenAI::factory()->withBaseUri('x')->withHttpHeader('A', 'b')->make();
$h['X'] = getenv('K') ?: 'd';
$h["Y"] ??= env('Z', 'q');
$this->h = $a ? $b : $c;
curl_setopt($ch, CURLOPT_HTTPHEADER, array('A: b', 'Helicone-Auth: Bearer ' . $k . "x"));
class A extends B {
  private const KEY = 'x', Z = 'y';
  private string $p = 'q';
  public function __construct(private readonly string $k = 'd', array ...$r) { parent::__construct(); $this->p = self::KEY; }
  public static function f(?string $a = null): ?array { return ['a' => 1]; }
}
if ($a) { b(); } elseif ($c) { d(); } else { e(); }
if ($a) b(); else if ($d) c();
if ($a): b(); endif;
foreach ($a as $k => $v) { c(); }
$f = fn($x) => $x . 'y';
$g = function ($x) use ($y) { return $y; };
try { a(); } catch (E $e) { b(); } finally { c(); }
$s = <<<EOT
hi {$a['k']} $b[c] {$z->y}
EOT;
$n = <<<'X'
raw $x
X;
const FOO = 'x';
define('BAR', 'y');
switch ($a) { case 'x': b(); break; default: c(); }
$q = match($a) { 'b' => 1, default => 2 };
list($a, $b) = $c; [$a, 'k' => $d] = $e;
f(name: 'x', other: $y);
$a?->b()?->c;
$x = $a && $b || $c and $d;
echo "a", 'b\\'';
return ['k' => env('HELICONE_API_KEY', '')];
// c
# d
/* e */
static fn() => 1;
$a->{$b} = 1; A::$s = 2; A::K; $a instanceof B; !$a; @$b; (string) $c; new class { }; \`ls\`;
unset($a['b']); isset($a); 
#[Attr('x')] function z() {}
enum E: string { case A = 'a'; }
while (1) { break; } for ($i=0;;) x(); do { y(); } while (0);
?>
tail
`,
	rust: `use async_openai::{config::OpenAIConfig, Client as C};
use reqwest::header::{HeaderMap, HeaderValue, AUTHORIZATION};
use std::env;
use crate::x::*;
mod a;
const BASE: &str = "https://x";
static K: &'static str = r#"raw "x""#;
#[derive(Debug, Clone)]
pub struct S<'a> { pub a: String, b: &'a str }
impl S<'_> {
    pub async fn new(a: String, b: Option<&str>) -> Result<Self, Error> {
        let c = env::var("K")?;
        let mut h = HeaderMap::new();
        h.insert("helicone-auth", HeaderValue::from_str(&format!("Bearer {}", c))?);
        h.insert(AUTHORIZATION, format!("Bearer {c}").parse().unwrap());
        let r = self.client.post(format!("{}/chat", self.base))
            .header("Helicone-Auth", "Bearer ".to_string() + &c)
            .json(&json!({"model": "x", "m": [1, {"a": c}], "k": v.len() + 1}))
            .send().await?;
        if let Ok(k) = std::env::var("H") { h.insert("X", k.parse()?); } else if a { b } else { c() }
        match x { Some("a") => 1, _ => { 2 } };
        let (x, y) = (1, "2");
        let v = vec![("A", "b"), ("C", "d")];
        let s = S { a, b: "c", ..Default::default() };
        self.a = "x".into();
        h["x"] = 1;
        let f = |x: i32| x + 1;
        for i in 0..3 { a(); }
        while true { break; }
        let t = a && b || c == d;
        println!("{} {x}", a);
        return Ok(Self { a, b });
    }
}
fn g() -> &'static str { "x" }
fn m() { let c = OpenAIConfig::new().with_api_base("u").with_api_key(std::env::var("K").unwrap_or_else(|_| "d".into())); }
enum E { A, B(String) }
trait T { fn x(&self); }
let x = a as u32;
let y = &mut b; *z; -q; (w); a?;
unsafe { x() }
b"bytes"; 'c'; b'c';
let o = Some("x");
let e = env!("K"); let p = option_env!("K");
let h = HashMap::from([("A", "b".to_string())]);
/// doc
//! inner
/* block */
`,
};
