/** Quick fixes: one, all of a rule, ignore, read on. The safe fixes of the whole file, for `source.fixAll`, and the refactoring. */
import {
	type CodeAction,
	CodeActionKind,
	type CodeActionParams,
	type Diagnostic,
	LSPErrorCodes,
	ResponseError,
} from "vscode-languageserver";
import { commands, type DiagnosticData, fixAllKind, guideUrl } from "../../shared/protocol";
import type { Applicability, Finding, Fix } from "../engine/model";
import { planFile } from "../engine/plan";
import { putTodos } from "../engine/todos/put-todos";
import { adoptActions } from "./adopt-responses";
import type { Analysed } from "./analyses";
import { diagnosticOf } from "./diagnostics";
import { workspaceEdit } from "./edits";
import type { Feature } from "./feature";
import { guarded } from "./guard";
import { isLinked, planLinked, sharedNames } from "./linked-plan";
import { rangeOf, touches } from "./positions";
import type { Session } from "./session";
import { suppressions } from "./suppress";

/** Rides along with an action whose edit is made when a person picks it. */
interface PendingFix {
	readonly uri: string;
	readonly version: number | null;
	readonly rule: string;
	readonly applicability: Applicability;
}

/** A menu that opens later than this, and a save that is held up so long, are worse than one without our entries. Milliseconds. */
const mostWaiting = 3000;

export const codeActionFeature: Feature = {
	name: "code actions",
	capabilities: {
		codeActionProvider: {
			codeActionKinds: [CodeActionKind.QuickFix, CodeActionKind.RefactorRewrite, fixAllKind],
			resolveProvider: true,
		},
	},
	register(session) {
		const none: CodeAction[] = [];
		session.connection.onCodeAction(
			guarded(session.guard, "code actions", none, async (params) => {
				const analysed = await session.analyseSettled(params.textDocument.uri, mostWaiting);
				return analysed ? await actionsFor(session, analysed, params) : none;
			}),
		);
		session.connection.onCodeActionResolve(async (action, token) =>
			guarded(session.guard, "code action", action, (one: CodeAction) => resolve(session, one))(action, token),
		);
	},
};

async function actionsFor(
	session: Session,
	analysed: Analysed,
	{ range, context }: CodeActionParams,
): Promise<CodeAction[]> {
	const { only, triggerKind } = context;
	const asked = rangeOf(analysed.document, range);
	const actions: CodeAction[] = [];
	if (only?.some((kind) => contains(kind, fixAllKind))) actions.push(...(await fixAllSafe(session, analysed)));
	if (only === undefined || only.some((kind) => contains(kind, CodeActionKind.QuickFix))) {
		const findings = analysed.analysis.findings.filter((finding) => touches(finding.range, asked));
		if (findings.length > 0) actions.push(...(await quickFixes(session, analysed, findings, context.diagnostics)));
	}
	if (only === undefined || only.some((kind) => contains(kind, CodeActionKind.RefactorRewrite)))
		actions.push(...adoptActions(session, analysed, asked, triggerKind));
	return actions;
}

/** Kinds are hierarchies: who asks for `source` or `source.fixAll` gets `source.fixAll.migrateHelicone`. */
function contains(asked: string, kind: string): boolean {
	return asked === "" || kind === asked || kind.startsWith(`${asked}.`);
}

/** Runs on save: other files stay as they are, and with them what only makes sense together. */
async function fixAllSafe(session: Session, analysed: Analysed): Promise<CodeAction[]> {
	const refused = await sharedNames(session, analysed);
	const plan = planFile(analysed.analysis.document, analysed.options, { applicability: "safe", refused });
	if (plan.changes.length === 0) return [];
	return [
		{
			title: "Move everything that is safe from Helicone to Concentrate",
			kind: fixAllKind,
			edit: workspaceEdit(session, analysed, plan.changes),
		},
	];
}

async function quickFixes(
	session: Session,
	analysed: Analysed,
	findings: readonly Finding[],
	shown: readonly Diagnostic[],
): Promise<CodeAction[]> {
	const rules = [...new Set(findings.map((finding) => finding.rule))];
	const ofRules: CodeAction[] = [];
	for (const rule of rules) ofRules.push(...(await fixAllOfRule(session, analysed, rule)));
	return [
		...(await singleFixes(session, analysed, findings, shown)),
		...findings.flatMap((finding) => alternatives(session, analysed, finding, shown)),
		...ofRules,
		...todoActions(session, analysed, findings),
		...suppressions(session, analysed, findings),
		{
			title: "Open the migration guide",
			kind: CodeActionKind.QuickFix,
			command: { title: "Open the migration guide", command: commands.openGuide, arguments: [guideUrl] },
		},
	];
}

/** For what no fix settles: a comment that says what is left to do, and goes when it is done. */
function todoActions(session: Session, analysed: Analysed, findings: readonly Finding[]): CodeAction[] {
	return findings
		.filter(({ fix }) => !fix)
		.flatMap((finding) => {
			const isThis = (one: Finding) => one.rule === finding.rule && one.range[0] === finding.range[0];
			const changes = putTodos(analysed.analysis.document, analysed.options, isThis);
			if (changes.length === 0) return [];
			return [
				{
					title: `Mark ${finding.subject} with a TODO comment`,
					kind: CodeActionKind.QuickFix,
					diagnostics: [diagnosticOf(analysed.document, finding)],
					edit: workspaceEdit(session, analysed, changes),
				},
			];
		});
}

