/** *Migrate Workspace*: the plan, whether it still fits, and the report. Nothing is written here: the client applies. */
import { randomUUID } from "node:crypto";
import { readFile } from "node:fs/promises";
import { setImmediate } from "node:timers/promises";
import { type CancellationToken, LSPErrorCodes, ResponseError } from "vscode-languageserver";
import {
	type CheckPlanParams,
	type CheckPlanResult,
	checkPlanRequest,
	type HalfTakenParams,
	type HalfTakenResult,
	halfTakenRequest,
	type PlanParams,
	type PlanResult,
	planProgressNotification,
	planRequest,
} from "../../shared/migration-protocol";
import { finishChanges } from "../engine/finish";
import type { Finding } from "../engine/model";
import { putTodos } from "../engine/todos/put-todos";
import type { FixRoundsOptions } from "../host/fix-rounds";
import { gitState } from "../host/git-state";
import { halfTaken } from "../host/half-taken";
import { analyseAll } from "../host/migration-record";
import { withTexts } from "../host/scan";
import { type LabelledPlan, stagedPlan, wholePlan } from "../host/staged-plan";
import { tickedFixes } from "../host/ticked-fixes";
import { timeSlices } from "../host/time-slices";
import { abortWith } from "./abort";
import type { Feature } from "./feature";
import { uriOf } from "./folder-index";
import { guarded } from "./guard";
import { registerReport } from "./migration-report";
import { closedDocument, positionsOf, textEditsOf } from "./positions";
import type { OpenedProject } from "./projects";
import type { Session } from "./session";
import { pathOf } from "./settings";

/** A project with what is to be done to it. */
export interface PlannedProject {
	readonly project: OpenedProject;
	readonly plan: LabelledPlan;
}

/** Plans by id, the last few: a person may preview one and run another. */
export type Plans = Map<string, readonly PlannedProject[]>;

const mostPlans = 3;
const lastSteps = { mark: putTodos, finish: finishChanges };

const empty: PlanResult = {
	id: "",
	files: [],
	found: 0,
	settled: 0,
	suggested: 0,
	left: 0,
	postponed: [],
	dropped: 0,
	git: { dirty: [], outside: [] },
};

export const migrationFeature: Feature = {
	name: "migration",
	capabilities: {},
	register(session) {
		const plans: Plans = new Map();
		session.connection.onRequest(
			planRequest.method,
			guarded<PlanParams, [], PlanResult | ResponseError>(session.guard, "plan", failed, (params, token) =>
				makePlan(session, plans, params, token),
			),
		);
		session.connection.onRequest(
			checkPlanRequest.method,
			guarded<CheckPlanParams, [], CheckPlanResult>(session.guard, "check plan", { changed: null }, ({ id }) =>
				checkPlan(session, plans.get(id)),
			),
		);
		session.connection.onRequest(
			halfTakenRequest.method,
			guarded<HalfTakenParams, [], HalfTakenResult>(session.guard, "half taken", { files: [] }, ({ id }) =>
				findHalfTaken(session, plans.get(id) ?? []),
			),
		);
		registerReport(session, plans);
	},
};

/** An empty plan would say that there is nothing to do. */
const failed = new ResponseError(LSPErrorCodes.RequestFailed, "The plan could not be made. The log says why.");

async function makePlan(
	session: Session,
	plans: Plans,
	params: PlanParams,
	token: CancellationToken,
): Promise<PlanResult | ResponseError> {
	const stop = abortWith(token);
	try {
		const projects = await session.projects(params.uris, stop.signal);
		const planned: PlannedProject[] = [];
		const options = {
			...ticks(params),
			lastly: params.lastly && lastSteps[params.lastly],
			breathe: breather(session, stop.signal),
		} satisfies FixRoundsOptions;
		for (const project of projects) {
			// A cancellation that came meanwhile is read now.
			await setImmediate();
			stop.signal.throwIfAborted();
			const { applicability, rules } = params;
			const selection = { applicability, ...(rules ? { rules } : {}) };
			const isStaged = params.isPreview && applicability === "suggested" && params.ticked === undefined;
			const plan = await (isStaged ? stagedPlan : wholePlan)(project, selection, options);
			planned.push({ project, plan });
		}
		const id = randomUUID();
		const result = await resultOf(session, planned, params, timeSlices(stop.signal));
		stop.signal.throwIfAborted();
		remember(plans, id, planned);
		return { ...result, id };
	} catch (error) {
		if (!stop.signal.aborted) throw error;
		return new ResponseError(LSPErrorCodes.RequestCancelled, "cancelled");
	}
}

