/** The inside of `analyze`: an Analysis together with what its fixes want, so that many can be rendered at once. */

import { maskKey } from "../../shared/mask-key";
import type { AnalyzeOptions } from "./analyze";
import { shippedCatalogue } from "./catalogue-index";
import { planLiveness } from "./edits/liveness";
import type { Operation } from "./edits/operation";
import { render } from "./edits/render";
import { explain, explainRow } from "./explain";
import { type Facts, factsOf } from "./facts/facts";
import { isRecording } from "./facts/recording";
import { languageById, regionsOf } from "./languages";
import type { Language } from "./languages/language";
import type { Analysis, Document, Finding, Fix, Hover, ModelString, Problem, Severity } from "./model";
import type { Context, Proposal } from "./moves/context";
import { movePartsOf, planMoves } from "./moves/move";
import { sharesOf } from "./moves/shares";
import { type Around, noNames } from "./names/meaning";
import { ownNames } from "./names/own-names";
import { isParameterPath, isSpare, ownParameters } from "./names/parameters";
import { rootOfPath } from "./names/taken";
import { outlineOf } from "./outline/outline-of";
import { overlaps } from "./outline/questions";
import type { Outline, Range } from "./outline/schema";
import { quietHovers } from "./quiet-hovers";
import { withRegions } from "./regions/inspect-regions";
import { severities as ruleSeverities } from "./rule-severities";
import type { Found, Hit, Rule } from "./rules/rule";
import { engineRules } from "./rules/rules";
import { sealedPlaces } from "./sealed";
import { slugHovers } from "./slug-hovers";
import { suppressions } from "./suppress";
import { tooDeep, unlessTooDeep } from "./too-deep";
import type { Workspace } from "./workspace";

export interface Inspection {
	readonly analysis: Analysis;
	readonly outline: Outline | undefined;
	readonly language: Language | undefined;
	/** Where comments stand, those of regions included. */
	readonly comments: readonly Range[];
	/** How many places could not be read, regions included. */
	readonly broken: number;
	/** By group: what its fix wants. */
	readonly proposals: ReadonlyMap<string, Proposal>;
	/** Operations of any set of groups as changes. */
	readonly renderAll: (operations: readonly Operation[]) => ReturnType<typeof render>;
}

export function inspect(document: Document, options: AnalyzeOptions): Inspection {
	const language = languageById(document.language);
	return unlessTooDeep(
		() => inspectText(document, options, language),
		() => unreadForDepth(document, language),
	);
}

function inspectText(document: Document, options: AnalyzeOptions, language: Language | undefined): Inspection {
	const outline = language && outlineOf(document, options.grammars);
	if (!language || !outline) return unread(document, language);
	const regions = regionsOf(language, outline, document.uri);
	return withRegions(inspectOwn(document, options, language, outline), regions, (one, { names, isExample }) =>
		inspect(one, {
			...options,
			// What a page shows in one example it may show again in the next.
			severities: isExample ? { ...options.severities, "helicone-name": "off" } : options.severities,
			workspace: withNames(options.workspace, names),
		}),
	);
}

/** What the host uses stays, as what other files import does. */
function withNames(workspace: Workspace, names: ReadonlySet<string>): Workspace {
	return names.size === 0
		? workspace
		: { ...workspace, importedNames: new Set([...workspace.importedNames, ...names]) };
}

