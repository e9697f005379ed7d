/** The inside of `analyze`: an Analysis together with what its fixes want, so that many can be rendered at once. */

import type { AnalyzeOptions } from "./analyze";
import { planLiveness } from "./edits/liveness";
import type { Operation } from "./edits/operation";
import { render } from "./edits/render";
import { explain } from "./explain";
import { factsOf } from "./facts/facts";
import { maskKey } from "./facts/key";
import { languageById } from "./languages";
import type { Language } from "./languages/language";
import type { Analysis, Document, Finding, Fix, Hover, Problem } from "./model";
import type { Context, Proposal } from "./moves/context";
import { movePartsOf, planMoves } from "./moves/move";
import { outlineOf } from "./outline/outline-of";
import { overlaps } from "./outline/questions";
import type { Outline } from "./outline/schema";
import { severities as ruleSeverities } from "./rule-severities";
import type { Hit, Rule } from "./rules/rule";
import { engineRules } from "./rules/rules";
import { suppressions } from "./suppress";

export interface Inspection {
	readonly analysis: Analysis;
	readonly outline: Outline | undefined;
	readonly language: Language | undefined;
	/** By group: what its fix wants. */
	readonly proposals: ReadonlyMap<string, Proposal>;
	/** Operations of any set of groups as changes. */
	readonly renderAll: (operations: readonly Operation[]) => ReturnType<typeof render>;
}

export function inspect(document: Document, options: AnalyzeOptions): Inspection {
	const language = languageById(document.language);
	const outline = language && outlineOf(document, options.grammars);
	if (!language || !outline) return unread(document, language);
	const facts = factsOf(outline, options.workspace.heliconeAddresses);
	const moves = planMoves(movePartsOf(facts, language));
	const context: Context = { document, language, facts, moves, workspace: options.workspace };
	const proposals = new Map<string, Proposal>();
	const renderAll = (operations: readonly Operation[]) =>
		render(outline, planLiveness(outline, operations, options.workspace.importedNames), language.writer);
	const fixes = new Map<string, Fix | undefined>();
	const fixOf = (proposal: Proposal): Fix | undefined => {
		if (!fixes.has(proposal.group)) {
			const rendered = renderAll(proposal.operations);
			const usable = rendered.ok && rendered.changes.length > 0;
			fixes.set(
				proposal.group,
				usable
					? {
							title: proposal.title,
							applicability: proposal.applicability,
							group: proposal.group,
							changes: rendered.changes,
						}
					: undefined,
			);
			if (usable) proposals.set(proposal.group, proposal);
		}
		return fixes.get(proposal.group);
	};
	const isSuppressed = suppressions(outline);
	const findings: Finding[] = [];
	const hovers: Hover[] = [];
	for (const rule of engineRules) {
		for (const hit of hitsOf(rule, context, findings, hovers)) {
			const finding = findingOf(rule, hit, hit.proposal && fixOf(hit.proposal));
			hovers.push({ range: hit.range, markdown: explain(finding) });
			const severity = options.severities[rule.id] ?? ruleSeverities[rule.id] ?? "warning";
			const own = severity === "warning" ? (hit.severity ?? severity) : severity;
			if (own !== "off" && !isSuppressed(rule.id, hit.range)) findings.push({ ...finding, severity: own });
		}
	}
	findings.sort((a, b) => a.range[0] - b.range[0] || b.range[1] - a.range[1]);
	return {
		analysis: { document, findings, hovers, problems: problemsOf(outline) },
		outline,
		language,
		proposals,
		renderAll,
	};
}

/** Mentions are what is left when every other rule has spoken, suppressed or not. */
function hitsOf(rule: Rule, context: Context, _findings: readonly Finding[], hovers: readonly Hover[]): Hit[] {
	const hits = rule.find(context);
	return rule.id === "helicone-mention"
		? hits.filter((hit) => !hovers.some((one) => overlaps(one.range, hit.range)))
		: hits;
}

function findingOf(rule: Rule, hit: Hit, fix: Fix | undefined): Omit<Finding, "severity"> {
	return {
		rule: rule.id,
		range: hit.range,
		message: maskKey(hit.message),
		subject: maskKey(hit.subject),
		row: hit.row,
		fix,
		advice: hit.advice === undefined ? undefined : maskKey(hit.advice),
		tags: hit.tags ?? [],
	};
}

function problemsOf(outline: Outline): Problem[] {
	return outline.broken.map((range) => ({
		range,
		message: "The syntax could not be read here: nothing around it is changed.",
	}));
}

function unread(document: Document, language: Language | undefined): Inspection {
	const message = language
		? `The grammar for ${language.name} is not loaded.`
		: `${document.language} is not a language that can be read.`;
	return {
		analysis: { document, findings: [], hovers: [], problems: [{ range: undefined, message }] },
		outline: undefined,
		language,
		proposals: new Map(),
		renderAll: () => ({ ok: true, changes: [] }),
	};
}
