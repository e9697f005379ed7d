import { expectOutline } from "./expect-outline";

describe("Outline of configuration files", () => {
	it("goes on behind what YAML does not allow", () =>
		expectOutline(
			"yaml",
			`
env:
  A_B: \${C:-d} # comment
  - x
`,
			`
statement «env:⏎  A_B: \${C:-d}»
  map «env:⏎  A_B: \${C:-d}»
    entry «env:⏎  A_B: \${C:-d}»
      key bare env raw
      map «A_B: \${C:-d}»
        statement «A_B: \${C:-d}»
          assign :
            target ref A_B
            value bare \${C:-d} raw
              hole either or
                test ref C
                else bare d
comment «# comment»
broken « »
broken «-»
broken «- x»
`,
		));

	it("reads blocks, objects and lists of HCL", () =>
		expectOutline(
			"hcl",
			`
resource "a" "b" {
  env {
    name  = "X_Y"
    value = "\${var.z}/c" # d
  }
  variables = { "A" = var.b, C : 1 }
  list = jsonencode([{ e = <<-F
    g
  F
  }])
  ???
}
`,
			`
statement «resource "a" "b" {⏎  env {⏎    name  = "…F⏎  }])⏎  ???⏎}»
  map «resource "a" "b" {⏎  env {⏎    name  = "…F⏎  }])⏎  ???⏎}»
    entry «resource "a" "b" {⏎  env {⏎    name  = "…F⏎  }])⏎  ???⏎}»
      key bare resource
      map «"a" "b" {⏎  env {⏎    name  = "X_Y"⏎    …F⏎  }])⏎  ???⏎}»
        entry «"a" "b" {⏎  env {⏎    name  = "X_Y"⏎    …F⏎  }])⏎  ???⏎}»
          key "a"
          map «"b" {⏎  env {⏎    name  = "X_Y"⏎    valu…F⏎  }])⏎  ???⏎}»
            entry «"b" {⏎  env {⏎    name  = "X_Y"⏎    valu…F⏎  }])⏎  ???⏎}»
              key "b"
              map «⏎  env {⏎    name  = "X_Y"⏎    value = "… F⏎  }])⏎  ???⏎»
                entry «env {⏎    name  = "X_Y"⏎    value = "\${var.z}/c" # d⏎  }»
                  key bare env
                  seq «{⏎    name  = "X_Y"⏎    value = "\${var.z}/c" # d⏎  }»
                    statement «{⏎    name  = "X_Y"⏎    value = "\${var.z}/c" # d⏎  }»
                      assign =
                        target ref X_Y
                        value "\${var.z}/c"
                entry «variables = { "A" = var.b, C : 1 }»
                  key bare variables
                  map « "A" = var.b, C : 1 »
                    statement «"A" = var.b»
                      assign :
                        target ref A
                        value expression «var.b»
                    statement «C : 1»
                      assign :
                        target ref C
                        value expression «1»
                entry «list = jsonencode([{ e = <<-F⏎    g⏎  F⏎  }])»
                  key bare list
                  seq «{ e = <<-F⏎    g⏎  F⏎  }»
                    value «{ e = <<-F⏎    g⏎  F⏎  }»
                      map « e = <<-F⏎    g⏎  F⏎  »
                        entry «e = <<-F⏎    g⏎  F»
                          key bare e
                          heredoc <<-F⏎    g⏎  F raw
comment «# d»
broken «???»
`,
		));

	it("reads directives of nginx", () =>
		expectOutline(
			"nginx",
			`
server { # c
  location ~ "^/a{2}" { proxy_pass https://b$request_uri; }
  set $d 'e';
  header "\${F_G}x";
}
h
`,
			`
statement «server { # c⏎  location ~ "^/a{2}" { pro…er "\${F_G}x";⏎}»
  call server
    body block « # c⏎  location ~ "^/a{2}" { proxy_pass …der "\${F_G}x";⏎»
      statement «location ~ "^/a{2}" { proxy_pass https://b$request_uri; }»
        call location
          args args «~ "^/a{2}"»
            value «~»
              bare ~
            value «"^/a{2}"»
              "^/a{2}"
          body block « proxy_pass https://b$request_uri; »
            statement «proxy_pass https://b$request_uri»
              call proxy_pass
                args args «https://b$request_uri»
                  value «https://b$request_uri»
                    bare https://b$request_uri
      statement «set $d 'e'»
        call set
          args args «$d 'e'»
            value «$d»
              bare $d
            value «'e'»
              'e'
      statement «header "\${F_G}x"»
        call header
          args args «"\${F_G}x"»
            value «"\${F_G}x"»
              "\${F_G}x"
                hole ref F_G
statement «h»
  call h
comment «# c»
broken «»
`,
		));

	it("reads directives of Caddy", () =>
		expectOutline(
			"caddy",
			`
example.com, :80 {
	reverse_proxy /v1/* {$A_B:c} \\
		d { # e
		header_up F \`{env.G_H}\`
	}
	respond "{host} }"
}
`,
			`
statement «example.com, :80 {⏎	reverse_proxy /v1/* …nd "{host} }"⏎}»
  call 
    receiver bare example.com,
    args args «:80»
      value «:80»
        bare :80
    body block «	reverse_proxy /v1/* {$A_B:c} \\⏎		d { # …ond "{host} }"⏎»
      statement «reverse_proxy /v1/* {$A_B:c} \\⏎		d { # e… \`{env.G_H}\`⏎	}»
        call reverse_proxy
          args args «/v1/* {$A_B:c} \\⏎		d»
            value «/v1/*»
              bare /v1/*
            value «{$A_B:c}»
              bare {$A_B:c}
                hole either or
                  test ref A_B
                  else bare c
            value «d»
              bare d
          body block «		header_up F \`{env.G_H}\`⏎»
            statement «header_up F \`{env.G_H}\`»
              call header_up
                args args «F \`{env.G_H}\`»
                  value «F»
                    bare F
                  value «\`{env.G_H}\`»
                    \`{env.G_H}\` raw
                      hole ref G_H
      statement «respond "{host} }"»
        call respond
          args args «"{host} }"»
            value «"{host} }"»
              "{host} }"
comment «# e»
`,
		));

	it("reads environment blocks of YAML as assignments", () =>
		expectOutline(
			"yaml",
			`
environment:
  A: "b"
  C:
list:
  - a: 1
    b: [x, 'y']
  - *z
env:
  - D=e
  - F
  - name: G
    value: \${{ secrets.H }}
`,
			`
statement «environment:⏎  A: "b"⏎  C:⏎list:⏎  - a: …{{ secrets.H }}»
  map «environment:⏎  A: "b"⏎  C:⏎list:⏎  - a: …{{ secrets.H }}»
    entry «environment:⏎  A: "b"⏎  C:»
      key bare environment raw
      map «A: "b"⏎  C:»
        statement «A: "b"»
          assign :
            target ref A
            value "b"
        statement «C:»
          assign :
            target ref C
            value bare 
    entry «list:⏎  - a: 1⏎    b: [x, 'y']⏎  - *z»
      key bare list raw
      seq «- a: 1⏎    b: [x, 'y']⏎  - *z»
        value «- a: 1⏎    b: [x, 'y']»
          map «a: 1⏎    b: [x, 'y']»
            entry «a: 1»
              key bare a raw
              literal «1»
            entry «b: [x, 'y']»
              key bare b raw
              seq «x, 'y'»
                value «x»
                  bare x raw
                value «'y'»
                  'y' raw
        value «- *z»
          alias «*z»
    entry «env:⏎  - D=e⏎  - F⏎  - name: G⏎    value: \${{ secrets.H }}»
      key bare env raw
      seq «- D=e⏎  - F⏎  - name: G⏎    value: \${{ secrets.H }}»
        statement «- D=e»
          assign =
            target ref D
            value bare e raw
        statement «- F»
          passed
            ref F
        statement «- name: G⏎    value: \${{ secrets.H }}»
          assign =
            target ref G
            value bare \${{ secrets.H }} raw
              hole ref H
broken «*z»
`,
		));

	it("reads JSON with comments and a flag with its word", () =>
		expectOutline(
			"json",
			`
{ "env": { "A": "b" }, "args": ["-y", "--header", "C: d"], "n": 1 } // e
`,
			`
statement «{ "env": { "A": "b" }, "args": ["-y", "-…: d"], "n": 1 }»
  map « "env": { "A": "b" }, "args": ["-y", "--…C: d"], "n": 1 »
    entry «"env": { "A": "b" }»
      key "env"
      map « "A": "b" »
        statement «"A": "b"»
          assign :
            target ref A
            value "b"
    entry «"args": ["-y", "--header", "C: d"]»
      key "args"
      seq «"-y", "--header", "C: d"»
        value «"-y"»
          "-y"
        entry «"--header", "C: d"»
          key "--header"
          "C: d"
    entry «"n": 1»
      key "n"
      literal «1»
comment «// e»
`,
		));

	it("reads tables of TOML", () =>
		expectOutline(
			"toml",
			`
a = "b" # c
[d.env]
E = 'f'
env_key = "G"
`,
			`
statement «a = "b" # c⏎[d.env]⏎E = 'f'⏎env_key = "G"»
  map «a = "b" # c⏎[d.env]⏎E = 'f'⏎env_key = "G"»
    entry «a = "b"»
      key bare a raw
      "b"
    entry «[d.env]⏎E = 'f'⏎env_key = "G"»
      key bare d.env raw
      map «E = 'f'⏎env_key = "G"»
        statement «E = 'f'»
          assign :
            target ref E
            value 'f' raw
        entry «env_key = "G"»
          key bare env_key raw
          "G"
            hole ref G
comment «# c»
`,
		));

	it("reads .properties", () =>
		expectOutline(
			"properties",
			`
# a
b.c=\${D:e}
[env]
F=g
`,
			`
statement «b.c=\${D:e}⏎[env]⏎F=g»
  map «b.c=\${D:e}⏎[env]⏎F=g»
    entry «b.c=\${D:e}»
      key bare b.c
      bare \${D:e}
        hole either or
          test ref D
          else bare e
    entry «[env]⏎F=g»
      key bare env
      map «F=g»
        statement «F=g»
          assign :
            target ref F
            value bare g
comment «# a»
`,
		));

	it("reads a Dockerfile's ENV and ARG", () =>
		expectOutline(
			"dockerfile",
			`
FROM a # no comment
ARG B
ENV C=d E="f $G" \\
  # h
  I=j
ENV K l m
`,
			`
statement «FROM a # no comment»
  from «FROM a # no comment»
statement «ARG B»
  passed
    ref B
statement «ENV C=d E="f $G" \\⏎  # h⏎  I=j»
  env
    words «C=d E="f $G" \\⏎  # h⏎  I=j»
      statement «C=d»
        assign =
          target ref C
          value bare d
      statement «E="f $G"»
        assign =
          target ref E
          value "f $G"
      statement «I=j»
        assign =
          target ref I
          value bare j
statement «ENV K l m»
  assign =
    target ref K
    value bare l m
comment «# h»
`,
		));
});
