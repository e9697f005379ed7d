/**
 * The mapping tables' shapes. Rows are data for the rules and text for people. A schema and its type share one name.
 * Every table is sorted by `id`; ids are kebab-case and stable: hovers, fixtures and docs anchors use `table/id`.
 */
import { z } from "zod";

/** Where a row comes from, and what it tells a person. */
export const rowBase = {
	id: z.string().regex(/^[a-z0-9]+([-.][a-z0-9]+)*$/),
	/** First cell of the guide's table row this one implements, word for word; absent for what the guide does not list. */
	guide: z.string().optional(),
	/** `guide step 3`, `helicone.md 2.1`, `concentrate.md Base URLs`. */
	source: z.string(),
	/** `exact`: means the same. `approximate`: comes close, elsewhere. `none`: nothing takes its place. */
	precision: z.enum(["exact", "approximate", "none"]),
	/** What becomes of it, for a person: one or two plain sentences in our own words, ending in a full stop. */
	advice: z.string().min(20),
	/** Page to read on; the guide's page without it. */
	docs: z.url().optional(),
};

export const RequestHeader = z.strictObject({
	...rowBase,
	/** Lower-case names; a trailing `*` stands for any rest. The longest match wins. */
	names: z.array(z.string().regex(/^[a-z0-9_-]+\*?$/)).min(1),
	/** The name as people write it, for messages. */
	title: z.string(),
	/**
	 * `auth`, `routing`, `logging`: gone with the move, nothing else changes. `behaviour`: the gateway did something
	 * (cache, retry, limit, moderate, omit …) that now happens elsewhere or not at all.
	 */
	role: z.enum(["auth", "routing", "logging", "behaviour"]),
	/** The header has other meanings too (`Cache-Control`): only Helicone's on a client that talks to Helicone. */
	shared: z.boolean().optional(),
	/** The value is a credential: masked everywhere. */
	secret: z.boolean().optional(),
	/** The request body field that takes its place, and how the value gets there. */
	body: z
		.strictObject({
			path: z.array(z.string()).min(1),
			/** `text`: the value as it stands. `fallback-models`: model ids out of the JSON of `Helicone-Fallbacks`. */
			value: z.enum(["text", "fallback-models"]),
		})
		.optional(),
});
export type RequestHeader = z.infer<typeof RequestHeader>;

export const ResponseHeader = z.strictObject({
	...rowBase,
	names: z.array(z.string().regex(/^[a-z0-9_-]+\*?$/)).min(1),
	title: z.string(),
	/** The header to read instead, as people write it. */
	replacement: z.string().optional(),
});
export type ResponseHeader = z.infer<typeof ResponseHeader>;

export const EnvironmentVariable = z.strictObject({
	...rowBase,
	/** Whole names in upper case; a `*` stands for any run of letters, digits and `_`. More specific rows come first in effect. */
	names: z.array(z.string().regex(/^[A-Z0-9_*]+$/)).min(1),
	role: z.enum(["helicone-key", "helicone-address", "helicone-other", "provider-key", "provider-address"]),
	/** New name; `$1` is what the first `*` matched. Absent when the name stays or nothing takes its place. */
	replacement: z.string().optional(),
	applicability: z.enum(["safe", "suggested"]).optional(),
	/** Flavour of client that reads it, for an address. */
	flavour: z.enum(["openai", "anthropic"]).optional(),
});
export type EnvironmentVariable = z.infer<typeof EnvironmentVariable>;

export const Host = z.strictObject({
	...rowBase,
	/** First DNS labels under `helicone.ai` or `hconeai.com` (`oai`); `@` is the bare domain; or whole hosts (`gateway.llmmapper.com`). */
	labels: z.array(z.string()).min(1),
	title: z.string(),
	/** `proxy`: provider proxy, the client carries the provider's key. `gateway`: AI gateway, the client carries Helicone's key.
	 *  `router`: generic gateway, the target stands in a header. `control`: Helicone's own API. `site`: dashboard. `docs`. `service`: not an LLM. */
	mode: z.enum(["proxy", "gateway", "router", "control", "site", "docs", "service"]),
	/** What the upstream speaks; `none` when Concentrate cannot take its place. */
	flavour: z.enum(["openai", "anthropic", "none"]),
	/** The provider's key variable that a client on this host reads. */
	providerKey: z.string().optional(),
	/** Concentrate's provider slug for this upstream, for a later pin. */
	provider: z.string().optional(),
});
export type Host = z.infer<typeof Host>;

