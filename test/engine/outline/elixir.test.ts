import { expectOutline } from "./expect-outline";

describe("Outline of Elixir", () => {
	it("reads a request: keywords, tuples, a key by its tuple, a map", () =>
		expectOutline(
			"elixir",
			`
Req.post!(@base <> "/chat",
  auth: {:bearer, key},
  headers: [{"A", "b #{c}"}, {:d, 1}],
  json: %{"e" => 1, f: [g: 2]}
)
`,
			`
statement «Req.post!(@base <> "/chat",⏎  auth: {:be…1, f: [g: 2]}⏎)»
  call Req.post!
    receiver ref Req
    args args «@base <> "/chat",⏎  auth: {:bearer, key}… 1, f: [g: 2]}⏎»
      value «@base <> "/chat"»
        concat
          ref @base
          "/chat"
      entry «auth: {:bearer, key}»
        key ref auth
        call bearer
          args args «key»
            value «key»
              ref key
      entry «headers: [{"A", "b #{c}"}, {:d, 1}]»
        key ref headers
        seq «{"A", "b #{c}"}, {:d, 1}»
          value «{"A", "b #{c}"}»
            seq «"A", "b #{c}"»
              value «"A"»
                "A"
              value «"b #{c}"»
                "b #{c}"
                  hole ref c
          value «{:d, 1}»
            seq «:d, 1»
              value «:d»
                :d
              value «1»
                integer «1»
      entry «json: %{"e" => 1, f: [g: 2]}»
        key ref json
        map «"e" => 1, f: [g: 2]»
          entry «"e" => 1»
            key "e"
            integer «1»
          entry «f: [g: 2]»
            key ref f
            map «g: 2»
              entry «g: 2»
                key ref g
                integer «2»
`,
		));

	it("reads a module: attributes, functions, guards, pipes", () =>
		expectOutline(
			"elixir",
			`
defmodule A.B do
  @base "c"
  def d(e, f \\\\ 1) when e do
    g = h(e) |> I.j("k") |> l
    if g, do: m, else: n.o
    if g do
      p
    else
      q
    end
  end
  defp r, do: @base
end
`,
			`
statement «defmodule A.B do⏎  @base "c"⏎  def d(e, …, do: @base⏎end»
  exported class A.B
    body block «⏎  @base "c"⏎  def d(e, f \\\\ 1) when e d…p r, do: @base⏎»
      statement «@base "c"»
        const =
          target ref @base
          value "c"
      statement «def d(e, f \\\\ 1) when e do⏎    g = h(e) …q⏎    end⏎  end»
        exported function d
          params names «e, f \\\\ 1»
            value «e»
              ref e
            value «f \\\\ 1»
              var =
                target ref f
                value integer «1»
          ref e
          body block «⏎    g = h(e) |> I.j("k") |> l⏎    if g,…   q⏎    end⏎  »
            statement «g = h(e) |> I.j("k") |> l»
              assign =
                target ref g
                value infix |>
                  left call h.I.j
                    receiver call h
                      args args «e»
                        value «e»
                          ref e
                    args args «"k"»
                      value «"k"»
                        "k"
                  right ref l
            statement «if g, do: m, else: n.o»
              either ternary
                test ref g
                then ref m
                else member .o
                  object ref n
            statement «if g do⏎      p⏎    else⏎      q⏎    end»
              guard if
                test ref g
                then block «p»
                  statement «p»
                    ref p
                else block «⏎      q⏎»
                  statement «q»
                    ref q
      statement «defp r, do: @base»
        exported function r
          body ref @base
`,
		));
});
