/** What Helicone's patched OpenAI modules add: `response.helicone.id`, `openai.helicone.logFeedback(…)`. */
import type { Member, Outline } from "../outline/schema";
import { packageImports } from "./package-import";

/** In document order; nothing in a file that does not import such a module. */
export function patchedFields(outline: Outline): readonly Member[] {
	const isPatched = packageImports(outline).some(({ row }) =>
		/^(pypi-helicone|npm-helicone-(helicone|openai))$/.test(row.id),
	);
	return isPatched ? outline.members.filter(({ name }) => name === "helicone") : [];
}