/**
 * A place in a call, as a dotted path. The first segment is a named argument (`base_url`) or `@n`, the n-th positional
 * one (`@0.configuration.baseURL`), or a flag of a shell command (`-H`, `--header`). The empty string is the argument list
 * itself. A segment may go through what builds the value: `@1.body.model` reads `model` of the object in `JSON.stringify({…})`
 * or of a JSON text.
 */
const Slot = z.string().regex(/^(@\d+|-{0,2}[A-Za-z_][\w-]*)?(\.[A-Za-z_][\w-]*)*$/);

export const Client = z.strictObject({
	...rowBase,
	title: z.string(),
	languages: z.array(z.string()).min(1),
	/**
	 * `constructor`: an SDK client. `request`: one HTTP call that carries its full URL. `factory`: makes an HTTP client with a
	 * base URL (`axios.create`). `module`: settings of a module, assigned one by one (`openai.api_base = …`). `block`: a block of a
	 * configuration file.
	 */
	kind: z.enum(["constructor", "request", "factory", "module", "block"]),
	/**
	 * Callee paths; matched against the end of the call's path, segment by segment. For `module` the module's own path. For `block`
	 * the keys from the document's root, where `*` is any key and `[]` an element of a sequence.
	 */
	callees: z.array(z.string()).min(1),
	/** Where the callee's first segment must be imported from, if the file imports it at all: a module's name, or what stands before a `.` or `/` in it. */
	modules: z.array(z.string()).optional(),
	/** The callee's name is somebody else's too (LangChain's `OpenAI`, LiteLLM's `completion`): without such an import it is not this. */
	needsImport: z.literal(true).optional(),
	/** Two libraries have a class of that name: it is this one where one of these arguments is given. */
	needsArgument: z.array(z.string()).optional(),
	/** Headers are put into what the call makes: `request["X"] = …`. */
	indexed: z.literal(true).optional(),
	flavour: z.enum(["openai", "anthropic", "none"]),
	/** Concentrate's base URL for this client; null when no base gives the right paths. Requests keep their endpoint path. */
	base: z.url().nullable(),
	/** It speaks each provider's own protocol: an address that served Anthropic's becomes the one without `/v1`. */
	byProvider: z.literal(true).optional(),
	slots: z.strictObject({
		address: z.array(Slot),
		key: z.array(Slot),
		headers: z.array(Slot),
		model: z.array(Slot),
		/** Body of a `request`; for a constructor the place that standard body fields may be given at once (LangChain's `model_kwargs`). */
		body: z.array(Slot).optional(),
		/** Where other body fields (`routing`) go; `body` without it. */
		extra: z.array(Slot).optional(),
	}),
	/**
	 * Chained calls, setters and option functions that give what an argument would (`.withBaseUri(url)`, `option.WithAPIKey(key)`):
	 * names of methods whose first argument it is (`post@1`: the second). `header` takes a name and a value, `headers` a map.
	 */
	links: z
		.strictObject({
			address: z.array(z.string()).optional(),
			key: z.array(z.string()).optional(),
			header: z.array(z.string()).optional(),
			headers: z.array(z.string()).optional(),
			model: z.array(z.string()).optional(),
			body: z.array(z.string()).optional(),
		})
		.optional(),
	/** Where it takes a client that is made elsewhere: its models are that client's (`openai_client`). */
	wraps: z.array(Slot).optional(),
	/** Callees that make the client out of this configuration, their first argument (`openai.NewClientWithConfig`). */
	configures: z.array(z.string()).optional(),
	/** The call makes a handle that functions set options on: one at a time (`one`), or many in a map (`all`). */
	handle: z
		.strictObject({
			one: z.string(),
			all: z.string().optional(),
			address: z.string(),
			headers: z.string(),
			body: z.string(),
		})
		.optional(),
	/** The flavour holds only for models that start so (LiteLLM's `openai/`); any other needs a decision. */
	modelPrefix: z.string().optional(),
	/** The client adds `/v1` by itself when its address has none: an old address without it becomes Concentrate's without it. */
	addsVersion: z.literal(true).optional(),
	/** Variables that the SDK reads by itself when an argument is missing. */
	environment: z.strictObject({ key: z.string().optional(), address: z.string().optional() }).optional(),
	/** A class of Helicone's own, which needs no address to talk to Helicone: the class that takes its place. */
	becomes: z
		.strictObject({
			/** What its requests go through: the AI gateway, or a provider's proxy. */
			mode: z.enum(["gateway", "proxy"]),
			module: z.string(),
			/** Exported name of the old module → exported name of the new one. */
			names: z.record(z.string(), z.string()),
			/** Options that the new class wants besides. */
			adds: z.record(z.string(), z.union([z.string(), z.literal(true)])).optional(),
			/** Options that the new class does not know. */
			drops: z.array(Slot).optional(),
		})
		.optional(),
	/** A provider's own class that is used as an OpenAI-shaped one is: the class that takes its place. */
	plain: z
		.strictObject({
			module: z.string(),
			/** Name of the old class → name of the new one. */
			names: z.record(z.string(), z.string()),
			/** What both modules give under one name: errors, time-outs. */
			alike: z.array(z.string()).optional(),
			/** Modules inside the old one that the new one has as well (`types.chat`, `error`). */
			parts: z.array(z.string()).optional(),
			/** Option of the old class → its name in the new one, or the dotted path below its options; null where it has none. */
			options: z.record(z.string(), z.string().nullable()),
			/** Options that say what the new class cannot: where one is given, a person decides. */
			refuses: z.array(z.string()).optional(),
			/** Options that the new class wants besides. */
			adds: z.record(z.string(), z.union([z.string(), z.literal(true)])).optional(),
			/** Concentrate's base for the new class; the OpenAI-shaped one without it. */
			base: z.url().optional(),
			/** Concentrate's provider that goes in front of the models. */
			prefix: z.string().optional(),
		})
		.optional(),
	/** How requests are made on a client once built. */
	calls: z
		.array(
			z.strictObject({
				/** Paths behind the client (`chat.completions.create`); the empty string is a call of the client itself (`openai("gpt-4o")`). */
				methods: z.array(z.string()).min(1),
				/** The URL or path of the call, for what a `factory` makes: it counts when it is a full URL. */
				address: Slot.optional(),
				/** A key given with the request, where the settings of a `module` have none. */
				key: Slot.optional(),
				model: Slot.optional(),
				headers: Slot.optional(),
				/** Where standard fields (`prompt_cache_key`) go. */
				body: Slot.optional(),
				/** Where other fields (`routing`) go; `body` without it. */
				extra: Slot.optional(),
			}),
		)
		.optional(),
});
export type Client = z.infer<typeof Client>;

