/** A key out of the program's own settings, which hold Helicone's key beside the provider's. */
import { environmentVariable } from "../../../shared/mappings";
import type { Expr, Member, Outline } from "../outline/schema";
import type { KeyAsker, KeyPlan } from "./key-plan";

const provider =
	/^(openai|open_ai|anthropic|azure\w*|groq|gemini|google|mistral|together\w*|openrouter|deepseek|perplexity|fireworks|llm)_?(api)?_?(key|token)$/i;
/** Concentrate's too: the rename may have come first. */
const helicone = /^(helicone|concentrate)_?(api)?_?(key|token)$/i;

/** `settings.openai_api_key` beside `settings.helicone_api_key`: the one key that is left is what Helicone's variable becomes. */
export function declaredKey({ outline, isRenamed }: KeyAsker, expr: Expr): KeyPlan | undefined {
	if (expr.kind !== "member" || !provider.test(expr.name)) return undefined;
	const sibling = siblingOf(outline, expr);
	if (!sibling) return undefined;
	const renamed = isRenamed?.(sibling.name) ? environmentVariable(sibling.name)?.replacement : undefined;
	const name = renamed ?? sibling.name;
	const owner = outline.text.slice(...expr.object.range);
	return {
		range: expr.range,
		subject: outline.text.slice(...expr.range),
		operations: [{ op: "replace", range: expr.nameRange, newText: name }],
		certainty: "unsure",
		reason: `Make sure that \`${owner}.${name}\` holds a key of Concentrate's.`,
		via: undefined,
		variable: undefined,
		writesRead: false,
	};
}

const providerWord = /open_?ai|anthropic|groq|gemini|mistral|together(?:ai)?|openrouter/i;

/**
 * `config('services.openai.key')` beside `config('services.helicone.key')`, `credentials.dig(:openai, :api_key)` beside
 * `credentials.dig(:helicone, :api_key)`: the same read, of Helicone's key.
 */
export function twinKey({ outline }: KeyAsker, expr: Expr): KeyPlan | undefined {
	if (expr.kind !== "call" && expr.kind !== "index" && expr.kind !== "member") return undefined;
	const text = outline.text.slice(...expr.range);
	const word = providerWord.exec(text);
	if (!word || word[0].length + 4 > text.length) return undefined;
	const twin = ["helicone", "Helicone", "HELICONE", "concentrate", "Concentrate", "CONCENTRATE"]
		.map((name) => text.slice(0, word.index) + name + text.slice(word.index + word[0].length))
		.find((one) => outline.text.includes(one));
	if (twin === undefined) return undefined;
	return {
		range: expr.range,
		subject: text.length < 60 ? text : "the key",
		operations: [{ op: "replace", range: expr.range, newText: twin }],
		certainty: "unsure",
		reason: `Make sure that \`${twin}\` gives a key of Concentrate's.`,
		via: undefined,
		variable: undefined,
		writesRead: false,
	};
}

/** Helicone's key on the same object, if there is one such name. */
export function siblingOf(outline: Outline, { object }: Member): Member | undefined {
	const owner = outline.text.slice(...object.range);
	const found = outline.members.filter(
		(member) => helicone.test(member.name) && outline.text.slice(...member.object.range) === owner,
	);
	return new Set(found.map(({ name }) => name)).size === 1 ? found[0] : undefined;
}
