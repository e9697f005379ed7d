/** The list of features. To add one, write its file and name it here. */
import { adoptResponsesFeature } from "./adopt-responses";
import { codeActionFeature } from "./code-actions";
import { completionFeature } from "./completion";
import { connectionFeature } from "./connection";
import { documentDiagnosticsFeature } from "./document-diagnostics";
import { explainFeature } from "./explain-finding";
import type { Feature } from "./feature";
import { fixAllFeature } from "./fix-all";
import { historyFeature } from "./history";
import { hoverFeature } from "./hover";
import { migrationFeature } from "./migration";
import { verificationScriptFeature } from "./verification-script";
import { workspaceDiagnosticsFeature } from "./workspace-diagnostics";

export const features: readonly Feature[] = [
	documentDiagnosticsFeature,
	workspaceDiagnosticsFeature,
	hoverFeature,
	codeActionFeature,
	fixAllFeature,
	migrationFeature,
	explainFeature,
	connectionFeature,
	completionFeature,
	verificationScriptFeature,
	historyFeature,
	adoptResponsesFeature,
];
