/** Fixes that a person ticked one by one, over rounds in which texts and with them the groups' names change. */
import type { Finding } from "../engine/model";
import type { FixRoundsOptions } from "./fix-rounds";

/**
 * @param groups by absolute path
 * @returns what takes the ticked groups, and of what only they uncover whatever is safe; never what was left unticked
 */
export function tickedFixes(groups: ReadonlyMap<string, ReadonlySet<string>>): NonNullable<FixRoundsOptions["wants"]> {
	const taken = new Set<string>();
	const refused = new Set<string>();
	return (path, finding, isFirst) => {
		const name = `${path}\n${finding.rule}\n${finding.subject}`;
		if (isFirst) {
			const isTicked = finding.fix !== undefined && groups.get(path)?.has(finding.fix.group) === true;
			(isTicked ? taken : refused).add(name);
			return isTicked;
		}
		return !refused.has(name) && (isSafe(finding) || taken.has(name));
	};
}

function isSafe({ fix }: Finding): boolean {
	return fix?.applicability === "safe";
}
