/** *Create Verification Script*: its text for the folders as they are. Nothing is written, nothing is sent. */
import { type VerificationScriptResult, verificationScriptRequest } from "../../shared/migration-protocol";
import { modelScript } from "../host/model-script";
import { abortWith } from "./abort";
import type { Feature } from "./feature";
import { guarded } from "./guard";

export const verificationScriptFeature: Feature = {
	name: "verification script",
	capabilities: {},
	register(session) {
		session.connection.onRequest<VerificationScriptResult, void>(
			verificationScriptRequest.method,
			guarded<null, [], VerificationScriptResult>(
				session.guard,
				"verification script",
				{ kind: "failed" },
				async (_, token) => {
					const stop = abortWith(token);
					const script = await modelScript(await session.projects([], stop.signal), session.catalogue.current);
					return script === undefined ? { kind: "none" } : { kind: "script", ...script };
				},
			),
		);
	},
};