/** The guide's step 4: authors, serving providers, and ids that are spelt differently. */
export const Slug = z.strictObject({
	...rowBase,
	kind: z.enum(["author", "provider", "model", "routing"]),
	/** What Helicone code writes: an author (`google`), a Helicone provider id (`google-ai-studio`), a model id (`claude-4.5-haiku`), `auto`. */
	from: z.array(z.string()).min(1),
	/** What Concentrate wants: a provider slug, a model id; absent when a person must choose. */
	to: z.string().optional(),
	applicability: z.enum(["safe", "suggested"]),
});
export type Slug = z.infer<typeof Slug>;

export const DashboardSurface = z.strictObject({
	...rowBase,
	title: z.string(),
	/** Paths of helicone.ai that show it: `/requests`. */
	paths: z.array(z.string()),
});
export type DashboardSurface = z.infer<typeof DashboardSurface>;

/** What a program asks of Helicone itself, beside sending requests through it: its API, its loggers, its prompts. */
export const Interface = z.strictObject({
	...rowBase,
	title: z.string(),
	/** Paths of its API, from the start; `*` stands for one segment. The longest match wins. Empty for what is no address. */
	paths: z.array(z.string().startsWith("/")),
});
export type Interface = z.infer<typeof Interface>;

export const Package = z.strictObject({
	...rowBase,
	/** Package or module names as imported or listed; a trailing `*` stands for any rest. */
	names: z.array(z.string()).min(1),
	ecosystem: z.enum(["npm", "pypi", "gem", "go", "nuget", "docker"]),
	title: z.string(),
	/**
	 * `client`: requests go through what it makes. `logger`: it reports what other clients do. `prompts`: it tags or stores prompts.
	 * `program`: it runs by itself. `interface`: it speaks to Helicone's API.
	 */
	role: z.enum(["client", "logger", "prompts", "program", "interface"]),
	/** What a list of packages wants instead, once the code imports it. */
	replacement: z
		.strictObject({
			name: z.string(),
			/** As the package manager writes it. */
			version: z.string(),
			/** The version follows the major one of this package in the same list. */
			beside: z.string().optional(),
			versions: z.record(z.string(), z.string()).optional(),
		})
		.optional(),
});
export type Package = z.infer<typeof Package>;

