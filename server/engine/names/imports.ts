/** What a file imports, as plain data: somebody who knows the folder says which file each module is. */
import type { Facts } from "../facts/facts";
import { modelExpressions } from "../facts/model-use";
import { slugPlace } from "../moves/slug-place";
import { namesOf } from "../outline/names";
import { pathOf, within } from "../outline/questions";
import type { Outline } from "../outline/schema";
import { configPath } from "./laravel-config";
import { typedFields } from "./typed-parameters";

export interface ImportedFrom {
	/** As written: `./config`, `@/lib/openai`, `.settings`, `app.config`. Empty for a name that is not imported by a module. */
	readonly module: string;
	/** Name there; `*` for the whole module, `default` for its default export. */
	readonly name: string;
	/** Name here; empty for what only passes through (`export … from`), `*` for everything. */
	readonly local: string;
}

export function importsOf(outline: Outline): readonly ImportedFrom[] {
	return outline.imports.flatMap(({ module, names }) => names.map(({ name, local }) => ({ module, name, local })));
}

/** Languages whose files need no import, or none that names a file, to say a constant of another one. */
const byName = new Set(["go", "ruby", "java", "csharp", "php", "rust", "kotlin", "scala"]);

/** Every path that such a file says and does not define: `HELICONE_BASE`, `Llm.Config.KEY`, `Headers.helicone()`. */
export function saidIn(outline: Outline): readonly string[] {
	if (!byName.has(outline.language)) return typedFields(outline);
	const defined = new Set(
		outline.assigns
			.flatMap(({ target }) => (target.kind === "ref" ? [target.name] : []))
			.concat(outline.fns.flatMap(({ name }) => name ?? [])),
	);
	const refs = outline.refs.flatMap(({ name }) => (defined.has(name) ? [] : [name]));
	const members = outline.members.flatMap((member) => pathOf(member) ?? []);
	const calls = outline.calls.flatMap(({ path }) => (path === "" || defined.has(path) ? [] : [`${path}()`]));
	const asked = outline.calls.flatMap((call) => configPath(outline, call) ?? []);
	return [...new Set([...refs, ...members, ...calls])]
		.filter((path) => /\w{4,}\W*$/.test(path))
		.concat(asked, typedFields(outline));
}

/** Imported names that stand where a client takes its address, its key or a model. */
export function askedIn(outline: Outline, { clients, calls }: Pick<Facts, "clients" | "calls">): readonly string[] {
	const imported = new Set(outline.imports.flatMap(({ names }) => names.map(({ local }) => local)));
	const values = clients.flatMap(({ address, key, gateway, imported: other }) =>
		other || gateway.kind === "other" ? [] : [address?.value, key?.value].flatMap((value) => value ?? []),
	);
	const leaving = clients.filter((client) => slugPlace(client) === "gateway");
	const models = modelExpressions(
		outline,
		leaving,
		calls.filter(({ client }) => leaving.includes(client)),
	);
	values.push(...models.map(({ expr }) => expr));
	const names = values.flatMap((value) => {
		const behind = namesOf(outline).value(value) ?? value;
		return [value, behind].flatMap((one) => within(outline.refs, one.range).map((ref) => ref.name));
	});
	const own = values.flatMap((value) => (value.kind === "ref" ? [value.name] : []));
	return [...new Set([...names, ...own])].filter((name) => imported.has(name));
}

/** The last two names of every member path: `settings.base_url` of `self.settings.base_url`. */
export function membersIn(outline: Outline): readonly string[] {
	const pairs = outline.members.flatMap(({ object, name }) => {
		const owner = object.kind === "ref" || object.kind === "member" || object.kind === "call" ? object.name : undefined;
		return owner === undefined ? [] : [`${owner}.${name}`];
	});
	return [...new Set(pairs)];
}