/** One action per group: its findings share the fix. */
async function singleFixes(
	session: Session,
	analysed: Analysed,
	findings: readonly Finding[],
	shown: readonly Diagnostic[],
): Promise<CodeAction[]> {
	const fixes = new Map<string, Fix>();
	for (const { fix } of findings) if (fix) fixes.set(fix.group, fixes.get(fix.group) ?? fix);
	const actions: CodeAction[] = [];
	for (const fix of [...fixes.values()].sort(safeFirst)) {
		const settled = findings.filter((finding) => finding.fix?.group === fix.group);
		const action: CodeAction = {
			title: titleOf(fix.title, fix.applicability),
			kind: CodeActionKind.QuickFix,
			diagnostics: settled.map((finding) => shownAs(analysed, finding, shown)),
		};
		if (isLinked(analysed, fix.group)) actions.push(...(await linkedFix(session, analysed, fix, action)));
		else
			actions.push({
				...action,
				isPreferred: fix.applicability === "safe",
				edit: workspaceEdit(session, analysed, fix.changes),
			});
	}
	return actions;
}

/** All files of the group in one edit; where one of them cannot follow, the entry says so and does nothing. */
async function linkedFix(session: Session, analysed: Analysed, fix: Fix, action: CodeAction): Promise<CodeAction[]> {
	const wants = (finding: Finding, round: number) => round === 0 && finding.fix?.group === fix.group;
	const { edit, others, refusal } = await planLinked(session, analysed, { applicability: fix.applicability, wants });
	if (refusal !== undefined || edit === undefined) {
		const reason = refusal ?? "It changes nothing by itself.";
		return session.client.disabledActions ? [{ ...action, disabled: { reason } }] : [];
	}
	const more = others === 0 ? "" : others === 1 ? " (and 1 other file)" : ` (and ${others} other files)`;
	const title = titleOf(fix.title + more, fix.applicability);
	return [{ ...action, title, isPreferred: fix.applicability === "safe", edit }];
}

/** Each is a choice that a person makes by picking it: there is nothing more to be warned of. */
function alternatives(
	session: Session,
	analysed: Analysed,
	finding: Finding,
	shown: readonly Diagnostic[],
): CodeAction[] {
	return finding.alternatives.map((fix) => ({
		title: fix.title,
		kind: CodeActionKind.QuickFix,
		diagnostics: [shownAs(analysed, finding, shown)],
		edit: workspaceEdit(session, analysed, fix.changes),
	}));
}

function safeFirst(a: Fix, b: Fix): number {
	return Number(b.applicability === "safe") - Number(a.applicability === "safe");
}

function titleOf(title: string, applicability: Applicability): string {
	return applicability === "safe" ? title : `${title} (suggested: look at the result)`;
}

/** The client's own diagnostic when it sent one, so that it knows which squiggle the action belongs to. */
function shownAs(analysed: Analysed, finding: Finding, shown: readonly Diagnostic[]): Diagnostic {
	const mine = diagnosticOf(analysed.document, finding);
	return shown.find((one) => isSame(one, mine)) ?? mine;
}

function isSame(a: Diagnostic, b: Diagnostic): boolean {
	const data = a.data as DiagnosticData | undefined;
	if (data !== undefined && data.version !== 1) return false;
	return a.code === b.code && JSON.stringify(a.range) === JSON.stringify(b.range);
}

/** Offered when there is more than the fix under the caret; `safe` and `suggested` are told apart as everywhere. */
async function fixAllOfRule(session: Session, analysed: Analysed, rule: string): Promise<CodeAction[]> {
	const fixes = analysed.analysis.findings.filter((finding) => finding.rule === rule).map((finding) => finding.fix);
	const actions: CodeAction[] = [];
	for (const applicability of ["safe", "suggested"] as const) {
		const counted = new Set(fixes.flatMap((fix) => (fix && takes(applicability, fix) ? [fix.group] : [])));
		const more = applicability === "safe" || fixes.some((fix) => fix?.applicability === "suggested");
		if (counted.size < 2 || !more) continue;
		const action: CodeAction = {
			title: titleOf(`Fix all ${rule} in this file`, applicability),
			kind: CodeActionKind.QuickFix,
			data: { uri: analysed.document.uri, version: analysed.version, rule, applicability } satisfies PendingFix,
		};
		actions.push(
			session.client.resolvesEdits
				? action
				: { ...action, edit: await ruleEdit(session, analysed, rule, applicability) },
		);
	}
	return actions;
}

function takes(selection: Applicability, fix: Fix): boolean {
	return selection === "suggested" || fix.applicability === "safe";
}

async function resolve(session: Session, action: CodeAction): Promise<CodeAction> {
	const pending = action.data as PendingFix | undefined;
	if (action.edit !== undefined || pending === undefined) return action;
	const analysed = await session.analyseSettled(pending.uri);
	if (analysed === undefined || analysed.version !== pending.version) {
		throw new ResponseError(LSPErrorCodes.ContentModified, "The document has changed since the fix was offered.");
	}
	return { ...action, edit: await ruleEdit(session, analysed, pending.rule, pending.applicability) };
}

async function ruleEdit(session: Session, analysed: Analysed, rule: string, applicability: Applicability) {
	const { edit } = await planLinked(session, analysed, { applicability, rules: [rule] });
	return edit ?? workspaceEdit(session, analysed, []);
}
