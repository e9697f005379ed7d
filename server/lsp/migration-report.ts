/** The migration report of the editor: of a plan that was applied, or of the folders since their last commit. */
import {
	type GapsParams,
	type GapsResult,
	gapsRequest,
	type ReportParams,
	type ReportResult,
	reportRequest,
} from "../../shared/migration-protocol";
import { gapReport } from "../engine/report/gap-report";
import type { MigrationRecord } from "../engine/report/migration-record";
import { renderReport } from "../engine/report/render-report";
import { fixAll } from "../host/fix-rounds";
import { gitState } from "../host/git-state";
import { textsAt } from "../host/git-texts";
import { joinRecords, migrationRecord, recordBetween, takenBack } from "../host/migration-record";
import { uriOf } from "./folder-index";
import { guarded } from "./guard";
import type { PlannedProject, Plans } from "./migration";
import type { Session } from "./session";

export function registerReport(session: Session, plans: Plans): void {
	session.connection.onRequest(
		reportRequest.method,
		guarded<ReportParams, [], ReportResult>(session.guard, "report", { markdown: "" }, async ({ plan, asksGit }) => {
			const planned = plan === null ? undefined : plans.get(plan);
			const records = planned
				? await Promise.all(planned.map((one) => recordOfPlan(session, one, asksGit)))
				: await recordsOfFolders(session, asksGit);
			return { markdown: renderReport(joinRecords(records)) };
		}),
	);
	session.connection.onRequest(
		gapsRequest.method,
		guarded<GapsParams, [], GapsResult>(session.guard, "gaps", { uses: 0, markdown: "" }, async (params) => {
			const { before } = joinRecords(await recordsOfFolders(session, params.asksGit));
			const { date } = session.catalogue.current.catalogue;
			return gapReport(before, { version: params.version, catalogueDate: date });
		}),
	);
}

/** What a person took of a plan shows in the texts as they are now. */
async function recordOfPlan(
	session: Session,
	{ project, plan }: PlannedProject,
	asksGit: boolean,
): Promise<MigrationRecord> {
	const [now = project] = await session.projects(project.roots.map(uriOf), never());
	const record = await recordBetween(project, now, project.nameOf);
	const files = plan.files.map(({ path }) => path);
	const isOutside = asksGit && files.length > 0 && (await gitState(files)).outside.length > 0;
	const dropped = takenBack(plan.fixed.dropped, record.left, project.nameOf);
	return { ...record, dropped, wantsReversePatch: isOutside };
}

async function recordsOfFolders(session: Session, asksGit: boolean): Promise<readonly MigrationRecord[]> {
	const projects = await session.projects([], never());
	return Promise.all(
		projects.map(async (now) => {
			const old = asksGit ? await textsAt(now.directory, "HEAD") : undefined;
			const [before] = old && old.size > 0 ? await session.projects([uriOf(now.directory)], never(), old) : [];
			const done = before && (await recordBetween(before, now, now.nameOf));
			if (done && done.applied.length > 0) return done;
			const fixed = await fixAll(now, { applicability: "suggested" });
			return migrationRecord(now, fixed, { isPlanned: true, texts: fixed.texts, nameOf: now.nameOf, asksGit: false });
		}),
	);
}

function never(): AbortSignal {
	return new AbortController().signal;
}
