/** Python, JavaScript and TypeScript, Ruby, PHP, Elixir and shell. */
import type { Template } from "./template";

const bearer = "`Bearer ${process.env.HELICONE_API_KEY}`";
const script = {
	auth: bearer,
	values: ["'true'", '"x, } y"', "crypto.randomUUID()", "user?.id ?? 'nobody'", "String(a, [b])"],
	comment: "//",
} as const;
const openAi: Pick<Template, "parts" | "after" | "shuffled"> = {
	parts: [
		'\tbaseURL: "«ADDRESS»",',
		"\tapiKey: process.env.«KEY»,",
		"?\tdefaultHeaders: {\n|\t\t'«NAME»': «VALUE»,\n?\t},",
		"\tmaxRetries: 2, // enough",
	],
	shuffled: true,
	after: "});\n\nconst direct = new OpenAI({ apiKey: process.env.OPENAI_API_KEY });\n",
};

export const dynamic: readonly Template[] = [
	{
		name: "a client with a dict of headers",
		language: "python",
		file: "program.py",
		before: "import os\n\nfrom openai import OpenAI\n\nclient = OpenAI(\n",
		parts: [
			'\tbase_url="«ADDRESS»",',
			'\tapi_key=os.environ["«KEY»"],',
			'?\tdefault_headers={\n|\t\t"«NAME»": «VALUE»,\n?\t},',
			"\ttimeout=20,  # seconds",
		],
		shuffled: true,
		after: ')\ndirect = OpenAI(api_key=os.environ["OPENAI_API_KEY"])\n',
		auth: "f\"Bearer {os.environ['HELICONE_API_KEY']}\"",
		values: ['"true"', "str(uuid4())", '"x, } # y"', "f\"{user['id']}\"", "(\n\t\t\t1,\n\t\t)"],
		quotes: ['"', "'"],
		comment: " #",
	},
	{
		name: "headers of a request",
		language: "python",
		file: "request.py",
		before:
			'import os\nimport httpx\n\n\ndef ask(body):\n\treturn httpx.post(\n\t\t"«ADDRESS»/chat/completions",\n\t\tjson=body,\n\t\theaders={\n',
		parts: ['\t\t\t"Authorization": f"Bearer {os.environ[\'«KEY»\']}",', '|\t\t\t"«NAME»": «VALUE»,'],
		shuffled: true,
		after: '\t\t\t"Content-Type": "application/json",\n\t\t},\n\t)\n',
		auth: '"Bearer " + os.environ["HELICONE_API_KEY"]',
		values: ['"true"', "session", "str(uuid4())"],
		comment: " #",
	},
	{
		name: "a client with an object of headers",
		language: "typescript",
		file: "program.ts",
		before: 'import OpenAI from "openai";\n\nexport const client: OpenAI = new OpenAI({\n',
		...openAi,
		...script,
		quotes: ['"', "'"],
	},
	{
		name: "a client with an object of headers",
		language: "tsx",
		file: "program.tsx",
		before:
			'import OpenAI from "openai";\n\nexport const View = () => <b className="x">{text}</b>;\nconst client = new OpenAI({\n',
		...openAi,
		...script,
	},
	{
		name: "a client with an object of headers",
		language: "javascript",
		file: "program.js",
		before: 'const OpenAI = require("openai");\n\nconst client = new OpenAI({\n',
		...openAi,
		...script,
	},
	{
		name: "headers of a fetch",
		language: "javascript",
		file: "request.mjs",
		before:
			"export async function ask(body) {\n\treturn fetch('«ADDRESS»/chat/completions', {\n\t\tmethod: 'POST',\n\t\theaders: {\n",
		parts: ["\t\t\tAuthorization: `Bearer ${process.env.«KEY»}`,", "|\t\t\t'«NAME»': «VALUE»,"],
		shuffled: true,
		after: "\t\t},\n\t\tbody: JSON.stringify(body),\n\t});\n}\n",
		...script,
	},
	{
		name: "a client with a hash of headers",
		language: "ruby",
		file: "program.rb",
		before: 'require "openai"\n\nclient = OpenAI::Client.new(\n',
		parts: [
			'\turi_base: "«ADDRESS»",',
			'\taccess_token: ENV.fetch("«KEY»"),',
			'?\textra_headers: {\n|\t\t"«NAME»" => «VALUE»,\n?\t},',
			"\trequest_timeout: 240,",
		],
		shuffled: true,
		after: "\tlog_errors: true\n)\n",
		auth: "\"Bearer #{ENV['HELICONE_API_KEY']}\"",
		values: ['"true"', "SecureRandom.uuid", '"x, } # y"', "user.id.to_s"],
		comment: "#",
	},
	{
		name: "headers of a Guzzle client",
		language: "php",
		file: "program.php",
		before: "<?php\n\n$client = new \\GuzzleHttp\\Client([\n\t'base_uri' => '«ADDRESS»/',\n\t'headers' => [\n",
		parts: ["\t\t'Authorization' => 'Bearer ' . getenv('«KEY»'),", "|\t\t'«NAME»' => «VALUE»,"],
		shuffled: true,
		after: "\t\t'Accept' => 'application/json',\n\t],\n]);\n",
		migrated: "https://api.concentrate.ai/v1",
		auth: "'Bearer ' . getenv('HELICONE_API_KEY')",
		values: ["'true'", '"x, ] // y"', "$user->id", "uniqid('a', true)"],
		comment: "//",
	},
	{
		name: "a list of tuples",
		language: "elixir",
		file: "program.ex",
		before: "def complete(body) do\n\theaders = [\n",
		parts: ['\t\t{"Authorization", "Bearer " <> System.get_env("«KEY»")},', '|\t\t{"«NAME»", «VALUE»},'],
		shuffled: true,
		after:
			'\t\t{"Content-Type", "application/json"}\n\t]\n\n\tHTTPoison.post("«ADDRESS»/chat/completions", body, headers)\nend\n',
		auth: '"Bearer #{System.get_env("HELICONE_API_KEY")}"',
		values: ['"true"', "user.id", '"x, } # y"', "UUID.uuid4()"],
		comment: "#",
	},
	{
		name: "a curl command",
		language: "shell",
		file: "ask.sh",
		before: '#!/bin/sh\nset -eu\ncurl -s "«ADDRESS»/chat/completions" \\\n',
		parts: [
			'\t-H "Authorization: Bearer $«KEY»" \\',
			'|\t-H "«NAME»: «VALUE»" \\',
			'\t-H "Content-Type: application/json" \\',
		],
		shuffled: true,
		after: '\t-d \'{"model": "gpt-4o", "messages": []}\'\necho done\n',
		auth: "Bearer $HELICONE_API_KEY",
		values: ["true", "$(uuidgen)", "x, # y", "$USER"],
	},
];
