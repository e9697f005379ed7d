/** Go, Java, Kotlin, C#, Rust and Swift. */
import type { Template } from "./template";

export const statics: readonly Template[] = [
	{
		name: "a client with option functions",
		language: "go",
		file: "program.go",
		before:
			'package main\n\nimport (\n\t"os"\n\n\t"github.com/openai/openai-go"\n\t"github.com/openai/openai-go/option"\n)\n\nfunc client() openai.Client {\n\treturn openai.NewClient(\n',
		parts: [
			'\t\toption.WithBaseURL("«ADDRESS»"),',
			'\t\toption.WithAPIKey(os.Getenv("«KEY»")),',
			'|\t\toption.WithHeader("«NAME»", «VALUE»),',
			"\t\toption.WithMaxRetries(2),",
		],
		shuffled: true,
		after: "\t)\n}\n",
		auth: '"Bearer " + os.Getenv("HELICONE_API_KEY")',
		values: ['"true"', "`x, ) // y`", "user.ID", "session(a, b)"],
		comment: "//",
		indents: ["\t"],
	},
	{
		name: "setters on a request",
		language: "go",
		file: "request.go",
		before:
			'package main\n\nimport (\n\t"io"\n\t"net/http"\n\t"os"\n)\n\nfunc ask(body io.Reader, user string) (*http.Response, error) {\n\treq, err := http.NewRequest("POST", "«ADDRESS»/chat/completions", body)\n\tif err != nil {\n\t\treturn nil, err\n\t}\n',
		parts: ['\treq.Header.Set("Authorization", "Bearer "+os.Getenv("«KEY»"))', '|\treq.Header.Set("«NAME»", «VALUE»)'],
		shuffled: true,
		after: '\treq.Header.Set("Content-Type", "application/json")\n\treturn http.DefaultClient.Do(req)\n}\n',
		auth: '"Bearer "+os.Getenv("HELICONE_API_KEY")',
		values: ['"true"', "user", '"x, ) // y"'],
		comment: "//",
		indents: ["\t"],
	},
	{
		name: "a builder",
		language: "java",
		file: "Program.java",
		before:
			"import com.openai.client.OpenAIClient;\nimport com.openai.client.okhttp.OpenAIOkHttpClient;\n\nclass Program {\n\tOpenAIClient client = OpenAIOkHttpClient.builder()\n",
		parts: [
			'\t\t\t.baseUrl("«ADDRESS»")',
			'\t\t\t.apiKey(System.getenv("«KEY»"))',
			'|\t\t\t.putHeader("«NAME»", «VALUE»)',
			"\t\t\t.maxRetries(2)",
		],
		shuffled: true,
		after: "\t\t\t.build();\n}\n",
		auth: '"Bearer " + System.getenv("HELICONE_API_KEY")',
		values: ['"true"', "user.id()", '"x, ) // y"', "String.valueOf(1)"],
		comment: "//",
	},
	{
		name: "a builder",
		language: "kotlin",
		file: "Program.kt",
		before:
			"import com.openai.client.OpenAIClient\nimport com.openai.client.okhttp.OpenAIOkHttpClient\n\nclass Program {\n\tval client: OpenAIClient = OpenAIOkHttpClient.builder()\n",
		parts: [
			'\t\t.baseUrl("«ADDRESS»")',
			'\t\t.apiKey(System.getenv("«KEY»"))',
			'|\t\t.putHeader("«NAME»", «VALUE»)',
			"\t\t.maxRetries(2)",
		],
		shuffled: true,
		after: "\t\t.build()\n}\n",
		auth: '"Bearer " + System.getenv("HELICONE_API_KEY")',
		values: ['"true"', "user.id()", '"x, ) // y"', "UUID.randomUUID().toString()"],
		comment: "//",
	},
	{
		name: "headers of an HttpClient",
		language: "csharp",
		file: "Program.cs",
		before:
			'using System;\nusing System.Net.Http;\n\nvar request = new HttpRequestMessage(HttpMethod.Post, "«ADDRESS»/chat/completions");\n',
		parts: [
			'request.Headers.Add("Authorization", "Bearer " + Environment.GetEnvironmentVariable("«KEY»"));',
			'|request.Headers.Add("«NAME»", «VALUE»);',
			'request.Headers.Add("Accept", "application/json");',
		],
		shuffled: true,
		after: "var response = await new HttpClient().SendAsync(request);\n",
		auth: '$"Bearer {Environment.GetEnvironmentVariable("HELICONE_API_KEY")}"',
		values: ['"true"', "user.Id", '"x, ) // y"', "Guid.NewGuid().ToString()"],
		comment: "//",
	},
	{
		name: "a chain of reqwest",
		language: "rust",
		file: "program.rs",
		before:
			'async fn ask(client: &reqwest::Client, body: &Body) -> reqwest::Result<reqwest::Response> {\n\tclient\n\t\t.post("«ADDRESS»/chat/completions")\n',
		parts: [
			'\t\t.header("Authorization", format!("Bearer {}", std::env::var("«KEY»").unwrap()))',
			'|\t\t.header("«NAME»", «VALUE»)',
			"\t\t.json(body)",
		],
		shuffled: true,
		after: "\t\t.send()\n\t\t.await\n}\n",
		auth: 'format!("Bearer {}", std::env::var("HELICONE_API_KEY").unwrap())',
		values: ['"true"', "user.id()", 'r"x, ) // y"', "&session"],
		comment: "//",
	},
	{
		name: "setters on a request",
		language: "swift",
		file: "Program.swift",
		before:
			'import Foundation\n\nfunc ask(_ body: Data) -> URLRequest {\n\tvar request = URLRequest(url: URL(string: "«ADDRESS»/chat/completions")!)\n\trequest.httpMethod = "POST"\n',
		parts: [
			'\trequest.setValue("Bearer \\(ProcessInfo.processInfo.environment["«KEY»"]!)", forHTTPHeaderField: "Authorization")',
			'|\trequest.addValue(«VALUE», forHTTPHeaderField: "«NAME»")',
			'\trequest.setValue("application/json", forHTTPHeaderField: "Content-Type")',
		],
		shuffled: true,
		after: "\trequest.httpBody = body\n\treturn request\n}\n",
		auth: '"Bearer \\(ProcessInfo.processInfo.environment["HELICONE_API_KEY"]!)"',
		values: ['"true"', "UUID().uuidString", '"x, ) // y"', "user.id"],
		comment: "//",
	},
];
