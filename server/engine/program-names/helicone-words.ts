/** Words that say Helicone, as programs spell their names. Pure text. */

const word = /\w*helicone\w*/gi;

/** Offsets of every such word of a text, by the word as it is spelled. */
export function heliconeWords(text: string): ReadonlyMap<string, readonly number[]> {
	const found = new Map<string, number[]>();
	for (const { 0: name, index } of text.matchAll(word)) {
		const places = found.get(name);
		if (places) places.push(index);
		else found.set(name, [index]);
	}
	return found;
}

/** Words that stand in several lists. */
export function repeatedWords(lists: readonly (readonly string[])[]): ReadonlySet<string> {
	const seen = new Set<string>();
	return new Set(lists.flat().filter((word) => seen.has(word) || !seen.add(word)));
}

/** `heliconeClient` → `concentrateClient`, `HELICONE_URL` → `CONCENTRATE_URL`; undefined for a spelling of another kind. */
export function concentrateWord(name: string): string | undefined {
	const parts = name.split(/helicone/i);
	const said = [...name.matchAll(/helicone/gi)].map(([one]) => spellings[one]);
	if (said.includes(undefined)) return undefined;
	return parts.reduce((left, right, index) => `${left}${said[index - 1] ?? ""}${right}`);
}

const spellings: Readonly<Record<string, string>> = {
	helicone: "concentrate",
	Helicone: "Concentrate",
	HELICONE: "CONCENTRATE",
};

/** The product's bare name: in prose it need not mean the variable. */
export function isBareName(name: string): boolean {
	return /^helicone$/i.test(name);
}