function ticks({ ticked }: PlanParams): Pick<FixRoundsOptions, "wants"> {
	if (ticked === undefined) return {};
	const groups = Object.entries(ticked).flatMap(([uri, ids]): [string, ReadonlySet<string>][] => {
		const file = pathOf(uri);
		return file === undefined ? [] : [[file, new Set(ids)]];
	});
	return { wants: tickedFixes(new Map(groups)) };
}

function breather({ connection }: Session, signal: AbortSignal): NonNullable<FixRoundsOptions["breathe"]> {
	const pause = timeSlices(signal);
	return async (done, total) => {
		if (await pause()) void connection.sendNotification(planProgressNotification.method, { done, total });
	};
}

function remember(plans: Plans, id: string, planned: readonly PlannedProject[]): void {
	plans.set(id, planned);
	for (const old of [...plans.keys()].slice(0, -mostPlans)) plans.delete(old);
}

async function resultOf(
	session: Session,
	planned: readonly PlannedProject[],
	{ asksGit }: PlanParams,
	pause: () => Promise<unknown>,
): Promise<PlanResult> {
	let result = empty;
	for (const { project, plan } of planned) {
		const { fixed } = plan;
		const before = (await analyseAll(await project.project(project.scan), pause)).flatMap(({ findings }) => findings);
		const after = await analyseAll(await project.project(withTexts(project.scan, fixed.texts)), pause);
		const settled = fixed.applied.flatMap(({ findings }) => findings);
		for (const { findings, reasons } of fixed.dropped) logDropped(session, findings, reasons);
		const git = asksGit ? await gitState(plan.files.map((file) => file.path)) : { dirty: [], outside: [] };
		result = {
			id: "",
			files: [...result.files, ...filesOf(plan)],
			found: result.found + before.length,
			settled: result.settled + settled.length,
			suggested: result.suggested + settled.filter(({ fix }) => fix?.applicability === "suggested").length,
			left: result.left + after.reduce((sum, { findings }) => sum + findings.length, 0),
			postponed: [...result.postponed, ...plan.postponed.map(project.nameOf)],
			dropped: result.dropped + fixed.dropped.reduce((sum, { findings }) => sum + findings.length, 0),
			git: {
				dirty: [...result.git.dirty, ...git.dirty.map(project.nameOf)],
				outside: [...result.git.outside, ...git.outside.map(project.nameOf)],
			},
		};
	}
	return result;
}

function logDropped({ log }: Session, findings: readonly Finding[], reasons: readonly string[]): void {
	for (const [index, { rule }] of findings.entries()) log.info(`${rule}: a fix was taken back: ${reasons[index]}`);
}

function filesOf({ files }: LabelledPlan): PlanResult["files"] {
	const sizes = new Map<string, number>();
	for (const { group } of files.flatMap(({ changes }) => changes))
		if (group !== undefined) sizes.set(group, (sizes.get(group) ?? 0) + 1);
	return files.map(({ path, document, changes }) => {
		const uri = uriOf(path);
		const positions = closedDocument(uri, document.language, document.text);
		return {
			uri,
			edits: changes.map(({ range, newText, rule, title, applicability, group }) => ({
				range: positionsOf(positions, range),
				newText,
				rule,
				title,
				applicability,
				companions: group === undefined ? 0 : (sizes.get(group) ?? 1) - 1,
			})),
		};
	});
}

/** The files of the plan, read again: what another program wrote counts as much as what was typed. */
async function checkPlan(session: Session, planned: readonly PlannedProject[] | undefined): Promise<CheckPlanResult> {
	if (!planned) return { changed: null };
	const changed: string[] = [];
	for (const { project, plan } of planned) {
		for (const { path, document } of plan.files) {
			if ((await textNow(session, path)) !== document.text) changed.push(project.nameOf(path));
		}
	}
	return { changed };
}

async function findHalfTaken(session: Session, planned: readonly PlannedProject[]): Promise<HalfTakenResult> {
	const files: HalfTakenResult["files"][number][] = [];
	for (const { project, plan } of planned) {
		const now = new Map<string, string | undefined>();
		for (const { path } of plan.files) now.set(path, await textNow(session, path));
		for (const { file, text, complete, takeBack } of halfTaken(plan.files, now)) {
			const uri = uriOf(file.path);
			const positions = closedDocument(uri, file.document.language, text);
			files.push({
				uri,
				name: project.nameOf(file.path),
				complete: textEditsOf(positions, complete),
				takeBack: textEditsOf(positions, takeBack),
			});
		}
	}
	return { files };
}

/** As the editor holds it, else as the disk does; undefined for a file that is gone. */
async function textNow({ documents }: Session, path: string): Promise<string | undefined> {
	const open = documents.get(uriOf(path));
	if (open) return open.getText();
	try {
		return (await readFile(path, "utf8")).replace(/^\uFEFF/, "");
	} catch {
		return undefined;
	}
}
