import { expectOutline } from "./expect-outline";

describe("Outline of PowerShell", () => {
	it("reads a request: parameters in any case, a hash, the environment, what is spread", () =>
		expectOutline(
			"powershell",
			`
$r = Invoke-RestMethod -URI "$base/a" -UseBasicParsing -Headers @{ 'A-B' = "c $env:D_E"; F = $g.h } @more
if ($env:D_E) { $x["i"] = [J.K]::L('m') }
`,
			`
statement «$r = Invoke-RestMethod -URI "$base/a" -U… = $g.h } @more»
  assign =
    target ref r
    value call Invoke-RestMethod
      args args «-URI "$base/a" -UseBasicParsing -Headers… = $g.h } @more»
        entry «-URI "$base/a"»
          key ref uri
          "$base/a"
            hole ref base
        value «-UseBasicParsing»
          ref usebasicparsing
        entry «-Headers @{ 'A-B' = "c $env:D_E"; F = $g.h }»
          key ref headers
          map « 'A-B' = "c $env:D_E"; F = $g.h »
            entry «'A-B' = "c $env:D_E"»
              key 'A-B' raw
              "c $env:D_E"
                hole member .D_E
                  object ref $env
            entry «F = $g.h»
              key ref F
              member .h
                object ref g
        spread «@more»
          ref more
statement «if ($env:D_E) { $x["i"] = [J.K]::L('m') }»
  guard if
    test member .D_E
      object ref $env
    then block « $x["i"] = [J.K]::L('m') »
      statement «$x["i"] = [J.K]::L('m')»
        assign =
          target index
            object ref x
            key "i"
          value call J.K.L
            receiver ref J.K
            args args «'m'»
              value «'m'»
                'm' raw
`,
		));
});
