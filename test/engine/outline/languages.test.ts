import assert from "node:assert/strict";
import {
	languageById,
	languageOfEditorId,
	languageOfPath,
	languageOfShebang,
	languageOfText,
	languages,
} from "../../../server/engine/languages";

describe("Languages", () => {
	const paths: Readonly<Record<string, string | undefined>> = {
		"src/app.py": "python",
		"types.pyi": "python",
		"a/b.mjs": "javascript",
		"A.JSX": "javascript",
		"a.d.ts": "typescript",
		"C:\\x\\a.cts": "typescript",
		"a.tsx": "tsx",
		"run.sh": "shell",
		".envrc": "shell",
		"home/.zshrc": "shell",
		".env": "dotenv",
		"app/.env.local": "dotenv",
		"app/models/chat.rb": "ruby",
		Rakefile: "ruby",
		Gemfile: "ruby",
		"src/Llm.php": "php",
		"src/main.rs": "rust",
		"prod.env": "dotenv",
		"prod.env.example": "dotenv",
		"main.go": "go",
		"Program.cs": "csharp",
		"App.java": "java",
		"App.swift": "swift",
		"lib/main.dart": "dart",
		"src/main.cpp": "cpp",
		"llm.h": "cpp",
		"Main.scala": "scala",
		"App.kt": "kotlin",
		"build.gradle.kts": "kotlin",
		"env.md": "markdown",
		"docs/guide.mdx": "markdown",
		"compose.yml": "yaml",
		"turbo.json": "json",
		"a/.mcp.json": "json",
		"pyproject.toml": "toml",
		"application.properties": "properties",
		"app/Dockerfile.dev": "dockerfile",
		"app/Makefile": "makefile",
		"build/rules.mk": "makefile",
		Procfile: "procfile",
		justfile: "justfile",
		"docs/guide.adoc": "markdown",
		"docs/guide.rst": "markdown",
		"templates/app.env.j2": "template",
		"templates/nginx.conf.j2": "template",
		"config.yaml.example": "template",
		"etc/app.service": "properties",
		"etc/nginx/conf.d/llm.conf": "nginx",
		"etc\\nginx\\sites-available\\llm": "nginx",
		"etc/llm.conf": undefined,
		"demo.ipynb": "notebook",
		"src/App.vue": "vue",
		"src/routes/+page.svelte": "svelte",
		"src/pages/index.astro": "astro",
		"public/index.html": "html",
		"infra/main.tf": "hcl",
		"lib/app.ex": "elixir",
		"config/runtime.exs": "elixir",
		"etc/nginx/nginx.conf": "nginx",
		"templates/default.conf.template": "nginx",
		"application.conf": undefined,
		Caddyfile: "caddy",
		"Ask.psm1": "powershell",
		"prod.auto.tfvars": "hcl",
		environment: undefined,
		"py/README": undefined,
	};
	for (const [path, id] of Object.entries(paths)) {
		it(`reads ${path} as ${id ?? "nothing it knows"}`, () => assert.equal(languageOfPath(path)?.id, id));
	}

	it("takes the editor's word only for a name that says nothing", () => {
		assert.equal(languageOfEditorId("python", "untitled:1")?.id, "python");
		assert.equal(languageOfEditorId("plaintext", "x/.env")?.id, "dotenv");
		assert.equal(languageOfEditorId("typescriptreact", "x")?.id, "tsx");
		assert.equal(languageOfEditorId("plaintext", "x"), undefined);
	});

	const shebangs: Readonly<Record<string, string | undefined>> = {
		"#!/bin/bash": "shell",
		"#!/usr/bin/env python3.12": "python",
		"#!/usr/bin/env -S A=b node --flag": "javascript",
		"#!/usr/bin/env -S deno run": "typescript",
		"#!/usr/bin/env ruby": "ruby",
		"#!/usr/bin/php8.3": "php",
		"#!/usr/bin/perl": undefined,
		"# no": undefined,
	};
	for (const [line, id] of Object.entries(shebangs)) {
		it(`reads a script with ${line} as ${id ?? "nothing it knows"}`, () =>
			assert.equal(languageOfShebang(line)?.id, id));
	}

	const server = "server {\n  listen 80;\n  location / {\n    proxy_pass https://oai.helicone.ai;\n  }\n}\n";
	const upstream = "upstream llm {\n  server oai.helicone.ai:443;\n}\n";
	const texts: readonly (readonly [path: string, text: string, id: string | undefined])[] = [
		["etc/llm.conf", server, "nginx"],
		["etc/llm.conf.bak", upstream, "nginx"],
		["etc/llm.conf", `# the proxy\r\n${server.replaceAll("\n", "\r\n")}`, "nginx"],
		// Akka's and Typesafe's configuration has blocks and no semicolons.
		["application.conf", 'server {\n  host = localhost\n  llm = "https://oai.helicone.ai/v1"\n}\n', undefined],
		["app.conf", "[server]\nlisten = 80;\n", undefined],
		["llm.txt", server, undefined],
		["bin/run", "#!/bin/sh\nserver {\n  listen 80;\n}\n", "shell"],
	];
	for (const [path, text, id] of texts) {
		it(`reads ${path} with ${JSON.stringify(text.slice(0, 20))} as ${id ?? "nothing it knows"}`, () =>
			assert.equal(languageOfText(path, text)?.id, id));
	}

	it("claims every id, ending and editor id once", () => {
		for (const language of languages) assert.equal(languageById(language.id), language);
		const endings = languages.flatMap(({ extensions }) => extensions);
		assert.equal(new Set(endings).size, endings.length);
		const editorIds = languages.flatMap((language) => language.editorIds);
		assert.equal(new Set(editorIds).size, editorIds.length);
	});
});
