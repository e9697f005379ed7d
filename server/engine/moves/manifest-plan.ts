/** What becomes of a package's entry in a list: it goes, or another one stands there, once no file of the folder imports it. */
import type { Package } from "../../../shared/mappings/schema";
import type { Operation } from "../edits/operation";
import type { DockerPackage } from "../facts/docker-package";
import { type ManifestEntry, siblings } from "../facts/manifest";
import type { PackageInstall } from "../facts/package-install";
import { contentOf, keyName, valueIn } from "../outline/questions";
import type { Outline } from "../outline/schema";
import type { Context, Proposal } from "./context";
import { alone } from "./proposals";

export interface EntryPlan {
	readonly proposal: Proposal | undefined;
	/** Sentences for a person. */
	readonly notes: readonly string[];
}

export function planEntry(context: Context, entry: ManifestEntry): EntryPlan {
	const { usedPackages } = context.workspace;
	const { row } = entry;
	if (usedPackages.has(row.id))
		return { proposal: undefined, notes: ["The code of this folder still uses it: that comes first."] };
	const lock = "Let the package manager write its lock file afterwards.";
	const { replacement } = row;
	const isWanted = replacement !== undefined && usedPackages.has(replacement.name);
	const swap = isWanted ? swapOperations(context.facts.outline, entry, replacement) : [];
	const title = swap.length > 0 ? `Replace by ${replacement?.name}` : `Remove ${entry.name}`;
	const operations: readonly Operation[] = swap.length > 0 ? swap : [{ op: "remove", item: entry.item }];
	const missing =
		isWanted || replacement === undefined
			? []
			: [`Where its client was used, \`${replacement.name}\` takes its place.`];
	return {
		proposal: alone("helicone-package", entry.range, title, "suggested", ...operations),
		notes: [...missing, lock],
	};
}

/** A command that installs: in a script or in a page that tells people what to do. */
export function planInstall(context: Context, { row, name, range, call, item }: PackageInstall): EntryPlan {
	const { replacement } = row;
	if (context.workspace.usedPackages.has(row.id))
		return { proposal: undefined, notes: ["The code of this folder still uses it: that comes first."] };
	const words = context.facts.outline.text.slice(...call.range).split(/\s+/);
	if (replacement && !words.includes(replacement.name)) {
		const swap: Operation = { op: "replace", range, newText: replacement.name };
		return {
			proposal: alone("helicone-package", range, `Install ${replacement.name} instead`, "suggested", swap),
			notes: [],
		};
	}
	const remove: Operation | undefined = item && { op: "remove", item };
	return {
		proposal: remove && alone("helicone-package", range, `Do not install ${name}`, "suggested", remove),
		notes: [],
	};
}

/** The same in a Dockerfile. */
export function planDocker(context: Context, { row, name, range, item, word }: DockerPackage): EntryPlan {
	if (context.workspace.usedPackages.has(row.id))
		return { proposal: undefined, notes: ["The code of this folder still uses it: that comes first."] };
	const operation: Operation | undefined = item
		? { op: "remove", item }
		: word && { op: "replace", range: word, newText: "" };
	const proposal = operation && alone("helicone-package", range, `Do not install ${name}`, "suggested", operation);
	return { proposal, notes: [] };
}

/** Nothing when the list has the new package already: then the old one only goes. */
function swapOperations(
	outline: Outline,
	entry: ManifestEntry,
	replacement: NonNullable<Package["replacement"]>,
): Operation[] {
	const { name } = replacement;
	if (isListed(outline, name)) return [];
	if (entry.requirement) return [{ op: "replace", range: entry.requirement, newText: name }];
	const rename: Operation = { op: "replace", range: entry.range, newText: name };
	if (!entry.version) return [rename];
	return [rename, { op: "replace", range: entry.version, newText: versionOf(outline, entry, replacement) }];
}

function isListed(outline: Outline, name: string): boolean {
	return (
		outline.items.some((item) => item.form === "entry" && keyName(outline, item) === name) ||
		outline.strings.some((str) => contentOf(outline, str).match(/^[\w@./-]+/)?.[0] === name)
	);
}

/** `@ai-sdk/openai-compatible` 1 goes with `ai` 5, and so on. */
function versionOf(
	outline: Outline,
	entry: ManifestEntry,
	{ version, beside, versions }: NonNullable<Package["replacement"]>,
): string {
	const other = siblings(entry).find((item) => beside !== undefined && keyName(outline, item) === beside);
	const value = valueIn(other);
	const major = value?.kind === "string" ? /\d+/.exec(contentOf(outline, value))?.[0] : undefined;
	return (major !== undefined ? versions?.[major] : undefined) ?? version;
}
