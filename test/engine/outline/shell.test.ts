import { expectOutline } from "./expect-outline";

describe("Outline of shell scripts", () => {
	it("pairs flags with their values, and knows which have none", () =>
		expectOutline(
			"shell",
			`
curl -sS -X POST https://x --compressed \\
  -H "Helicone-Auth: Bearer $K" \\
  -d @body.json
`,
			`
statement «curl -sS -X POST https://x --compressed …  -d @body.json»
  call curl
    args words «-sS -X POST https://x --compressed \\⏎  -…  -d @body.json»
      value «-sS»
        bare -sS
      entry «-X POST»
        key bare -X
        bare POST
      value «https://x»
        bare https://x
      value «--compressed»
        bare --compressed
      entry «-H "Helicone-Auth: Bearer $K"»
        key bare -H
        "Helicone-Auth: Bearer $K"
          hole ref K
      entry «-d @body.json»
        key bare -d
        bare @body.json
`,
		));

	it("reads flags glued to their values", () =>
		expectOutline(
			"shell",
			`
curl -H"A: b" --header="A: $c" --header=A:b -XPOST -H 'A: '"$K"
`,
			`
statement «curl -H"A: b" --header="A: $c" --header=…ST -H 'A: '"$K"»
  call curl
    args words «-H"A: b" --header="A: $c" --header=A:b -XPOST -H 'A: '"$K"»
      entry «-H"A: b"»
        key bare -H
        "A: b"
      entry «--header="A: $c"»
        key bare --header
        "A: $c"
          hole ref c
      entry «--header=A:b»
        key bare --header
        bare A:b
      entry «-XPOST»
        key bare -X
        bare POST
      entry «-H 'A: '"$K"»
        key bare -H
        concat
          'A: ' raw
          "$K"
            hole ref K
`,
		));

	it("reads assignments: plain, exported, before a command, several at once", () =>
		expectOutline(
			"shell",
			`
A=b
export C="d $E"
F=g run
export H=1 I
local J=k
readonly L=m
N+=o
`,
			`
statement «A=b»
  assign =
    target ref A
    value bare b
statement «export C="d $E"»
  exported assign =
    target ref C
    value "d $E"
      hole ref E
statement «F=g run»
  call run
    init words «F=g»
      value «F=g»
        assign =
          target ref F
          value bare g
statement «export H=1 I»
  declaration_command
    words «H=1 I»
      value «H=1»
        exported assign =
          target ref H
          value bare 1
      value «I»
        ref I
statement «local J=k»
  var =
    target ref J
    value bare k
statement «readonly L=m»
  const =
    target ref L
    value bare m
statement «N+=o»
  assign +=
    target ref N
    value bare o
`,
		));

	it("reads expansions with defaults", () =>
		expectOutline(
			"shell",
			`
echo \${A} \${B:-https://oai.helicone.ai/v1/$C} \${D:+e} \${#F}
`,
			`
statement «echo \${A} \${B:-https://oai.helicone.ai/v1/$C} \${D:+e} \${#F}»
  call echo
    args words «\${A} \${B:-https://oai.helicone.ai/v1/$C} \${D:+e} \${#F}»
      value «\${A}»
        ref A
      value «\${B:-https://oai.helicone.ai/v1/$C}»
        either or
          test ref B
          else concat
            bare https://oai.helicone.ai/v1/
            ref C
      value «\${D:+e}»
        either and
          test ref D
          then bare e
      value «\${#F}»
        expansion
          ref F
`,
		));

	it("reads here-documents whole, plain text included", () =>
		expectOutline(
			"shell",
			`
cat <<EOF > .env
plain A=$B
EOF
cat <<'EOF'
raw $C
EOF
after
`,
			`
statement «cat <<EOF > .env⏎plain A=$B⏎EOF»
  redirected_statement
    call cat
    heredoc_redirect
      file_redirect
        bare .env
      heredoc plain A=$B⏎
        hole ref B
statement «cat <<'EOF'⏎raw $C⏎EOF»
  redirected_statement
    call cat
    heredoc_redirect
      heredoc raw $C⏎ raw
statement «after»
  call after
`,
		));

	it("reads guards, loops, cases and functions as blocks", () =>
		expectOutline(
			"shell",
			`
if [ -n "$A" ]; then a; elif b; then c; else d; fi
for x in y; do e; done
case $x in y) f ;; esac
g() { h; }
`,
			`
statement «if [ -n "$A" ]; then a; elif b; then c; else d; fi»
  guard if
    test test_command
      unary_expression
        "$A"
          hole ref A
    then block «a»
      statement «a»
        call a
    else guard if
      test call b
      then block «c»
        statement «c»
          call c
      else block «d»
        statement «d»
          call d
statement «for x in y; do e; done»
  for_statement
    ref x
    bare y
    block « e; »
      statement «e»
        call e
statement «case $x in y) f ;; esac»
  case_statement
    ref x
    case_item
      bare y
      block «f»
        statement «f»
          call f
statement «g() { h; }»
  function g
    body block « h; »
      statement «h»
        call h
`,
		));

	it("reads what runs inside a substitution", () =>
		expectOutline(
			"shell",
			`
A=$(curl -s "$B" | jq -r .c)
`,
			`
statement «A=$(curl -s "$B" | jq -r .c)»
  assign =
    target ref A
    value command_substitution
      block «curl -s "$B" | jq -r .c»
        statement «curl -s "$B" | jq -r .c»
          pipeline
            call curl
              args words «-s "$B"»
                value «-s»
                  bare -s
                value «"$B"»
                  "$B"
                    hole ref B
            call jq
              args words «-r .c»
                entry «-r .c»
                  key bare -r
                  bare .c
`,
		));

	it("does not take a package for a flag's value", () =>
		expectOutline(
			"shell",
			`
npm install -D @helicone/helpers
docker run --rm -e A=b image
pip install -U helicone
`,
			`
statement «npm install -D @helicone/helpers»
  call npm
    args words «install -D @helicone/helpers»
      value «install»
        bare install
      value «-D»
        bare -D
      value «@helicone/helpers»
        bare @helicone/helpers
statement «docker run --rm -e A=b image»
  call docker
    args words «run --rm -e A=b image»
      value «run»
        bare run
      value «--rm»
        bare --rm
      entry «-e A=b»
        key bare -e
        bare A=b
      value «image»
        bare image
statement «pip install -U helicone»
  call pip
    args words «install -U helicone»
      value «install»
        bare install
      value «-U»
        bare -U
      value «helicone»
        bare helicone
`,
		));
});
