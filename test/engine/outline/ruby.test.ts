import { expectOutline } from "./expect-outline";

describe("Outline of Ruby", () => {
	it("reads a client: keywords, a hash with both kinds of arrows, interpolation", () =>
		expectOutline(
			"ruby",
			`
client = OpenAI::Client.new(
  access_token: ENV.fetch("K"),
  :uri_base => 'https://oai.helicone.ai/v1',
  extra_headers: { "Helicone-Auth" => "Bearer #{ENV['H']}", "X": 1, NAME => 2, **more },
  headers:
)
`,
			`
statement «client = OpenAI::Client.new(⏎  access_to…},⏎  headers:⏎)»
  assign =
    target ref client
    value call OpenAI.Client.new
      receiver member .Client
        object ref OpenAI
      args args «⏎  access_token: ENV.fetch("K"),⏎  :uri_… },⏎  headers:⏎»
        entry «access_token: ENV.fetch("K")»
          key ref access_token
          call ENV.fetch
            receiver ref ENV
            args args «"K"»
              value «"K"»
                "K"
        entry «:uri_base => 'https://oai.helicone.ai/v1'»
          key :uri_base
          'https://oai.helicone.ai/v1'
        entry «extra_headers: { "Helicone-Auth" => "Bea… => 2, **more }»
          key ref extra_headers
          map « "Helicone-Auth" => "Bearer #{ENV['H']}"…E => 2, **more »
            entry «"Helicone-Auth" => "Bearer #{ENV['H']}"»
              key "Helicone-Auth"
              "Bearer #{ENV['H']}"
                hole index
                  object ref ENV
                  key 'H'
            entry «"X": 1»
              key "X"
              integer «1»
            entry «NAME => 2»
              computed key ref NAME
              integer «2»
            spread «**more»
              ref more
        entry «headers:»
          key=value ref headers
`,
		));

	it("reads attributes as members, and what changes nothing as what it is called on", () =>
		expectOutline(
			"ruby",
			`
config.extra_headers = {}.freeze
key = ENV["K"].presence
Rails.application.credentials.helicone
uri = URI("https://x")
client = ::OpenAI::Client.new
`,
			`
statement «config.extra_headers = {}.freeze»
  assign =
    target member .extra_headers
      object ref config
    value map «»
statement «key = ENV["K"].presence»
  assign =
    target ref key
    value index
      object ref ENV
      key "K"
statement «Rails.application.credentials.helicone»
  member .helicone
    object member .credentials
      object member .application
        object ref Rails
statement «uri = URI("https://x")»
  assign =
    target ref uri
    value "https://x"
statement «client = ::OpenAI::Client.new»
  assign =
    target ref client
    value call OpenAI.Client.new
      receiver member .Client
        object ref OpenAI
`,
		));

	it("keeps blocks as functions behind their call", () =>
		expectOutline(
			"ruby",
			`
OpenAI.configure do |c|
  c.uri_base = "x"
end
list.map { |a| a["b"] }
`,
			`
statement «OpenAI.configure do |c|⏎  c.uri_base = "x"⏎end»
  call OpenAI.configure
    receiver ref OpenAI
statement «list.map { |a| a["b"] }»
  call list.map
    receiver ref list
aside function
  params names «c»
    value «c»
      ref c
  body block «c.uri_base = "x"»
    statement «c.uri_base = "x"»
      assign =
        target member .uri_base
          object ref c
        value "x"
aside function
  params names «a»
    value «a»
      ref a
  body block «a["b"]»
    statement «a["b"]»
      index
        object ref a
        key "b"
`,
		));

	it("reads guards: if, unless, modifiers, ternaries, and, or", () =>
		expectOutline(
			"ruby",
			`
if a
  b
elsif c
  d
else
  e
end
f unless g
x = h ? i : j
y = k || l && m
`,
			`
statement «if a⏎  b⏎elsif c⏎  d⏎else⏎  e⏎end»
  guard if
    test ref a
    then block «⏎  b»
      statement «b»
        ref b
    else guard if
      test ref c
      then block «⏎  d»
        statement «d»
          ref d
      else block «⏎  e»
        statement «e»
          ref e
statement «f unless g»
  guard modifier
    then block «f»
      statement «f»
        ref f
    test ref g
statement «x = h ? i : j»
  assign =
    target ref x
    value either ternary
      test ref h
      then ref i
      else ref j
statement «y = k || l && m»
  assign =
    target ref y
    value either or
      test ref k
      else either and
        test ref l
        then ref m
`,
		));

	it("reads methods, classes, constants and fields", () =>
		expectOutline(
			"ruby",
			`
class A < B
  KEY = "x"
  def self.f(a, b = 1, *c, k: 2, **o)
    return { a: 1 } if b
    @d ||= k
  end
end
`,
			`
statement «class A < B⏎  KEY = "x"⏎  def self.f(a, …||= k⏎  end⏎end»
  class A
    superclass
      ref B
    body block «KEY = "x"⏎  def self.f(a, b = 1, *c, k: … @d ||= k⏎  end»
      statement «KEY = "x"»
        exported field =
          target ref KEY
          value "x"
      statement «def self.f(a, b = 1, *c, k: 2, **o)⏎    … @d ||= k⏎  end»
        function f
          ref self
          params names «a, b = 1, *c, k: 2, **o»
            value «a»
              ref a
            value «b = 1»
              var =
                target ref b
                value integer «1»
            value «*c»
              ref c
            value «k: 2»
              var =
                target ref k
                value integer «2»
            value «**o»
              ref o
          body block «return { a: 1 } if b⏎    @d ||= k»
            statement «return { a: 1 } if b»
              guard modifier
                then block «return { a: 1 }»
                  statement «return { a: 1 }»
                    return
                      map « a: 1 »
                        entry «a: 1»
                          key ref a
                          integer «1»
                test ref b
            statement «@d ||= k»
              assign ||=
                target ref @d
                value ref k
`,
		));

	it("knows which lines a here-document owns", () =>
		expectOutline(
			"ruby",
			`
f(<<~A, b: 1)
  hi #{x}
A
g
`,
			`
statement «f(<<~A, b: 1)» owns «⏎  hi #{x}⏎A»
  call f
    args args «<<~A, b: 1»
      value «<<~A» owns «⏎  hi #{x}⏎A»
        heredoc «<<~A»
      entry «b: 1»
        key ref b
        integer «1»
statement «g»
  ref g
aside heredoc ⏎  hi #{x}⏎A
  hole ref x
`,
		));

	it("reads strings in every quoting", () =>
		expectOutline(
			"ruby",
			`
a = 'b' "c"
d = %q(e) + %Q{f#{g}}
h = :i
j = :"k"
l = %w[m n]
`,
			`
statement «a = 'b' "c"»
  assign =
    target ref a
    value concat
      'b'
      "c"
statement «d = %q(e) + %Q{f#{g}}»
  assign =
    target ref d
    value concat
      %q(e) raw
      %Q{f#{g}}
        hole ref g
statement «h = :i»
  assign =
    target ref h
    value :i
statement «j = :"k"»
  assign =
    target ref j
    value :"k"
statement «l = %w[m n]»
  assign =
    target ref l
    value seq «m n»
      value «m»
        bare m
      value «n»
        bare n
`,
		));

	it("takes what is required as an import", () =>
		expectOutline(
			"ruby",
			`
require "openai"
gem "helicone", "~> 1"
`,
			`
statement «require "openai"»
  call require
    args args «"openai"»
      value «"openai"»
        "openai"
statement «gem "helicone", "~> 1"»
  call gem
    args args «"helicone", "~> 1"»
      value «"helicone"»
        "helicone"
      value «"~> 1"»
        "~> 1"
import openai
import helicone
`,
		));
});
