/** *Adopt the Responses API*: for the request under the caret, and for whole folders. Nothing is written: the client applies. */
import { setImmediate } from "node:timers/promises";
import {
	type CancellationToken,
	type CodeAction,
	CodeActionKind,
	CodeActionTriggerKind,
	LSPErrorCodes,
	ResponseError,
} from "vscode-languageserver";
import { type AdoptParams, type AdoptResult, adoptRequest } from "../../shared/migration-protocol";
import type { Range } from "../engine/model";
import { type Adoption, adoptAll, adoptions } from "../engine/refactorings/adopt-responses";
import type { ProjectFile } from "../host/project";
import { abortWith } from "./abort";
import type { Analysed } from "./analyses";
import { workspaceEdit } from "./edits";
import type { Feature } from "./feature";
import { uriOf } from "./folder-index";
import { guarded } from "./guard";
import { closedDocument, positionsOf, textEditsOf, touches } from "./positions";
import { isRelevant } from "./relevance";
import type { Session } from "./session";

const title = "Adopt the Responses API for this request";

/** Made once for a text: a caret that moves asks again and again. */
const known = new WeakMap<Analysed, readonly Adoption[]>();

/**
 * @param triggerKind a menu that opens by itself holds nothing that cannot be picked
 * @returns the innermost request at the caret: rewritten, or with the reason why not where the client shows such
 */
export function adoptActions(
	session: Session,
	analysed: Analysed,
	asked: Range,
	triggerKind: CodeActionTriggerKind | undefined,
): CodeAction[] {
	const found = known.get(analysed) ?? adoptionsIn(analysed);
	known.set(analysed, found);
	const here = found.filter(({ range }) => touches(range, asked));
	const [first] = here.sort((a, b) => a.range[1] - a.range[0] - (b.range[1] - b.range[0]));
	if (!first) return [];
	const { result } = first;
	const action = { title, kind: CodeActionKind.RefactorRewrite };
	if (result.kind === "changes") return [{ ...action, edit: workspaceEdit(session, analysed, result.changes) }];
	const isShown = session.client.disabledActions && triggerKind !== CodeActionTriggerKind.Automatic;
	return isShown ? [{ ...action, disabled: { reason: result.reason } }] : [];
}

/** A file without a mention that takes nothing from one with a mention has no client on Concentrate. */
function adoptionsIn({ analysis: { document }, options }: Analysed): readonly Adoption[] {
	const matters = options.workspace.names[document.uri] !== undefined || isRelevant(document.uri, document.text);
	return matters ? adoptions(document, options) : [];
}

/** An empty result would say that there is nothing to do. */
const failed = new ResponseError(LSPErrorCodes.RequestFailed, "The requests could not be read. The log says why.");

export const adoptResponsesFeature: Feature = {
	name: "adopt the Responses API",
	capabilities: {},
	register(session) {
		session.connection.onRequest(
			adoptRequest.method,
			guarded<AdoptParams, [], AdoptResult | ResponseError>(
				session.guard,
				"adopt the Responses API",
				failed,
				(params, token) => adoptIn(session, params, token),
			),
		);
	},
};

async function adoptIn(
	session: Session,
	{ uris }: AdoptParams,
	token: CancellationToken,
): Promise<AdoptResult | ResponseError> {
	const stop = abortWith(token);
	try {
		const files: AdoptResult["files"][number][] = [];
		for (const project of await session.projects(uris, stop.signal)) {
			for (const file of (await project.project(project.scan)).files) {
				// A cancellation that came meanwhile is read now.
				await setImmediate();
				stop.signal.throwIfAborted();
				files.push(...adoptedIn(file, project.nameOf(file.path)));
			}
		}
		return { files };
	} catch (error) {
		if (!stop.signal.aborted) throw error;
		return new ResponseError(LSPErrorCodes.RequestCancelled, "cancelled");
	}
}

function adoptedIn({ path, document, options }: ProjectFile, name: string): AdoptResult["files"] {
	const { units, adopted, refused } = adoptAll(document, options);
	if (adopted.length + refused.length === 0) return [];
	const uri = uriOf(path);
	const positions = closedDocument(uri, document.language, document.text);
	const edits = textEditsOf(positions, units);
	const left = refused.map(({ range, result }) => ({ range: positionsOf(positions, range), reason: result.reason }));
	return [{ uri, name, edits, adopted: adopted.length, left }];
}
