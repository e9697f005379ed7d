/** The verification script of a project: for the models that the program asks for once it is migrated. */
import { analyze } from "../engine/analyze";
import type { CatalogueIndex } from "../engine/catalogue-index";
import {
	mainLanguage,
	type ScriptLanguage,
	scriptModels,
	type UsingFile,
	verificationScript,
} from "../engine/verification-script/verification-script";
import { fixAll, type Planned } from "./fix-rounds";
import { namingFile } from "./naming-file";
import { withTexts } from "./scan";

export interface ModelScript {
	readonly language: ScriptLanguage;
	readonly text: string;
	/** How many models it asks for. */
	readonly models: number;
}

/**
 * Nothing is written and nothing is sent.
 * @param language the project's own without
 * @returns undefined when the code names no model
 */
export async function modelScript(
	projects: readonly Planned[],
	catalogue: CatalogueIndex,
	language?: ScriptLanguage,
): Promise<ModelScript | undefined> {
	const files: UsingFile[] = [];
	for (const project of projects) files.push(...(await filesOnceMigrated(project)));
	const models = scriptModels(files, catalogue);
	if (models.length === 0) return undefined;
	const chosen = language ?? mainLanguage(files);
	return { language: chosen, text: verificationScript(chosen, models), models: models.length };
}

/** A model in Helicone's spelling is none that Concentrate could be asked for: what its fix makes of it counts. */
async function filesOnceMigrated(project: Planned): Promise<readonly UsingFile[]> {
	const { texts } = await fixAll(project, { applicability: "suggested" });
	const { files } = await project.project(withTexts(project.scan, texts));
	return files.map(({ path, document, options }) => ({
		language: document.language,
		slugs: namingFile(path, () => analyze(document, options)).models.map(({ slug }) => slug),
	}));
}
