/**
 * `"helicone" in base_url`, `/helicone\.ai/.test(url)`, `host.endsWith(".helicone.ai")`: a program that asks whether an address is
 * Helicone's by a part of its host. True for the old address, false for the new one. Whole hosts are addresses (`address-test.ts`).
 */
import type { Call, Infix, Node, Outline, Range, Str } from "../outline/schema";
import { addressesIn } from "./address";
import { isHostPattern, isQuestion, isQuestionOnHelicone } from "./address-test";

export interface HostQuestion {
	/** What stands for Helicone inside the string or pattern. */
	readonly range: Range;
	readonly word: string;
	/** What asks for Concentrate instead; undefined for a pattern that is more than hosts. */
	readonly replacement: string | undefined;
}

/** Text of what is asked: a variable, a member or a variable of the environment that holds an address. */
const addressName =
	/url|uri\b|host|endpoint|origin|domain|prox(y|ied)|gateway|address|netloc|(?<!data)base(_?path)?(?![a-z])|server/i;
/** One alternative of a pattern: what may stand before a host and behind it. */
const hostPart =
	/^((?:\^|\(\?i\)|https?:(?:\\?\/){2}|(?:\\?\/){2}|\.\*|\*|\\b|@)*)(\\?\.)?((?:\(\??:?[\w|-]+\)|[\w-]+|\[\^[^\]]*\]\+|\\w\+)\\?\.)?(helicone|hconeai)(\\?\.)?(ai|com)?((?:\$|\\b|\.?\*|\\?\/\S*)?)$/i;

/** In document order. */
export function hostQuestions(outline: Outline): HostQuestion[] {
	if (!/helicone|hconeai/i.test(outline.text)) return [];
	const asked = [
		...outline.calls.flatMap((call) => askedBy(outline, call)),
		...outline.infixes.flatMap(comparedBy(outline)),
		...outline.strings.flatMap((str) => (isHostPattern(str) ? rangesOf(plainOf(outline, str)) : [])),
	];
	return asked.flatMap((range) => questionAt(outline, range) ?? []).sort((a, b) => a.range[0] - b.range[0]);
}

/** Whether the file asks, in any way that is understood, if something is Helicone's. */
export function asksForHelicone(outline: Outline): boolean {
	return outline.strings.some((str) => isQuestionOnHelicone(outline, str)) || hostQuestions(outline).length > 0;
}

/** The strings and patterns of a call that looks into an address. */
function askedBy(outline: Outline, call: Call): Range[] {
	const candidates = [call.receiver, ...(call.args?.items ?? []).map((item) => item.value)];
	return candidates.flatMap((one) => {
		const range = one && isAsked(call, one) ? literalOf(outline, one) : undefined;
		if (!range) return [];
		const { text } = outline;
		const others = text.slice(call.range[0], range[0]) + text.slice(range[1], call.range[1]);
		return rangesOf(addressName.test(others) ? range : undefined);
	});
}

function isAsked(call: Call, node: Node): boolean {
	if (node.kind === "string")
		return isQuestion(node) || /^(preg_match|fullmatch|compile|IsMatch|MatchString)$/.test(call.name);
	return /^(test|match|matchAll|exec|search|match\?|scan|index)$/.test(call.name);
}

function comparedBy(outline: Outline): (infix: Infix) => Range[] {
	return ({ op, left, right }) => {
		if (!/^(in|not in|==|!=|=~|!~|===)$/.test(op)) return [];
		const [word, asked] = op.endsWith("in") ? [left, right] : [right, left];
		const range = literalOf(outline, word);
		// `provider == "helicone"` asks for a value of the program's own.
		const isPart = /in|~/.test(op) || word.kind === "opaque";
		return rangesOf(isPart && addressName.test(outline.text.slice(...asked.range)) ? range : undefined);
	};
}

/** The inside of a plain string, of a regular expression, of a shell's pattern. */
function literalOf(outline: Outline, node: Node): Range | undefined {
	if (node.kind === "string") return plainOf(outline, node);
	if (node.kind !== "opaque") return undefined;
	if (node.type === "extglob_pattern") return node.range;
	if (node.type !== "regex") return undefined;
	const end = outline.text.lastIndexOf("/", node.range[1] - 1);
	return outline.text[node.range[0]] === "/" && end > node.range[0] ? [node.range[0] + 1, end] : undefined;
}

function plainOf(outline: Outline, str: Str): Range | undefined {
	if (str.holes.length > 0 || addressesIn(outline, str).length > 0) return undefined;
	const [start, end] = str.content;
	// PHP's `'/helicone/i'`
	const delimited = /^([/#~])(.*)\1[a-z]*$/.exec(outline.text.slice(start, end));
	return delimited?.[2] === undefined ? str.content : [start + 1, start + 1 + delimited[2].length];
}

function rangesOf(range: Range | undefined): Range[] {
	return range ? [range] : [];
}

function questionAt(outline: Outline, range: Range): HostQuestion | undefined {
	const text = outline.text.slice(...range);
	if (!/(?<![a-z0-9])(helicone|hconeai)(?![a-z0-9])/i.test(text) || /^(x-)?helicone-|^[sp]k-/i.test(text))
		return undefined;
	const alternatives = /[()[\]]/.test(text) ? [text] : text.split("|");
	const moved = alternatives.map(concentrated);
	const replacement = moved.every((one) => one !== undefined) ? [...new Set(moved)].join("|") : undefined;
	return { range, word: text, replacement };
}

/** `oai\.helicone\.ai` → `api\.concentrate\.ai`, `.helicone.ai` → `.concentrate.ai`, `helicone` → `concentrate`. */
function concentrated(pattern: string): string | undefined {
	const found = hostPart.exec(pattern);
	if (!found) return undefined;
	const [, before = "", dot = "", label = "", word = "", top = "", domain = "", behind = ""] = found;
	if ((top === "") !== (domain === "")) return undefined;
	const host = label === "" ? "" : `api${label.endsWith("\\.") ? "\\." : "."}`;
	const name = word === word.toUpperCase() ? "CONCENTRATE" : "concentrate";
	return `${before}${dot}${host}${name}${domain && `${top}ai`}${behind.replace(/^(\\?\/).*$/, "$1")}`;
}
