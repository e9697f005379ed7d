/** From a package's or module's name to its row. */
import type { Package } from "./schema";
import { packages } from "./tables";

/**
 * @param name as listed or imported: `@helicone/helpers`, `helicone_async`, `llama_index.llms.helicone`; a path below it
 *   (`@helicone/helpers/dist`, `helicone.openai_proxy`) finds the same row
 * @param ecosystem where the name is from, when that is known
 */
export function heliconePackage(name: string, ecosystem?: Package["ecosystem"]): Package | undefined {
	return packages
		.filter((row) => ecosystem === undefined || row.ecosystem === ecosystem)
		.flatMap((row) =>
			row.names
				.filter((known) => covers(known, name) || (ecosystem === "pypi" && normal(known) === normal(name)))
				.map((known) => ({ row, length: known.length })),
		)
		.sort((one, other) => other.length - one.length)[0]?.row;
}

/** PyPI's own rule: letter case, dots, dashes and underscores make no difference. */
function normal(name: string): string {
	return name.toLowerCase().replace(/[-_.]+/g, "-");
}

function covers(known: string, name: string): boolean {
	if (known.endsWith("*")) return name.startsWith(known.slice(0, -1));
	return name === known || name.startsWith(`${known}/`) || name.startsWith(`${known}.`);
}
