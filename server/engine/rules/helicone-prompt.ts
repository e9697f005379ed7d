import { packageImports } from "../facts/package-import";
import { storedPrompts } from "../facts/stored-prompt";
import type { Context } from "../moves/context";
import { planPromptFunctions } from "../moves/prompt-function";
import { contentOf } from "../outline/questions";
import type { Call, Range } from "../outline/schema";
import { alone, type Hit, type Rule } from "./rule";

/** Prompts that Helicone stores, tags or fills in (guide step 3: `Helicone-Prompt-Id`). */
export const heliconePrompt: Rule = {
	id: "helicone-prompt",
	find: (context) => [
		...managers(context),
		...stored(context),
		...tags(context),
		...variables(context),
		...functions(context),
	],
};

/** Where a program makes what pulls prompts out of Helicone. */
function managers({ facts: { outline } }: Context): Hit[] {
	const names = new Set(
		packageImports(outline).flatMap(({ from }) =>
			from.names.filter(({ name }) => name === "HeliconePromptManager").map(({ local }) => local),
		),
	);
	const isManager = (call: Call) => names.has(call.path) || /(^|\.)HeliconePromptManager$/.test(call.path);
	return outline.calls.filter(isManager).map((call) => ({
		range: call.nameRange,
		message: `${call.name} gets prompts out of Helicone: Concentrate stores none.`,
		subject: call.name,
		row: "interfaces/prompt-manager",
		advice: "Copy the prompts' text out of Helicone into your own code before the account is closed.",
	}));
}

/** `prompt_id` and `inputs` in a request to Helicone's AI gateway. */
function stored({ facts }: Context): Hit[] {
	return storedPrompts(facts).map(({ name, range }) => ({
		range,
		message: `${name} names a prompt that Helicone stores: Concentrate stores none.`,
		subject: name,
		row: "interfaces/prompt-id",
		advice:
			"Copy the prompt's text out of Helicone into your own code, as messages, and name the model in the request.",
	}));
}

const tag =
	/<\/?(?:helicone-prompt-input|helicone-prompt-static|helicone-auto-prompt-input)\b(?:\s+[\w-]+\s*=\s*(?:\\?"[^"]*"|\\?'[^']*'|\{[^}]*\}))*\s*\/?>/g;

/** `<helicone-prompt-input key="x">…</helicone-prompt-input>`: Helicone took the tags out, the text between them stayed. */
function tags({ facts: { outline } }: Context): Hit[] {
	return outline.strings.flatMap((str) => {
		const text = contentOf(outline, str);
		if (!text.includes("helicone-")) return [];
		const found = [...text.matchAll(tag)].map((match): Range => {
			const start = str.content[0] + match.index;
			return [start, start + match[0].length];
		});
		return found.map((range) => ({
			range,
			message: "A prompt tag of Helicone's: Concentrate passes it on to the model as it is.",
			subject: "prompt tag",
			row: "interfaces/prompt-tag",
			advice: "Without its tags the text reads as the model read it before.",
			proposal: {
				...alone(
					"helicone-prompt",
					str.content,
					found.length === 1 ? "Remove the tag" : "Remove the tags",
					"suggested",
				),
				operations: found.map((one) => ({ op: "replace", range: one, newText: "" }) as const),
			},
		}));
	});
}

const variable = /\{\{hcp?:[\w-]+:[\w:-]+\}\}/g;

/** `{{hc:name:string}}`: filled in by Helicone from the request's inputs. */
function variables({ facts: { outline } }: Context): Hit[] {
	return outline.strings.flatMap((str) =>
		[...contentOf(outline, str).matchAll(variable)].map((match) => {
			const start = str.content[0] + match.index;
			return {
				range: [start, start + match[0].length] as const,
				message: `${match[0]} is filled in by Helicone: Concentrate passes it on to the model as it is.`,
				subject: match[0],
				row: "interfaces/prompt-variable",
				advice: "Fill it in by your own code before the request: Concentrate has no prompt management today.",
			};
		}),
	);
}

/** `hpf` and its like: templates that only tag what they are given. */
function functions(context: Context): Hit[] {
	const plan = planPromptFunctions(context);
	return plan.uses.map(({ range, name }) => ({
		range,
		message: `${name} tags a prompt for Helicone: Concentrate does not read the tags.`,
		subject: name,
		row: "interfaces/prompt-function",
		advice: plan.obstacle ?? "A plain template fills the text in just as well.",
		proposal: plan.proposal,
	}));
}
