/** Groups of changes over files: those that change the same name are one. */
import type { Fixed } from "./fix-rounds";
import type { LabelledChange, LabelledFile } from "./staged-plan";

/**
 * @param runs the plan's runs; groups of two runs are others, whatever their names
 * @returns the same files; changes that only make sense together have the same group, whichever file they are in
 */
export function joinGroups(files: readonly LabelledFile[], runs: readonly Fixed[]): readonly LabelledFile[] {
	const heads = new Map<string, string>();
	for (const { names } of runs) {
		const byName = new Map<string, string>();
		for (const [group, ids] of names) {
			for (const id of ids) {
				const other = byName.get(id);
				if (other === undefined) byName.set(id, group);
				else heads.set(headOf(heads, group), headOf(heads, other));
			}
		}
	}
	const labelled = (change: LabelledChange): LabelledChange => {
		const { group, applicability } = change;
		return { ...change, group: group === undefined ? undefined : `${applicability} ${headOf(heads, group)}` };
	};
	return files.map((file) => ({ ...file, changes: file.changes.map(labelled) }));
}

function headOf(heads: ReadonlyMap<string, string>, group: string): string {
	let head = group;
	for (let next = heads.get(head); next !== undefined && next !== head; next = heads.get(head)) head = next;
	return head;
}
