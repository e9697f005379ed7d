import type { EnvironmentUse } from "../facts/environment";
import { type SpokenVariable, spokenVariables } from "../facts/spoken-variables";
import type { Context } from "../moves/context";
import { isKnownDeclaration } from "../moves/declared-plan";
import { isEntangledSomewhere, isKept, isSettled } from "../moves/environment-plan";
import type { KeyPlan } from "../moves/key-plan";
import { type ProviderKey, providerKeys } from "../moves/provider-keys";
import { planUse } from "../moves/use-plan";
import { contains, overlaps } from "../outline/questions";
import { alone, type Hit, type Rule } from "./rule";

/** Variables that are Helicone's by their name, and provider keys that nothing needs any more (guide step 1). */
export const heliconeEnvVar: Rule = {
	id: "helicone-env-var",
	find: (context) => [
		...context.facts.environment
			.filter((use) => isUse(context, use) && !isClientKey(context, use) && !isSettled(context, use))
			.map((use) => hit(context, use)),
		...spokenVariables(context.facts.outline).flatMap((spoken) => spokenHit(context, spoken)),
		...providerKeys(context).map(providerHit),
	],
};

/** A member of the program's own counts where the program declares that name for its environment. */
function isUse(context: Context, { use, name }: EnvironmentUse): boolean {
	return use !== "member" || isKnownDeclaration(context, name);
}

/** The read is a moving client's key: `helicone-api-key` speaks of it. */
function isClientKey(context: Context, use: EnvironmentUse): boolean {
	return context.moves.some((move) => move.keys.some((key) => key.certainty !== "done" && changes(key, use)));
}

function changes(key: KeyPlan, use: EnvironmentUse): boolean {
	return (
		contains(key.range, use.nameRange) &&
		key.operations.some((one) => one.op === "replace" && contains(one.range, use.nameRange))
	);
}

const putTogether =
	"The program puts this name together: see what else it makes of the parts, and let it read Concentrate's variable.";

function hit(context: Context, use: EnvironmentUse): Hit {
	return {
		range: use.nameRange,
		message: use.replacement ? `${use.name} becomes ${use.replacement}.` : `${use.name} is a variable for Helicone.`,
		subject: use.name,
		row: `environment/${use.row.id}`,
		advice:
			use.use === "computed"
				? putTogether
				: isKept(context, use)
					? "Code of this folder still reads it for Helicone: it goes with that code."
					: use.row.advice,
		proposal: planUse(context, use),
	};
}

/** A table of variables in a README, "HELICONE_API_KEY is not set": it moves with what it speaks of. */
function spokenHit(context: Context, { name, range, row, replacement }: SpokenVariable): Hit[] {
	const { facts, workspace } = context;
	if (workspace.keptVariables.has(name) || isEntangledSomewhere(context, name)) return [];
	if (facts.environment.some((use) => overlaps(use.nameRange, range))) return [];
	return [
		{
			range,
			message: `${name} becomes ${replacement}.`,
			subject: name,
			row: `environment/${row.id}`,
			severity: "information",
			advice: row.advice,
			proposal: alone("env", range, `Say ${replacement}`, "suggested", { op: "replace", range, newText: replacement }),
		},
	];
}

function providerHit(key: ProviderKey): Hit {
	return {
		range: key.range,
		message: `${key.name} is not needed any more: Concentrate owns the providers' keys.`,
		subject: key.name,
		row: key.row,
		advice: "Comment it out, do not delete it, until the migration is verified end to end.",
		tags: ["unnecessary"],
		proposal: key.proposal,
	};
}
