/** What is encrypted: nobody but its own tool can change it, and some tools seal names and neighbours as well. */
import { contentOf, entryNamed, keyName, valueIn } from "./outline/questions";
import type { Item, Outline, Range } from "./outline/schema";

export interface Sealed {
	readonly range: Range;
	readonly why: string;
}

const whole = "This file is encrypted with SOPS, which seals it as a whole: change it with `sops edit`.";
const sealedSecret = "This entry is sealed under its name: seal Concentrate's key anew with `kubeseal`.";
const value =
	"This value is encrypted: set Concentrate's key with the tool that encrypts the file, under the new name.";

/** A value of SOPS, dotenvx or Ansible Vault. */
const encrypted = /^["']?(?:ENC\[AES256_GCM,|encrypted:|\$ANSIBLE_VAULT;)/;

/** Where no fix may change anything, in document order; the reason is for people. */
export function sealedPlaces(outline: Outline): Sealed[] {
	const { text } = outline;
	if (!/\bsops|SealedSecret|encrypted:|ENC\[|ANSIBLE_VAULT/.test(text)) return [];
	if (isSops(outline)) return [{ range: [0, text.length], why: whole }];
	const documents = outline.root.items.filter((item) => isSealedSecret(outline, item));
	const values = outline.strings.flatMap((str) => {
		const { parent } = str;
		const isHeld = (parent?.kind === "assign" || parent?.kind === "item") && parent.value === str;
		return isHeld && encrypted.test(contentOf(outline, str).trimStart()) ? [parent] : [];
	});
	return [
		...documents.map(({ range }) => ({ range, why: sealedSecret })),
		...values.map(({ range }) => ({ range, why: value })),
	].sort((a, b) => a.range[0] - b.range[0]);
}

/** Its own block or lines stand beside what it encrypts. */
function isSops({ text, root }: Outline): boolean {
	if (!text.includes("ENC[AES256_GCM,")) return false;
	return root.items.length > 0 && /^[ \t]*(?:sops|"sops"|\[sops\]|sops_\w+)[ \t]*[:=\]]?/m.test(text);
}

function isSealedSecret(outline: Outline, { value: document }: Item): boolean {
	if (document?.kind !== "list" || document.role !== "map") return false;
	const kind = valueIn(entryNamed(outline, document, "kind"));
	return (
		kind?.kind === "string" &&
		contentOf(outline, kind) === "SealedSecret" &&
		document.items.some((item) => keyName(outline, item) === "spec")
	);
}
