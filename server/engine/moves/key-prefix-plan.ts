/** A check on what a key begins with follows the key: else the program refuses Concentrate's. */
import type { Operation } from "../edits/operation";
import type { Facts } from "../facts/facts";

/** What every key of Concentrate's begins with, the older ones too (concentrate.md, Keys). */
export const concentratePrefix = "sk-cn-";

/** The prefixes of the file exchanged; none where a package of Helicone's goes on taking Helicone's key. */
export function prefixOperations({ outline, keyPrefixes }: Facts): Operation[] {
	if (outline.imports.some(({ module }) => /helicone/i.test(module) && !/^[./]/.test(module))) return [];
	return keyPrefixes
		.filter(({ isKind }) => !isKind)
		.map(({ range }) => ({ op: "replace", range, newText: concentratePrefix }));
}
