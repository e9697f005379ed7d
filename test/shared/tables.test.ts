import assert from "node:assert/strict";
import { catalogue, heliconeRegistry, packages, rowById, slugs, tables } from "../../shared/mappings";

const literals: Record<string, readonly { readonly id: string; readonly names: readonly string[] }[]> = {
	"request-headers": tables["request-headers"],
	"response-headers": tables["response-headers"],
	environment: tables.environment,
	hosts: tables.hosts.map((row) => ({ id: row.id, names: row.labels })),
	packages: packages.map((row) => ({ id: row.id, names: row.names.map((name) => `${row.ecosystem} ${name}`) })),
	slugs: slugs.map((row) => ({ id: row.id, names: row.from.map((from) => `${row.kind} ${from}`) })),
};

describe("mapping tables", () => {
	for (const [name, rows] of Object.entries(tables))
		describe(name, () => {
			it("is sorted by id, and every id is there once", () => {
				const ids = rows.map((row) => row.id);
				assert.deepEqual(ids, [...new Set(ids)].sort());
			});

			it("gives advice in whole sentences", () => {
				for (const row of rows) assert.match(row.advice, /^[A-Z].*[.]$/, row.id);
			});

			it("is reachable by table and id", () => {
				for (const row of rows) assert.equal(rowById(`${name}/${row.id}`), row);
			});
		});

	for (const [table, rows] of Object.entries(literals))
		it(`no two rows of ${table} claim the same name`, () => {
			const seen = new Map<string, string>();
			for (const row of rows)
				for (const name of row.names) {
					assert.equal(seen.get(name), undefined, `${name}: ${row.id} and ${seen.get(name)}`);
					seen.set(name, row.id);
				}
		});

	it("a row with no replacement says so: precision none gives nothing to put in its place", () => {
		for (const row of slugs) if (row.precision === "none") assert.equal(row.to, undefined, row.id);
		for (const row of tables["response-headers"])
			if (row.precision === "none") assert.equal(row.replacement, undefined, row.id);
	});

	it("an environment row with a new name says how sure it is", () => {
		for (const row of tables.environment)
			assert.equal(row.replacement === undefined, row.applicability === undefined, row.id);
	});
});

describe("clients", () => {
	it("have a base exactly when Concentrate speaks their flavour, or say what to change to", () => {
		for (const row of tables.clients) {
			if (row.flavour === "none") assert.equal(row.base, null, row.id);
			if (row.base === null) assert.notEqual(row.precision, "exact", row.id);
		}
	});

	it("stand in one of the two bases of Concentrate", () => {
		for (const row of tables.clients)
			assert.ok([null, "https://api.concentrate.ai", "https://api.concentrate.ai/v1"].includes(row.base), row.id);
	});

	it("that share a callee of one language with another row, all but one of them want an import or an argument", () => {
		const open = new Map<string, string>();
		for (const row of tables.clients) {
			if (row.needsImport) {
				assert.ok(row.modules !== undefined, row.id);
				continue;
			}
			if (row.needsArgument) continue;
			for (const key of row.languages.flatMap((language) => row.callees.map((callee) => `${language} ${callee}`))) {
				if (row.kind === "module") continue;
				assert.equal(open.get(key), undefined, `${key}: ${row.id} and ${open.get(key)}`);
				open.set(key, row.id);
			}
		}
	});

	it("two rows of one language that share a callee differ in their modules", () => {
		const seen = new Map<string, string>();
		for (const row of tables.clients)
			for (const language of row.languages)
				for (const callee of row.callees)
					for (const module of row.modules ?? [""]) {
						const settings = row.kind === "module" ? row.slots.address.join() : "";
						const told = row.needsArgument?.join() ?? "";
						const key = `${language} ${row.kind} ${callee} ${module} ${settings} ${told}`;
						assert.equal(seen.get(key), undefined, `${key}: ${row.id} and ${seen.get(key)}`);
						seen.set(key, row.id);
					}
	});
});

describe("catalogue", () => {
	const ids = new Set(catalogue.models.map((model) => model.id));
	const providers = new Set(catalogue.providers.map((provider) => provider.slug));

	it("has the models and providers of the dated copy, and ai-studio", () => {
		assert.equal(ids.size, 185);
		assert.ok(providers.has("ai-studio"));
		assert.equal(providers.size, 11);
	});

	it("has everything that a slug turns into", () => {
		for (const row of slugs) {
			if (row.to === undefined) continue;
			if (row.kind === "model") assert.ok(ids.has(row.to), `${row.id}: ${row.to}`);
			if (row.kind === "author" || row.kind === "provider") assert.ok(providers.has(row.to), `${row.id}: ${row.to}`);
		}
	});

	it("has the provider of every host", () => {
		for (const row of tables.hosts) if (row.provider !== undefined) assert.ok(providers.has(row.provider), row.id);
	});

	it("lists no model id that a slug row wants to change", () => {
		for (const row of slugs)
			for (const from of row.from) assert.ok(row.kind !== "model" || !ids.has(from), `${row.id}: ${from}`);
	});

	it("Helicone's registry knows the author of every model, and its aliases lead to models", () => {
		const authors = new Set(heliconeRegistry.authors);
		assert.ok(Object.keys(heliconeRegistry.models).length >= 111);
		for (const [model, author] of Object.entries(heliconeRegistry.models)) assert.ok(authors.has(author), model);
		for (const model of Object.values(heliconeRegistry.aliases)) assert.ok(model in heliconeRegistry.models, model);
	});

	it("every model of Helicone's is in the catalogue, or a slug row says what becomes of it", () => {
		const known = new Set(slugs.flatMap((row) => (row.kind === "model" ? row.from : [])));
		const all = Object.keys(heliconeRegistry.models);
		assert.deepEqual(
			all.filter((id) => !ids.has(id) && !known.has(id)),
			[],
		);
	});

	it("every author and provider of Helicone's has a row, so that no slug is left without an answer", () => {
		const has = (kind: string, name: string) => slugs.some((row) => row.kind === kind && row.from.includes(name));
		assert.deepEqual(
			heliconeRegistry.authors.filter((author) => !has("author", author)),
			[],
		);
		assert.deepEqual(
			heliconeRegistry.providers.filter((provider) => !has("provider", provider)),
			[],
		);
	});
});