function inspectOwn(document: Document, options: AnalyzeOptions, language: Language, outline: Outline): Inspection {
	const { workspace, catalogue = shippedCatalogue } = options;
	const names = workspace.names[document.uri] ?? noNames;
	const around: Around = { heliconeAddresses: workspace.heliconeAddresses, taken: names.taken };
	const facts = factsOf(outline, around);
	const own = Object.keys(names.given).length > 0 ? ownNames(facts, around, document.uri) : [];
	const moves = planMoves(movePartsOf(facts, language, workspace, names, own));
	const context: Context = { document, language, facts, moves, workspace, names, own, catalogue };
	const taken = Object.keys(names.taken).map(rootOfPath);
	const spare = spareIn(context);
	const renderAll = (operations: readonly Operation[]) => {
		const ours = new Set([...taken, ...elidedNames(outline, operations)]);
		const elsewhere = { importedNames: workspace.importedNames, taken: ours, spare };
		return render(outline, planLiveness(outline, operations, elsewhere), language.writer);
	};
	const fixes = newFixes(renderAll);
	const { findings, hovers } = ask(context, fixes, options.severities);
	return {
		analysis: {
			document,
			findings,
			shares: sharesOf(context, findings, renderAll),
			models: modelStrings(facts),
			hovers,
			problems: problemsOf(outline),
		},
		outline,
		language,
		comments: outline.comments.map(({ range }) => range),
		broken: outline.broken.length,
		proposals: fixes.proposals,
		renderAll,
	};
}

/** Parameters of this file that all callers of other files can do without. */
function spareIn({ names, document, facts, moves, own }: Context): ReadonlySet<string> {
	const given = Object.entries(names.given).filter(([path, verdict]) => isParameterPath(path) && isSpare(verdict));
	if (given.length === 0) return new Set();
	const here = new Set(ownParameters({ uri: document.uri, facts, moves, own, names }).map(({ path }) => path));
	return new Set(given.flatMap(([path]) => (here.has(path) ? [path] : [])));
}

/** TypeScript itself leaves out an import whose names nobody uses: no side effect is lost with it. */
function elidedNames({ language, imports }: Outline, operations: readonly Operation[]): string[] {
	if (!/^(typescript|tsx)$/.test(language)) return [];
	// An import that changes is another one's business.
	const changed = operations.flatMap((one) => (one.op === "replace" ? [one.range] : []));
	const kept = imports.filter(({ range }) => !changed.some((one) => overlaps(range, one)));
	return kept.flatMap(({ names }) => names.map(({ local }) => local));
}

/** Fixes by group, each rendered once; a proposal that cannot be carried out is none. */
function newFixes(renderAll: Inspection["renderAll"]) {
	const proposals = new Map<string, Proposal>();
	const fixes = new Map<string, Fix | undefined>();
	const rendered = ({ title, applicability, group, operations }: Proposal): Fix | undefined => {
		const result = renderAll(operations);
		return result.ok && result.changes.length > 0
			? { title, applicability, group, changes: result.changes }
			: undefined;
	};
	const of = (proposal: Proposal): Fix | undefined => {
		if (!fixes.has(proposal.group)) {
			const fix = rendered(proposal);
			fixes.set(proposal.group, fix);
			if (fix) proposals.set(proposal.group, proposal);
		}
		return fixes.get(proposal.group);
	};
	return { proposals, of, rendered };
}

/** Every rule's hits as findings and hovers. A rule that is off is silent in both; a suppressed finding keeps its hover. */
function ask(
	context: Context,
	fixes: Pick<ReturnType<typeof newFixes>, "of" | "rendered">,
	severities: AnalyzeOptions["severities"],
): { findings: Finding[]; hovers: Hover[] } {
	const isSuppressed = suppressions(context.facts.outline);
	const spoken: Range[] = [];
	const findings: Finding[] = [];
	const hovers: Hover[] = [];
	/** Groups with a part that stays, by group with the reason: suppressed, or encrypted. All or nothing holds. */
	const kept = new Map<string, string>();
	const sealed = sealedPlaces(context.facts.outline);
	const sealOf = ({ range }: Hit) => sealed.find((one) => overlaps(one.range, range))?.why;
	const found = new Map<string, readonly Hit[]>();
	for (const rule of engineRules) {
		const hits = hitsOf(rule, context, spoken, found);
		found.set(rule.id, hits);
		for (const hit of hits) {
			spoken.push(hit.range);
			const severity = severityOf(rule, hit, severities);
			if (severity === "off") continue;
			const finding = findingOf(rule, hit, fixes);
			hovers.push({ range: hit.range, row: hit.row, markdown: explain(finding) });
			if (!isSuppressed(rule.id, hit.range)) findings.push({ ...finding, severity });
			else if (finding.fix)
				kept.set(finding.fix.group, "A comment asks to leave a part of what would change together.");
			const seal = sealOf(hit);
			if (seal !== undefined && finding.fix) kept.set(finding.fix.group, seal);
		}
	}
	for (const quiet of quietHovers(context.facts)) {
		if (!spoken.some((range) => overlaps(range, quiet.range)))
			hovers.push({ range: quiet.range, row: quiet.row, markdown: explainRow(quiet) });
	}
	hovers.push(
		...slugHovers(context.facts, context.catalogue).filter(
			({ range }) => !findings.some((one) => overlaps(one.range, range)),
		),
	);
	findings.sort((a, b) => a.range[0] - b.range[0] || b.range[1] - a.range[1]);
	const left = isRecording(context.facts.outline) ? asRecorded : (finding: Finding) => withoutFixOf(kept, finding);
	return { findings: findings.map(left), hovers };
}

