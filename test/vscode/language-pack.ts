/**
 * A language pack without a single translation: it makes VS Code say that its language is another one, so that extensions
 * speak it. The real packs come from a marketplace, which tests do not ask.
 */
import { writeFile } from "node:fs/promises";
import path from "node:path";
import type { Profile } from "./profile";

/** Lays the pack where VS Code keeps what its installed packs hold. @param language as VS Code knows it: `de` */
export async function layLanguagePack({ home, userData }: Profile, language: string): Promise<void> {
	const texts = path.join(home, `language-pack-${language}.json`);
	await writeFile(texts, JSON.stringify({ version: "1.0.0", contents: {} }));
	const extensions = [{ extensionIdentifier: { id: `test.language-pack-${language}` }, version: "1.0.0" }];
	const pack = { hash: language, extensions, translations: { vscode: texts }, label: language };
	await writeFile(path.join(userData, "languagepacks.json"), JSON.stringify({ [language]: pack }));
}
