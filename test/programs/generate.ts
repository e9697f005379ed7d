/** Prints programs from templates: random headers, order, quotes, indentation, comments and line ends. */
import fc from "fast-check";
import type { Template } from "./template";

/** A header of Helicone's that a fix removes for good, or one of somebody else's that stays. */
interface Header {
	readonly name: string;
	readonly value: number;
	readonly comment: boolean;
	readonly stays: boolean;
}

export interface Program {
	readonly template: Template;
	readonly text: string;
	/** The text as it must be after every fix; undefined where a comment's place is a matter of taste. */
	readonly migrated: string | undefined;
}

const logging = [
	"User-Id",
	"Session-Id",
	"Session-Path",
	"Property-Plan",
	"property-app_name",
	"Request-Id",
	"Prompt-Id",
];
const behaviour = ["Cache-Enabled", "Retry-Enabled", "RateLimit-Policy", "Omit-Request", "LLM-Security-Enabled"];
const names = ["Auth", ...logging, ...behaviour];
const others = ["X-Team", "X-Trace-Id"];
const spellings = [(name: string) => `Helicone-${name}`, (name: string) => `helicone-${name.toLowerCase()}`];

interface Style {
	readonly indent: string;
	readonly otherQuote: boolean;
	readonly lineEnd: string;
	readonly final: boolean;
	readonly blankBefore: number;
	readonly bom: boolean;
}

/** Programs of one template. Shrinks to few headers in a plain style. */
export function programsOf(template: Template): fc.Arbitrary<Program> {
	const style = fc.record<Style>({
		indent: fc.constantFrom(...(template.indents ?? ["\t", "  ", "    "])),
		otherQuote: fc.boolean(),
		lineEnd: fc.constantFrom("\n", "\r\n"),
		final: fc.boolean(),
		blankBefore: fc.nat(2),
		bom: fc.boolean(),
	});
	const headers = fc.array(headerOf(template), { maxLength: 6 }).map(distinct);
	const order = fc.shuffledSubarray([...template.parts.keys()], { minLength: template.parts.length });
	const address = fc.constantFrom(
		...(template.addresses ?? ["https://oai.helicone.ai/v1", "https://oai.hconeai.com/v1"]),
	);
	return fc.tuple(style, headers, order, address).map(([one, given, places, at]) => {
		const parts = template.shuffled ? places.map((place) => template.parts[place] ?? "") : template.parts;
		const kept = given.filter((header) => header.stays);
		const text = print(template, parts, one, given, at, template.key ?? "OPENAI_API_KEY");
		const migrated = print(
			template,
			parts,
			one,
			kept,
			template.migrated ?? "https://api.concentrate.ai/v1",
			"CONCENTRATE_API_KEY",
		);
		return { template, text, migrated };
	});
}

function headerOf({ values, comment }: Template): fc.Arbitrary<Header> {
	return fc
		.record({
			known: fc.constantFrom(...names),
			spelling: fc.constantFrom(...spellings),
			other: fc.constantFrom(...others),
			value: fc.nat(values.length - 1),
			comment: comment === undefined ? fc.constant(false) : fc.boolean(),
			stays: fc.boolean(),
		})
		.map(({ known, spelling, other, ...rest }) => ({ ...rest, name: rest.stays ? other : spelling(known) }));
}

function distinct(headers: readonly Header[]): readonly Header[] {
	const seen = new Set<string>();
	return headers.filter(({ name }) => {
		const lower = name.toLowerCase();
		return seen.size < seen.add(lower).size;
	});
}

function print(
	template: Template,
	parts: readonly string[],
	style: Style,
	headers: readonly Header[],
	address: string,
	key: string,
): string {
	const lines = parts
		.flatMap((part) => part.split("\n"))
		.flatMap((line) => {
			if (line.startsWith("?")) return headers.length > 0 ? [line.slice(1)] : [];
			if (line.startsWith("|")) return headers.map((header) => entry(template, line.slice(1), header));
			return [line];
		});
	const body = `${template.before}${lines.map((line) => `${line}\n`).join("")}${template.after}`
		.replaceAll("«ADDRESS»", address)
		.replaceAll("«KEY»", key);
	const [quote, other] = template.quotes ?? ['"', '"'];
	const quoted = style.otherQuote ? swap(body, quote, other) : body;
	const indented = quoted.replace(/^\t+/gm, (tabs) => style.indent.repeat(tabs.length));
	const whole = `${"\n".repeat(template.before.startsWith("<?php") ? 0 : style.blankBefore)}${indented}`;
	const ended = (style.final ? whole : whole.replace(/\n$/, "")).replaceAll("\n", style.lineEnd);
	return style.bom ? `\uFEFF${ended}` : ended;
}

function entry({ auth, values, comment }: Template, line: string, header: Header): string {
	const value = /auth$/i.test(header.name) && !header.stays ? auth : (values[header.value] ?? auth);
	const printed = line.replace("«NAME»", header.name).replace("«VALUE»", value);
	return header.comment ? `${printed} ${comment} why, so` : printed;
}

/** Lines in which the other quote occurs keep their own. */
function swap(text: string, quote: string, other: string): string {
	return text
		.split("\n")
		.map((line) => (line.includes(other) ? line : line.replaceAll(quote, other)))
		.join("\n");
}
