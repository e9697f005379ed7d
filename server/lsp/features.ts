/** The list of features. To add one, write its file and name it here. */
import { codeActionFeature } from "./code-actions";
import { documentDiagnosticsFeature } from "./document-diagnostics";
import type { Feature } from "./feature";
import { fixAllFeature } from "./fix-all";
import { hoverFeature } from "./hover";
import { workspaceDiagnosticsFeature } from "./workspace-diagnostics";

export const features: readonly Feature[] = [
	documentDiagnosticsFeature,
	workspaceDiagnosticsFeature,
	hoverFeature,
	codeActionFeature,
	fixAllFeature,
];
