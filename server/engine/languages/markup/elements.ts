/**
 * The elements of a page that matter here: `<script>` with its attributes and content. A small reader for HTML, Vue, Svelte and
 * Astro; comments, `<style>`, `<textarea>` and `<title>` are looked past, as a browser does. Expressions of a template are no code
 * here: what they call is defined in a script.
 */
import type { Range } from "../../outline/schema";

export interface Script {
	/** By lower-case name; the empty string where no value stands. */
	readonly attributes: ReadonlyMap<string, string>;
	/** Between its tags. */
	readonly content: Range;
	/** It opens at the start of a line. */
	readonly isAtMargin: boolean;
}

const opener = /<!--|<(script|style|textarea|title)(?=[\s/>])/gi;
/** Values may hold `>`: quoted ones, and Svelte's and Astro's in braces. */
const attribute =
	/\s*(?:([^\s"'<>/={}]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|(\{[^{}]*\}|[^\s"'=<>`]+)))?|\{[^{}]*\}|\/(?!>))/y;

/** @param from where markup begins: behind Astro's frontmatter */
export function scriptsOf(text: string, from = 0): Script[] {
	const scripts: Script[] = [];
	opener.lastIndex = from;
	for (let match = opener.exec(text); match; match = opener.exec(text)) {
		const name = match[1]?.toLowerCase();
		const end = name === undefined ? behind(text, "-->", opener.lastIndex) : elementEnd(text, match, name, scripts);
		if (end === undefined) break;
		opener.lastIndex = end;
	}
	return scripts;
}

function elementEnd(text: string, match: RegExpExecArray, name: string, scripts: Script[]): number | undefined {
	const tag = readTag(text, match.index + match[0].length);
	if (tag === undefined) return match.index + match[0].length;
	if (tag.isEmpty) return tag.end;
	const closer = new RegExp(`</${name}(?=[\\s/>])`, "gi");
	closer.lastIndex = tag.end;
	const closed = closer.exec(text);
	// A script that is still being typed has no end to trust.
	if (!closed) return undefined;
	if (name === "script")
		scripts.push({
			attributes: tag.attributes,
			content: [tag.end, closed.index],
			isAtMargin: match.index === 0 || /[\n\uFEFF]/.test(text[match.index - 1] ?? ""),
		});
	return closed.index + closed[0].length;
}

function readTag(
	text: string,
	at: number,
): { attributes: Map<string, string>; end: number; isEmpty: boolean } | undefined {
	const attributes = new Map<string, string>();
	attribute.lastIndex = at;
	let end = at;
	for (let match = attribute.exec(text); match && match[0] !== ""; match = attribute.exec(text)) {
		if (match[1] !== undefined) attributes.set(match[1].toLowerCase(), match[2] ?? match[3] ?? match[4] ?? "");
		end = attribute.lastIndex;
	}
	const close = /^\s*(\/?)>/.exec(text.slice(end, end + 200));
	return close ? { attributes, end: end + close[0].length, isEmpty: close[1] === "/" } : undefined;
}

function behind(text: string, sign: string, from: number): number | undefined {
	const at = text.indexOf(sign, from);
	return at < 0 ? undefined : at + sign.length;
}