function asRecorded(finding: Finding): Finding {
	const why = "These are recorded requests, which no fix changes: record them anew once the code has moved.";
	return { ...finding, fix: undefined, alternatives: [], advice: why };
}

function withoutFixOf(kept: ReadonlyMap<string, string>, finding: Finding): Finding {
	const why = finding.fix && kept.get(finding.fix.group);
	if (why === undefined) return finding;
	return { ...finding, fix: undefined, advice: finding.advice === undefined ? why : `${why} ${finding.advice}` };
}

function severityOf(rule: Rule, hit: Hit, severities: AnalyzeOptions["severities"]): Severity {
	const severity = severities[rule.id] ?? ruleSeverities[rule.id] ?? "warning";
	return severity === "warning" ? (hit.severity ?? severity) : severity;
}

/** Mentions are what is left when every other rule has spoken. */
function hitsOf(rule: Rule, context: Context, spoken: readonly Range[], found: Found): Hit[] {
	const hits = rule.find(context, found);
	return rule.id === "helicone-mention"
		? hits.filter((hit) => !spoken.some((range) => overlaps(range, hit.range)))
		: hits;
}

function findingOf(
	rule: Rule,
	hit: Hit,
	fixes: Pick<ReturnType<typeof newFixes>, "of" | "rendered">,
): Omit<Finding, "severity"> {
	return {
		rule: rule.id,
		range: hit.range,
		message: maskKey(hit.message),
		subject: maskKey(hit.subject),
		row: hit.row,
		fix: hit.proposal && fixes.of(hit.proposal),
		alternatives: (hit.alternatives ?? []).flatMap((one) => fixes.rendered(one) ?? []),
		advice: hit.advice === undefined ? undefined : maskKey(hit.advice),
		tags: hit.tags ?? [],
	};
}

function modelStrings({ models }: Facts): ModelString[] {
	return models.flatMap(({ slug, range, client: { gateway } }) =>
		gateway.kind === "helicone" || gateway.kind === "concentrate" ? [{ slug, range, gateway: gateway.kind }] : [],
	);
}

function problemsOf(outline: Outline): Problem[] {
	return outline.broken.map((range) => ({
		range,
		message: "The syntax could not be read here: nothing around it is changed.",
	}));
}

function unreadForDepth(document: Document, language: Language | undefined): Inspection {
	const nothing = unread(document, language, "The text is nested too deeply to be read.");
	return { ...nothing, analysis: { ...nothing.analysis, unread: tooDeep } };
}

function unread(document: Document, language: Language | undefined, reason?: string): Inspection {
	const unknown = language
		? `The grammar for ${language.name} is not loaded.`
		: `${document.language} is not a language that can be read.`;
	const message = reason ?? unknown;
	return {
		analysis: { document, findings: [], shares: [], models: [], hovers: [], problems: [{ range: undefined, message }] },
		outline: undefined,
		language,
		comments: [],
		broken: 0,
		proposals: new Map(),
		renderAll: () => ({ ok: true, changes: [] }),
	};
}
