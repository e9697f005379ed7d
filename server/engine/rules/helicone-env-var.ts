import type { EnvironmentUse } from "../facts/environment";
import type { Context } from "../moves/context";
import { isKnownDeclaration } from "../moves/declared-plan";
import { type ProviderKey, providerKeys } from "../moves/environment-plan";
import type { KeyPlan } from "../moves/key-plan";
import { planUse } from "../moves/use-plan";
import { contains } from "../outline/questions";
import type { Hit, Rule } from "./rule";

/** Variables that are Helicone's by their name, and provider keys that nothing needs any more (guide step 1). */
export const heliconeEnvVar: Rule = {
	id: "helicone-env-var",
	find: (context) => [
		...context.facts.environment
			.filter((use) => isUse(context, use) && !isClientKey(context, use))
			.map((use) => hit(context, use)),
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

function hit(context: Context, use: EnvironmentUse): Hit {
	return {
		range: use.nameRange,
		message: use.replacement ? `${use.name} becomes ${use.replacement}.` : `${use.name} is a variable for Helicone.`,
		subject: use.name,
		row: `environment/${use.row.id}`,
		advice: use.row.advice,
		proposal: planUse(context, use),
	};
}

function providerHit(key: ProviderKey): Hit {
	const target = key.assign.target;
	return {
		range: target.kind === "ref" ? target.nameRange : target.range,
		message: `${key.name} is not needed any more: Concentrate owns the providers' keys.`,
		subject: key.name,
		row: key.row,
		advice: "Comment it out, do not delete it, until the migration is verified end to end.",
		tags: ["unnecessary"],
		proposal: key.proposal,
	};
}
