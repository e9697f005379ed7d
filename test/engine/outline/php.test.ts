import { expectOutline } from "./expect-outline";

describe("Outline of PHP", () => {
	it("reads a client: arrays of both kinds, braces in strings, a spread", () =>
		expectOutline(
			"php",
			`
<?php
$client = new \\GuzzleHttp\\Client([
    'base_uri' => 'https://oai.helicone.ai/v1',
    "headers" => array('A' => "Bearer {$_ENV['K']} $a[b] {$c->d()}", ...$more, NAME => 'x'),
]);
`,
			`
statement «$client = new \\GuzzleHttp\\Client([⏎    '…ME => 'x'),⏎]);»
  assign =
    target ref client
    value new GuzzleHttp.Client
      args args «[⏎    'base_uri' => 'https://oai.helicon…NAME => 'x'),⏎]»
        value «[⏎    'base_uri' => 'https://oai.helicon…NAME => 'x'),⏎]»
          map «⏎    'base_uri' => 'https://oai.helicone… NAME => 'x'),⏎»
            entry «'base_uri' => 'https://oai.helicone.ai/v1'»
              key 'base_uri'
              'https://oai.helicone.ai/v1'
            entry «"headers" => array('A' => "Bearer {$_ENV…e, NAME => 'x')»
              key "headers"
              map «'A' => "Bearer {$_ENV['K']} $a[b] {$c->d…re, NAME => 'x'»
                entry «'A' => "Bearer {$_ENV['K']} $a[b] {$c->d()}"»
                  key 'A'
                  "Bearer {$_ENV['K']} $a[b] {$c->d()}"
                    hole index
                      object ref _ENV
                      key 'K'
                    hole index
                      object ref a
                      key ref b
                    hole call c.d
                      receiver ref c
                      args args «»
                spread «...$more»
                  ref more
                entry «NAME => 'x'»
                  computed key ref NAME
                  'x'
`,
		));

	it("reads chains from a class and from an object", () =>
		expectOutline(
			"php",
			`
<?php
OpenAI::factory()->withBaseUri('u')?->make();
$a->b?->c;
self::KEY;
`,
			`
statement «OpenAI::factory()->withBaseUri('u')?->make();»
  call OpenAI.factory.withBaseUri.make
    receiver call OpenAI.factory.withBaseUri
      receiver call OpenAI.factory
        receiver ref OpenAI
        args args «»
      args args «'u'»
        value «'u'»
          'u'
    args args «»
statement «$a->b?->c;»
  member .c
    object member .b
      object ref a
statement «self::KEY;»
  member .KEY
    object ref self
`,
		));

	it("reads constants and properties under the names that methods use", () =>
		expectOutline(
			"php",
			`
<?php
class A {
    private const KEY = 'x';
    public const B = 'y';
    private static $s = 1;
    protected string $p = 'q';
    function f(string $a, $b = 'd') { return $this->p . self::KEY; }
}
`,
			`
statement «class A {⏎    private const KEY = 'x';⏎ … self::KEY; }⏎}»
  class A
    body block «⏎    private const KEY = 'x';⏎    public…. self::KEY; }⏎»
      statement «private const KEY = 'x';»
        field =
          target member .KEY
            object ref self
          value 'x'
      statement «public const B = 'y';»
        exported field =
          target member .B
            object ref self
          value 'y'
      statement «private static $s = 1;»
        field =
          target member .$s
            object ref self
          value integer «1»
      statement «protected string $p = 'q';»
        field =
          target member .p
            object ref this
          value 'q'
      statement «function f(string $a, $b = 'd') { return… . self::KEY; }»
        function f
          params names «string $a, $b = 'd'»
            value «string $a»
              var =
                target ref a
            value «$b = 'd'»
              var =
                target ref b
                value 'd'
          body block « return $this->p . self::KEY; »
            statement «return $this->p . self::KEY;»
              return_statement
                concat
                  member .p
                    object ref this
                  member .KEY
                    object ref self
`,
		));

	it("reads guards of every form", () =>
		expectOutline(
			"php",
			`
<?php
if ($a) { b(); } elseif ($c) d(); else { e(); }
if ($f): g(); endif;
$h = $i ? $j : $k;
$l = $m ?: $n ?? $o;
`,
			`
statement «if ($a) { b(); } elseif ($c) d(); else { e(); }»
  guard if
    test ref a
    then block « b(); »
      statement «b();»
        call b
          args args «»
    else guard if
      test ref c
      then block «d();»
        statement «d();»
          call d
            args args «»
      else block « e(); »
        statement «e();»
          call e
            args args «»
statement «if ($f): g(); endif;»
  guard if
    test ref f
    then block « g();»
      statement «g();»
        call g
          args args «»
statement «$h = $i ? $j : $k;»
  assign =
    target ref h
    value either ternary
      test ref i
      then ref j
      else ref k
statement «$l = $m ?: $n ?? $o;»
  assign =
    target ref l
    value either or
      test ref m
      else either or
        test ref n
        else ref o
`,
		));

	it("knows what `use` gives a name", () =>
		expectOutline(
			"php",
			`
<?php
use OpenAI\\Client as C;
use Illuminate\\Support\\{Http, Log};
`,
			`
statement «use OpenAI\\Client as C;»
  import OpenAI\\Client Client:C
statement «use Illuminate\\Support\\{Http, Log};»
  import Illuminate\\Support Http:Http Log:Log
`,
		));

	it("reads heredocs and nowdocs", () =>
		expectOutline(
			"php",
			`
<?php
$a = <<<EOT
hi {$b['c']}
EOT;
$d = <<<'X'
raw $x
X;
`,
			`
statement «$a = <<<EOT⏎hi {$b['c']}⏎EOT;»
  assign =
    target ref a
    value heredoc <<<EOT⏎hi {$b['c']}⏎EOT
      hole index
        object ref b
        key 'c'
statement «$d = <<<'X'⏎raw $x⏎X;»
  assign =
    target ref d
    value heredoc <<<'X'⏎raw $x⏎X raw
`,
		));

	it("gives a case its statements, and appends their value", () =>
		expectOutline(
			"php",
			`
<?php
switch ($a) {
    case 'x':
        $h[] = 'b';
        break;
}
`,
			`
statement «switch ($a) {⏎    case 'x':⏎        $h[]…       break;⏎}»
  switch_statement
    ref a
    switch_block
      case_statement
        'x'
        block «$h[] = 'b';⏎        break;»
          statement «$h[] = 'b';»
            assign =
              target subscript_expression
                ref h
              value 'b'
          statement «break;»
            break_statement «break;»
`,
		));
});
