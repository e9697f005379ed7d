import { expectOutline } from "./expect-outline";

/** The grammar's flat expressions and declarations, as the Outline says them. */
describe("Dart outline", () => {
	const check = (source: string, expected: string) => expectOutline("dart", source, expected);

	it("folds a name and the selectors beside it into calls, members and reads", () =>
		check(
			`
await http.post(Uri.parse('x'), headers: {'A': 'b'});
final k = Platform.environment['K'] ?? 'd';
x = a?.b!.c<int>(1)['e'];
`,
			`
statement «await http.post(Uri.parse('x'), headers: {'A': 'b'})»
  var =
    target ref http
statement «;»
  declaration «;»
statement «final k = Platform.environment['K'] ?? 'd';»
  const =
    target ref k
    value either or
      test index
        object member .environment
          object ref Platform
        key 'K'
      else 'd'
statement «x = a?.b!.c<int>(1)['e'];»
  ERROR
    ref x
broken «.post(Uri.parse('x'), headers: {'A': 'b'})»
broken «x = a?.b!.c<int>(1)['e'];»
`,
		));

	it("reads strings of every kind with what is put into them", () =>
		check(
			`
const a = r'b$c';
var d = 'Bearer $e \\n' "f";
final g = '''h
\${i['j']}''';
`,
			`
statement «const a = r'b$c';»
  const =
    target ref a
    value r'b$c' raw
statement «var d = 'Bearer $e \\n' "f";»
  var =
    target ref d
    value concat
      'Bearer $e \\n' escaped
        hole ref e
      "f"
statement «final g = '''h⏎\${i['j']}''';»
  const =
    target ref g
    value '''h⏎\${i['j']}'''
      hole index
        object ref i
        key 'j'
`,
		));

	it("reads collections with their spreads, conditions and loops", () =>
		check(
			`
final a = <String, String>{'b': c, if (d) 'e': 'f', ...g};
final h = ['i', if (j) k.l else 'm', for (final n in o) n.p];
`,
			`
statement «final a = <String, String>{'b': c, if (d) 'e': 'f', ...g};»
  const =
    target ref a
    value map «'b': c, if (d) 'e': 'f', ...g»
      entry «'b': c»
        key 'b'
        ref c
      entry «if (d) 'e': 'f'»
        key 'e'
        'f'
      spread «...g»
        ref g
statement «final h = ['i', if (j) k.l else 'm', for…l n in o) n.p];»
  const =
    target ref h
    value seq «'i', if (j) k.l else 'm', for (final n in o) n.p»
      value «'i'»
        'i'
      value «if (j) k.l else 'm'»
        if_element
          ref j
          member .l
            object ref k
          'm'
      value «for (final n in o) n.p»
        for_element
          for_loop_parts
            ref n
            ref o
          member .p
            object ref n
aside ref d
`,
		));

	it("reads declarations at the top of a file and in a class", () =>
		check(
			`
@deprecated
class A extends B {
  static const String c = 'd';
  A(this.c, {String e = 'f'}) : super(e);
  String get g => 'h';
  Future<void> i() async { j(); }
}
int k(l) => m.n(l);
`,
			`
statement «@deprecated⏎class A extends B {⏎  static…sync { j(); }⏎}»
  class A
    annotation
      ref deprecated
    body block «⏎  static const String c = 'd';⏎  A(this…async { j(); }⏎»
      statement «static const String c = 'd';»
        field =
          target ref c
          value 'd'
      statement «A(this.c, {String e = 'f'}) : super(e);»
        function A
          params names «this.c, {String e = 'f'}»
            value «this.c»
              ref c
            value «String e = 'f'»
              var =
                target ref e
                value 'f'
          initializers
            initializer_list_entry
              ref super
              args «e»
                value «e»
                  ref e
      statement «String get g => 'h';»
        const =
          target ref g
          value 'h'
      statement «Future<void> i() async { j(); }»
        function i
          params names «»
          body block « j(); »
            statement «j();»
              call j
                args args «»
statement «int k(l) => m.n(l);»
  function k
    params names «l»
      value «l»
        ref l
    body call m.n
      receiver ref m
      args args «l»
        value «l»
          ref l
`,
		));

	it("reads conditions with and without braces", () =>
		check(
			`
void f() {
  if (a == 'b') c(); else { d['e'] = 'f'; }
}
`,
			`
statement «void f() {⏎  if (a == 'b') c(); else { d['e'] = 'f'; }⏎}»
  function f
    params names «»
    body block «⏎  if (a == 'b') c(); else { d['e'] = 'f'; }⏎»
      statement «if (a == 'b') c(); else { d['e'] = 'f'; }»
        guard if
          test infix ==
            left ref a
            right 'b'
          then block «c();»
            statement «c();»
              call c
                args args «»
          else block « d['e'] = 'f'; »
            statement «d['e'] = 'f';»
              assign =
                target index
                  object ref d
                  key 'e'
                value 'f'
`,
		));

	it("keeps a cascade beside the value it belongs to", () =>
		check(
			`
final a = B('c')..d['e'] = 'f'..g();
`,
			`
statement «final a = B('c')..d['e'] = 'f'..g();»
  const =
    target ref a
    value call B
      args args «'c'»
        value «'c'»
          'c'
aside cascade
  words «..d['e'] = 'f'..g()»
    statement «..d['e'] = 'f'»
      assign =
        target index
          object member .d
            object cascaded «»
          key 'e'
        value 'f'
    statement «..g()»
      call .g
        receiver cascaded «»
        args args «»
`,
		));
});
