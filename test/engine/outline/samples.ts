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
};
