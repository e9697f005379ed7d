/** The programs on the wire, each as its users write it, and what must cross the wire once it was moved. */
import type { ToolchainName } from "./toolchains";

export interface Program {
	/** Folder below `programs/`. */
	readonly id: string;
	readonly toolchain: ToolchainName;
	readonly file: string;
	/** Paths of the request before and after. */
	readonly path: readonly [string, string];
	/** Models before and after. */
	readonly model: readonly [string, string];
	/** What the body has in addition. */
	readonly body?: Readonly<Record<string, unknown>>;
	/** Requests that one run makes; 1 without. */
	readonly requests?: number;
	/** Headers that go although they are not only Helicone's. */
	readonly alsoGone?: readonly string[];
}

const chat = "/v1/chat/completions";
const responses = "/v1/responses";
const messages = "/v1/messages";
/** A path that carries Helicone's key. */
const keyed = (path: string, rest: string) => `${path}/sk-helicone-aaaaaaa-bbbbbbb-ccccccc-ddddddd${rest}`;

const same = <Text>(text: Text): readonly [Text, Text] => [text, text];

const shell: readonly Omit<Program, "toolchain">[] = [
	{ id: "curl-proxy", file: "ask.sh", path: same(chat), model: same("gpt-4o-mini") },
	{
		id: "curl-gateway",
		file: "ask.sh",
		path: same(chat),
		model: ["claude-4.5-haiku/anthropic", "anthropic/claude-haiku-4-5"],
	},
	{ id: "curl-anthropic", file: "ask.sh", path: same(messages), model: same("claude-sonnet-4-5") },
];

const python: readonly Omit<Program, "toolchain" | "file">[] = [
	{ id: "openai-python-proxy", path: same(chat), model: same("gpt-4o-mini") },
	{
		id: "openai-python-gateway",
		path: ["/chat/completions", chat],
		model: ["claude-4.5-sonnet/anthropic", "anthropic/claude-sonnet-4-5"],
	},
	{ id: "openai-python-stream", path: same(chat), model: same("gpt-4o") },
	{ id: "openai-python-sessions", path: same(chat), model: same("gpt-4o"), requests: 2 },
	{
		id: "openai-python-cache-seed",
		path: same(chat),
		model: same("gpt-4o-mini"),
		body: { prompt_cache_key: "user-7" },
		alsoGone: ["cache-control"],
	},
	{
		id: "openai-python-fallbacks",
		path: same(chat),
		model: same("gpt-5.1"),
		body: { routing: { model: { fallbacks: ["gpt-4o", "gpt-4o-mini"] } } },
	},
	{
		id: "openai-python-model-list",
		path: ["/chat/completions", chat],
		model: ["claude-4.5-sonnet/anthropic,gpt-4o/openai", "anthropic/claude-sonnet-4-5"],
		body: { routing: { model: { fallbacks: ["openai/gpt-4o"] } } },
	},
	{ id: "openai-python-environment", path: same(responses), model: same("gpt-5.1") },
	{ id: "openai-python-raw-response", path: [keyed("/v1", "/chat/completions"), chat], model: same("gpt-4o") },
	{ id: "requests-python", path: same(chat), model: same("gpt-4o-mini") },
	{ id: "anthropic-python", path: same(messages), model: same("claude-sonnet-4-5") },
	{
		id: "anthropic-python-stream",
		path: [keyed("", messages), messages],
		model: same("claude-haiku-4-5"),
	},
	{ id: "langchain-python-openai", path: same(chat), model: same("gpt-4o") },
	{ id: "langchain-python-anthropic", path: same(messages), model: same("claude-sonnet-4-5") },
	{ id: "litellm-python", path: same(chat), model: same("gpt-4o-mini") },
	{ id: "litellm-python-call", path: same(chat), model: same("gpt-4o-mini") },
	{ id: "llamaindex-python", path: same(chat), model: same("gpt-4o-mini") },
];

const node: readonly Omit<Program, "toolchain">[] = [
	{ id: "openai-node-proxy", file: "main.ts", path: same(chat), model: same("gpt-4o-mini") },
	{
		id: "openai-node-gateway",
		file: "main.mjs",
		path: ["/responses", responses],
		model: ["gpt-5.1/openai", "openai/gpt-5.1"],
	},
	{
		id: "openai-node-per-request",
		file: "main.ts",
		path: [keyed("/v1", "/chat/completions"), chat],
		model: same("gpt-4o"),
		body: { prompt_cache_key: "user-7" },
	},
	{ id: "openai-node-commonjs", file: "main.cjs", path: same(chat), model: same("gpt-4o-mini") },
	{ id: "fetch-node", file: "main.mjs", path: same(chat), model: same("gpt-4o-mini") },
	{ id: "anthropic-node", file: "main.ts", path: same(messages), model: same("claude-opus-4-1") },
	{
		id: "anthropic-node-stream",
		file: "main.mjs",
		path: same(messages),
		model: same("claude-sonnet-4-5"),
	},
	{ id: "vercel-openai", file: "main.ts", path: same(responses), model: same("gpt-4o") },
	{ id: "vercel-openai-chat", file: "main.ts", path: same(chat), model: ["claude-4.5-haiku", "claude-haiku-4-5"] },
	{
		id: "vercel-anthropic",
		file: "main.ts",
		path: same(messages),
		model: same("claude-sonnet-4-5"),
	},
	{ id: "langchain-js-openai", file: "main.ts", path: same(chat), model: same("gpt-4o-mini") },
	{
		id: "langchain-js-anthropic",
		file: "main.ts",
		path: same(messages),
		model: same("claude-sonnet-4-5"),
	},
];

const slug = ["claude-4.5-haiku/anthropic", "anthropic/claude-haiku-4-5"] as const;

const compiled: readonly Program[] = [
	{ id: "openai-go-proxy", toolchain: "go", file: "main.go", path: same(chat), model: same("gpt-4o-mini") },
	{ id: "openai-go-gateway-stream", toolchain: "go", file: "main.go", path: ["/chat/completions", chat], model: slug },
	{ id: "go-round-tripper", toolchain: "go", file: "main.go", path: same(chat), model: same("gpt-4o-mini") },
	{ id: "ruby-net-http", toolchain: "ruby", file: "main.rb", path: same(chat), model: same("gpt-4o-mini") },
	{ id: "rust-reqwest", toolchain: "rust", file: "main.rs", path: same(chat), model: same("gpt-4o-mini") },
	{ id: "rust-async-openai", toolchain: "rust", file: "main.rs", path: same(chat), model: same("gpt-4o-mini") },
	{ id: "openai-java-proxy", toolchain: "java", file: "Main.java", path: same(chat), model: same("gpt-4o-mini") },
	{ id: "java-http-gateway", toolchain: "java", file: "Main.java", path: same(chat), model: slug },
];

export const programs: readonly Program[] = [
	...shell.map((program) => ({ ...program, toolchain: "shell" as const })),
	...python.map((program) => ({ ...program, toolchain: "python" as const, file: "main.py" })),
	...node.map((program) => ({ ...program, toolchain: "node" as const })),
	...compiled,
];