/** Why a step of the connection test fails: an address or a key that is not even sent, a status, or no answer at all. */
export const ConnectionFailure = z.enum([
	...["address-helicone", "address-api", "address-subdomain", "address-plain", "address-unusable"],
	...["key-helicone", "key-provider", "key-stray"],
	...["400", "401", "402", "403", "404", "405", "422", "424", "429", "3xx", "4xx", "5xx"],
	...["dns", "refused", "tls", "proxy", "timeout", "dropped", "garbage"],
] as const);
export type ConnectionFailure = z.infer<typeof ConnectionFailure>;

/** The guide's troubleshooting: what a client of Concentrate gets wrong. */
export const Trouble = z.strictObject({
	...rowBase,
	title: z.string(),
	rule: z.enum(["concentrate-base-url", "concentrate-api-key", "concentrate-unknown-model"]).optional(),
	/** What a test of the connection meets: then `advice` is one sentence. Each failure has one row. */
	failures: z.array(ConnectionFailure).optional(),
});
export type Trouble = z.infer<typeof Trouble>;

/** A provider that serves a model, as far as it is known. */
export const ServingProvider = z.strictObject({
	slug: z.string(),
	/** Tokens. */
	contextWindow: z.int().positive().optional(),
	/** US dollars for a million tokens. */
	inputPrice: z.number().nonnegative().optional(),
	outputPrice: z.number().nonnegative().optional(),
	/** `2026-12-31`: from then on this provider serves it no more, or need not. */
	deprecated: z.iso.date().optional(),
});
export type ServingProvider = z.infer<typeof ServingProvider>;

export const CatalogueModel = z.strictObject({
	id: z.string(),
	author: z.string(),
	/** Other names that Concentrate takes for it. */
	aliases: z.array(z.string()).optional(),
	/** Tokens. */
	contextWindow: z.int().positive().optional(),
	/** Absent when the list did not say; empty when it said that nobody does. */
	providers: z.array(ServingProvider).optional(),
});
export type CatalogueModel = z.infer<typeof CatalogueModel>;

/** Concentrate's catalogue: the dated copy that ships, or what a person has fetched since. */
export const Catalogue = z.strictObject({
	source: z.string(),
	/** Day of the copy, `2026-09-13`. */
	date: z.iso.date(),
	providers: z.array(z.strictObject({ slug: z.string(), aliases: z.array(z.string()) })),
	models: z.array(CatalogueModel),
});
export type Catalogue = z.infer<typeof Catalogue>;

/** Helicone's registry, a dated copy: what stands left and right of the slash in `model/provider`. */
export const HeliconeRegistry = z.strictObject({
	source: z.string(),
	providers: z.array(z.string()),
	authors: z.array(z.string()),
	/** Model id → author. */
	models: z.record(z.string(), z.string()),
	/** Alias → model id. */
	aliases: z.record(z.string(), z.string()),
});
export type HeliconeRegistry = z.infer<typeof HeliconeRegistry>;

/** What no code can move: a section of the migration report. */
export const ReportTopic = z.strictObject({
	id: z.string().regex(/^[a-z]+(-[a-z]+)*$/),
	title: z.string(),
	/** What somebody must do in the dashboard or know, in plain sentences. */
	what: z.string().min(20),
	/** Rows (`table/id`) of findings that belong here; a trailing `*` stands for any rest. */
	rows: z.array(z.string().regex(/^[a-z-]+\/[a-z0-9.-]+\*?$/)).min(1),
});
export type ReportTopic = z.infer<typeof ReportTopic>;
