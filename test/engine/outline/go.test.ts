import { expectOutline } from "./expect-outline";

/** Expressions and declarations, as the Outline says them. */
describe("Go outline", () => {
	const check = (source: string, expected: string) => expectOutline("go", source, expected);

	it("reads option functions and spreads", () =>
		check(
			`
package p

var c = openai.NewClient(option.WithBaseURL("u"), opts...)
`,
			`
statement «package p»
  package_clause
    ref p
statement «var c = openai.NewClient(option.WithBaseURL("u"), opts...)»
  var =
    target ref c
    value call openai.NewClient
      receiver ref openai
      args args «option.WithBaseURL("u"), opts...»
        value «option.WithBaseURL("u")»
          call option.WithBaseURL
            receiver ref option
            args args «"u"»
              value «"u"»
                "u"
        spread «opts...»
          ref opts
`,
		));

	it("tells maps, sequences and structs apart", () =>
		check(
			`
package p

var m = map[string]string{"A": b}
var s = []T{{1, 2}, {k: 3}}
var h = &http.Client{Transport: t}
`,
			`
statement «package p»
  package_clause
    ref p
statement «var m = map[string]string{"A": b}»
  var =
    target ref m
    value map «"A": b»
      entry «"A": b»
        key "A"
        ref b
statement «var s = []T{{1, 2}, {k: 3}}»
  var =
    target ref s
    value seq «{1, 2}, {k: 3}»
      value «{1, 2}»
        seq «1, 2»
          value «1»
            int_literal «1»
          value «2»
            int_literal «2»
      value «{k: 3}»
        map «k: 3»
          entry «k: 3»
            key ref k
            int_literal «3»
statement «var h = &http.Client{Transport: t}»
  var =
    target ref h
    value new http.Client
      receiver ref http
      init map «Transport: t»
        entry «Transport: t»
          key ref Transport
          ref t
`,
		));

	it("gives every import a name", () =>
		check(
			`
package p

import (
	"os"
	ai "github.com/sashabaranov/go-openai"
	"github.com/openai/openai-go/v2"
)
`,
			`
statement «package p»
  package_clause
    ref p
statement «import (⏎	"os"⏎	ai "github.com/sashabara…openai-go/v2"⏎)»
  names «⏎	"os"⏎	ai "github.com/sashabaranov/go-o…/openai-go/v2"⏎»
    value «"os"»
      import os *:os
    value «ai "github.com/sashabaranov/go-openai"»
      import github.com/sashabaranov/go-openai *:ai
    value «"github.com/openai/openai-go/v2"»
      import github.com/openai/openai-go/v2 *:openai
`,
		));

	it("keeps the names of several results together", () =>
		check(
			`
package p

func f() {
	req, err := g()
	x.y = \`z\`
	h["A"] = v
}
`,
			`
statement «package p»
  package_clause
    ref p
statement «func f() {⏎	req, err := g()⏎	x.y = \`z\`⏎	h["A"] = v⏎}»
  function f
    params names «»
    body block «⏎	req, err := g()⏎	x.y = \`z\`⏎	h["A"] = v⏎»
      statement «req, err := g()»
        var =
          target names «req, err»
            value «req»
              ref req
            value «err»
              ref err
          value call g
            args args «»
      statement «x.y = \`z\`»
        assign =
          target member .y
            object ref x
          value \`z\` raw
      statement «h["A"] = v»
        assign =
          target index
            object ref h
            key "A"
          value ref v
`,
		));

	it("reads an if with its own variable", () =>
		check(
			`
package p

func f() {
	if k := g(); k != "" {
		a()
	} else if b {
		c()
	}
}
`,
			`
statement «package p»
  package_clause
    ref p
statement «func f() {⏎	if k := g(); k != "" {⏎		a()… b {⏎		c()⏎	}⏎}»
  function f
    params names «»
    body block «⏎	if k := g(); k != "" {⏎		a()⏎	} else if b {⏎		c()⏎	}⏎»
      statement «if k := g(); k != "" {⏎		a()⏎	} else if b {⏎		c()⏎	}»
        guard if
          test infix !=
            left ref k
            right ""
          then block «⏎		a()⏎	»
            statement «a()»
              call a
                args args «»
          else guard if
            test ref b
            then block «⏎		c()⏎	»
              statement «c()»
                call c
                  args args «»
aside var =
  target ref k
  value call g
    args args «»
`,
		));
});
