/**
 * A client of one provider's own class (Azure, Groq, Gemini) becomes the OpenAI-shaped class that Concentrate takes, where the
 * two are used in the same way: import, class, options, address and the models' prefix change together (`clients.json`, `plain`).
 */
import type { Operation } from "../edits/operation";
import type { Client } from "../facts/client";
import { hostedModel } from "../facts/hosted-model";
import type { ModelUse } from "../facts/model-use";
import type { Language } from "../languages/language";
import type { FileNames } from "../names/meaning";
import type { OwnName } from "../names/own-names";
import { contains } from "../outline/questions";
import type { Call, Import, Item, Outline } from "../outline/schema";
import { type ClassChange, importOf, refused, renamed } from "./class-change";
import { importRemoval } from "./import-removal";
import { type Plain, plainOptions } from "./plain-options";

interface Asker {
	readonly outline: Outline;
	readonly models: readonly ModelUse[];
	/** Every client of the file that leaves Helicone. */
	readonly leaving: readonly Client[];
	readonly language: Language;
	readonly own: readonly OwnName[];
	readonly names: FileNames;
}

/** @returns undefined for a client whose class stays, and for one whose requests no other class makes */
export function plainClass(asker: Asker, client: Client): ClassChange | undefined {
	const { plain } = client.row;
	const { call } = client;
	if (!plain || client.gateway.kind !== "helicone") return undefined;
	// Another file makes it, and changes its class: here its requests alone may change.
	if (client.imported)
		return {
			operations: prefixModels(asker, client, [], plain).operations,
			reasons: [],
			blocked: false,
			movesAddress: true,
		};
	const from = call && importOf(asker.outline, call);
	if (!call || !from) return refused("The class comes from somewhere that this file does not show.");
	if (hasOthers(asker, call, plain)) return refused("Other clients of this class stay where they are.");
	const imported = changeImport(asker, from, plain);
	if (!imported) return refused(`More is taken out of \`${from.module}\` than \`${plain.module}\` has.`);
	const options = plainOptions(asker, client, call, plain);
	if (!options) return refused("The options are given in a way that cannot be changed here.");
	const { operations, undecided } = prefixModels(asker, client, options.gone, plain);
	return {
		operations: [...imported, ...changeParts(asker.outline, from, plain), ...options.operations, ...operations],
		reasons: [
			`Its class becomes \`${Object.values(plain.names)[0] ?? ""}\` of \`${plain.module}\`${from.module === plain.module ? "" : ": install that package"}.`,
			...undecided.map((slug) => `\`${slug}\` is no model of Concentrate's catalogue: choose one.`),
		],
		blocked: false,
		movesAddress: true,
	};
}

/** The class is made, or named as a base, where nothing moves. */
function hasOthers({ outline, leaving }: Asker, { path }: Call, { names }: Plain): boolean {
	const isMoving = (call: Call) => leaving.some((client) => client.call === call && client.row.plain);
	return outline.calls.some((other) => (other.path === path || names[other.path] !== undefined) && !isMoving(other));
}

/** `groq.types.chat` becomes `openai.types.chat`: an error of the old SDK would never be caught, a type of its no longer fits. */
function changeParts({ imports }: Outline, from: Import, { module, parts = [] }: Plain): Operation[] {
	return imports.flatMap((one): Operation[] => {
		const sign = one.module.charAt(from.module.length);
		const part =
			one.module.startsWith(from.module) && /[./]/.test(sign) ? one.module.slice(from.module.length + 1) : "";
		const isThere = parts.some((known) => part === known || part.startsWith(known + sign));
		return isThere ? [{ op: "replace", range: one.moduleRange, newText: module + sign + part }] : [];
	});
}

/** The import's names become the plain class's; what else the module gives stays, if it is the same module. */
function changeImport(
	{ outline, leaving }: Asker,
	from: Import,
	{ module, names, alike = [] }: Plain,
): Operation[] | undefined {
	const mine = from.names.filter((name) => names[name.local] !== undefined || alike.includes(name.name));
	// LangChain's own class with Azure's options: whatever module gives it.
	if (mine.length > 0 && mine.every((name) => names[name.local] === name.local)) return [];
	if (mine.length === 0 || (from.module !== module && mine.length < from.names.length)) return undefined;
	const renames = mine.flatMap((name) =>
		renamed(
			outline,
			{ ...name, name: name.name === "default" ? name.local : name.name },
			names[name.local] ?? name.local,
		),
	);
	if (renames.length === 0) return undefined;
	const first = firstOfModule(outline, leaving, module);
	const given = first?.from.names.map(({ local }) => first.client.row.plain?.names[local]) ?? [];
	const isSecond = first?.from !== from && mine.every((name) => given.includes(names[name.local]));
	const isThere = isSecond || mine.some((name) => outline.imports.some((one) => hasName(one, names[name.local])));
	if (isThere) {
		const removal = importRemoval(outline, from, mine);
		return removal && [removal, ...renames.filter((one) => !contains(from.range, one.range))];
	}
	return from.module === module ? renames : [{ op: "replace", range: from.moduleRange, newText: module }, ...renames];
}

interface Origin {
	readonly client: Client;
	readonly from: Import;
}

/** Of several classes that become one, the first client's import becomes the new one; the others' go. They move together. */
export function firstOfModule(outline: Outline, leaving: readonly Client[], module: string): Origin | undefined {
	for (const client of leaving) {
		const from = client.row.plain?.module === module && client.call ? importOf(outline, client.call) : undefined;
		if (from) return { client, from };
	}
	return undefined;
}

function hasName({ names }: Import, wanted: string | undefined): boolean {
	return names.some(({ local }) => local === wanted);
}

/** `azure/` in front of a model that the catalogue has; a deployment of another name is for a person. */
function prefixModels(
	{ models }: Asker,
	client: Client,
	gone: readonly Item[],
	{ prefix }: Plain,
): { readonly operations: Operation[]; readonly undecided: string[] } {
	if (prefix === undefined) return { operations: [], undecided: [] };
	const uses = models.filter(
		(use) => use.client === client && !use.slug.includes("/") && !gone.some((item) => contains(item.range, use.range)),
	);
	const operations: Operation[] = [];
	const undecided: string[] = [];
	for (const { slug, range } of uses) {
		const model = hostedModel(slug);
		if (model === undefined) undecided.push(slug);
		else operations.push({ op: "replace", range, newText: `${prefix}/${model}` });
	}
	return { operations, undecided };
}
