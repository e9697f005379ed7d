import { heliconePackage } from "../../../shared/mappings";
import { dockerPackages } from "../facts/docker-package";
import { isLockFile, type ManifestEntry, manifestEntries } from "../facts/manifest";
import { packageImports } from "../facts/package-import";
import { packageInstalls } from "../facts/package-install";
import { packagePrograms } from "../facts/package-program";
import { importOf } from "../moves/class-change";
import type { Context, Proposal } from "../moves/context";
import { planDocker, planEntry, planInstall } from "../moves/manifest-plan";
import type { Move } from "../moves/move";
import { planPatchedModule } from "../moves/patched-module";
import { planPromptFunctions } from "../moves/prompt-function";
import { retirementOf, retiring } from "../moves/retirement";
import { contains } from "../outline/questions";
import type { Import, Range } from "../outline/schema";
import { alone, type Hit, moveProposal, type Rule, withReasons } from "./rule";

/** Helicone's packages: imported, listed, started. What takes their place depends on what the program does with them. */
export const heliconePackageRule: Rule = {
	id: "helicone-package",
	find: (context) => {
		if (isLockFile(context.document.uri)) return locked(context);
		const entries = manifestEntries(context.facts.outline, context.document.uri);
		const listed = entries.map((entry) => plannedHit(entry, planEntry(context, entry)));
		const others = [...imported(context), ...programs(context), ...installs(context), ...docker(context)];
		return unique([...listed, ...others]);
	},
};

/** `gem "helicone-rb"` is an import and an entry. */
function unique(hits: readonly Hit[]): Hit[] {
	return hits.filter((hit, index) => hits.findIndex((other) => other.range[0] === hit.range[0]) === index);
}

function imported(context: Context): Hit[] {
	return packageImports(context.facts.outline).map(({ from, row }): Hit => {
		const retired = row.role === "logger" ? retirementOf(context) : undefined;
		const move = row.role === "client" ? moveOf(context, from) : undefined;
		return {
			range: from.moduleRange,
			message: `${row.title} is a package of Helicone's.`,
			subject: from.module,
			row: `packages/${row.id}`,
			advice: withReasons([row.advice, ...(retired?.kind === "kept" ? [retired.reason] : [])].join(" "), move),
			proposal:
				moveProposal(move) ??
				retiring(retired, from.moduleRange) ??
				templates(context, from) ??
				planPatchedModule(context, from),
		};
	});
}

/** The fix of the file's prompt templates takes the import along. */
function templates(context: Context, from: Import): Proposal | undefined {
	const proposal = planPromptFunctions(context).proposal;
	return proposal?.operations.some((one) => one.op === "remove" && contains(one.item.range, from.range))
		? proposal
		: undefined;
}

/** The move of the clients whose class comes from this import. */
function moveOf({ facts, moves }: Context, from: Import): Move | undefined {
	return moves.find((move) =>
		move.clients.some(({ row, call }) => row.becomes && call && importOf(facts.outline, call) === from),
	);
}

/** A package that stands somewhere, with what was planned for it. */
function plannedHit(
	{ row, name, range }: Pick<ManifestEntry, "row" | "name" | "range">,
	{ proposal, notes }: ReturnType<typeof planEntry>,
	message = `${row.title} is a package of Helicone's.`,
): Hit {
	const advice = [row.advice, ...notes].join(" ");
	return { range, message, subject: name, row: `packages/${row.id}`, advice, proposal };
}

function programs({ facts }: Context): Hit[] {
	return packagePrograms(facts.outline).map(
		({ row, name, range, item }): Hit => ({
			range,
			message: `${row.title.charAt(0).toUpperCase()}${row.title.slice(1)}: Concentrate needs none.`,
			subject: name,
			row: `packages/${row.id}`,
			advice: row.advice,
			proposal: item && alone("helicone-package", range, `Take out ${name}`, "suggested", { op: "remove", item }),
		}),
	);
}

function docker(context: Context): Hit[] {
	return dockerPackages(context.facts.outline).map((found) =>
		plannedHit(found, planDocker(context, found), `${found.row.title} belongs to Helicone.`),
	);
}

function installs(context: Context): Hit[] {
	return packageInstalls(context.facts.outline).map((install) => plannedHit(install, planInstall(context, install)));
}

const name =
	/@helicone\/[\w-]+|llama[-_]index[-_]llms[-_]helicone|(?<![\w./-])helicone[-_](?:helpers|async|prompts|openai|rb)\b|github\.com\/helicone\/[\w-]+|n8n-nodes-helicone|opencode-helicone-[\w-]+|(?<=^|[\s"'/])helicone(?=["' @=]|$)/im;

/** One finding for the file: the package manager writes it, from the list of packages. */
function locked({ document }: Context): Hit[] {
	const match = name.exec(document.text);
	if (!match) return [];
	const range: Range = [match.index, match.index + match[0].length];
	const row = heliconePackage(match[0]);
	return [
		{
			range,
			severity: "information",
			message: `This lock file holds ${match[0]}: the package manager writes it, nothing is changed here.`,
			subject: match[0],
			row: row && `packages/${row.id}`,
			advice: "Take the package out of the list of packages, then let the package manager write the lock file again.",
		},
	];
}
