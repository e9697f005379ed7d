import { expectOutline } from "./expect-outline";

describe("Outline of .env files", () => {
	it("reads every spelling of a variable", () =>
		expectOutline(
			"dotenv",
			`
A=b
export C = d # comment
E: f
G=
  H='raw $I'
J=\`k\`
L="m
n" # two lines
export O
`,
			`
statement «A=b»
  assign =
    target ref A
    value bare b
statement «export C = d»
  exported assign =
    target ref C
    value bare d
statement «E: f»
  assign :
    target ref E
    value bare f
statement «G=»
  assign =
    target ref G
    value bare 
statement «H='raw $I'»
  assign =
    target ref H
    value 'raw $I' raw
statement «J=\`k\`»
  assign =
    target ref J
    value \`k\` raw
statement «L="m⏎n"»
  assign =
    target ref L
    value "m⏎n"
statement «export O»
  export
    ref O
comment «# comment»
comment «# two lines»
`,
		));

	it("reads variables inside values", () =>
		expectOutline(
			"dotenv",
			`
A=$B/c
D="\${E} \${F:-g \${H}} \\$no"
I='$no'
J=http://host/#/path # comment
`,
			`
statement «A=$B/c»
  assign =
    target ref A
    value bare $B/c
      hole ref B
statement «D="\${E} \${F:-g \${H}} \\$no"»
  assign =
    target ref D
    value "\${E} \${F:-g \${H}} \\$no" escaped
      hole ref E
      hole either or
        test ref F
        else bare g \${H}
          hole ref H
statement «I='$no'»
  assign =
    target ref I
    value '$no' raw
statement «J=http://host/#/path»
  assign =
    target ref J
    value bare http://host/#/path
comment «# comment»
`,
		));

	it("goes on behind what it cannot read", () =>
		expectOutline(
			"dotenv",
			`
what is this
A="unclosed
B="ok" junk
C=d
`,
			`
statement «A="unclosed»
  assign =
    target ref A
    value "unclosed
statement «B="ok"»
  assign =
    target ref B
    value "ok"
statement «C=d»
  assign =
    target ref C
    value bare d
broken «what is this»
broken «»
broken «junk»
`,
		));
});
