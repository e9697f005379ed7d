/** What Helicone's patched OpenAI modules add: `response.helicone.id`, `openai.helicone.logFeedback(…)`. */
import { pathOf } from "../outline/questions";
import type { Member, Outline } from "../outline/schema";
import { packageImports } from "./package-import";

/** In document order. In a file that imports no such module, only what its fields are called (helicone.md 2.2) tells them. */
export function patchedFields(outline: Outline): readonly Member[] {
	const isPatched = packageImports(outline).some(({ row }) =>
		/^(pypi-helicone|npm-helicone-(helicone|openai))$/.test(row.id),
	);
	return outline.members.filter((member) => member.name === "helicone" && (isPatched || isOfAnswer(member)));
}

const fields = /^(id|status|cache|rate_?limit|rateLimit|logFeedback)$/;
const holders = /(^|\.)(r|res|resp|response|result|answer|completion|chat_?completion|data|output)$/i;

/** `result.helicone.id` of an answer that another file asked for. */
function isOfAnswer({ parent, object }: Member): boolean {
	const name = parent?.kind === "member" || parent?.kind === "call" ? parent.name : "";
	return fields.test(name) && holders.test(pathOf(object) ?? "");
}
