/** Programs that say Helicone, or something near it, and are none of our business. */
export interface Negative {
	readonly name: string;
	readonly language: string;
	readonly uri: string;
	readonly text: string;
}

export const negatives: readonly Negative[] = [
	{
		name: "a Python client of OpenAI",
		language: "python",
		uri: "file:///direct.py",
		text: [
			"import os",
			"from openai import OpenAI",
			'client = OpenAI(api_key=os.environ["OPENAI_API_KEY"])',
			'client.chat.completions.create(model="google/gemini-2.5-flash", messages=[])',
			"",
		].join("\n"),
	},
	{
		name: "a migration with an enum of Helicone",
		language: "python",
		uri: "file:///0001_loggers.py",
		text: "op.execute(\"CREATE TYPE logger AS ENUM ('HELICONE', 'LANGFUSE')\")\n",
	},
	{
		name: "an enum member and a switch over it",
		language: "typescript",
		uri: "file:///logger.ts",
		text: [
			'export enum Logger { Helicone = "helicone", Langfuse = "langfuse" }',
			"switch (logger) {",
			"  case Logger.Helicone:",
			"    break;",
			"}",
			"",
		].join("\n"),
	},
	{
		name: "an option of one's own called helicone",
		language: "typescript",
		uri: "file:///options.ts",
		text: 'const options = { provider: "helicone", ignoreDatabaseAndHelicone: true };\n',
	},
	{
		name: "hosts that end like Helicone's",
		language: "javascript",
		uri: "file:///hosts.js",
		text: [
			'const a = "https://nothelicone.ai/v1";',
			'const b = "https://oai.helicone.ai.evil.com/v1";',
			'const c = "https://helicone.ai-mirror.net/v1";',
			'const d = "support@myhelicone.ai";',
			"",
		].join("\n"),
	},
	{
		name: "Cache-Control of a web server",
		language: "typescript",
		uri: "file:///server.ts",
		text: '// helicone caches elsewhere\nresponse.setHeader("Cache-Control", "max-age=3600");\n',
	},
	{
		name: "keys of the browser's storage",
		language: "javascript",
		uri: "file:///storage.js",
		text: 'chrome.storage.local.get(["heliconeSettings", "theme"], restore);\n',
	},
	{
		name: "an import of a module of one's own",
		language: "typescript",
		uri: "file:///app.ts",
		text: 'import { heliconeHeaders } from "./helicone";\nexport { heliconeHeaders };\n',
	},
	{
		name: "a shell script with comments",
		language: "shell",
		uri: "file:///deploy.sh",
		text: '#!/bin/sh\n# Helicone was retired in 2025.\nexport OPENAI_API_KEY="$SECRET"\n',
	},
	{
		name: "an environment file with a comment",
		language: "dotenv",
		uri: "file:///.env",
		text: "# HELICONE_API_KEY=\nOPENAI_API_KEY=sk-123\nOPENAI_BASE_URL=https://api.openai.com/v1\n",
	},
	{
		name: "a component about observability",
		language: "tsx",
		uri: "file:///about.tsx",
		text: "export const About = () => <p>We used Helicone and Langfuse.</p>;\n",
	},
];
