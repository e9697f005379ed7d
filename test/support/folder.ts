/** Temporary folders with files in them, gone after the test. */
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

const made: string[] = [];

/** @param files content by relative path with forward slashes */
export function folderWith(files: Readonly<Record<string, string | Uint8Array>>): string {
	const folder = realpathSync(mkdtempSync(path.join(tmpdir(), "migrate-helicone-test-")));
	made.push(folder);
	addFiles(folder, files);
	return folder;
}

export function addFiles(folder: string, files: Readonly<Record<string, string | Uint8Array>>): void {
	for (const [name, content] of Object.entries(files)) {
		mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
		writeFileSync(path.join(folder, name), content);
	}
}

/** To be called after each test of a file that makes folders. */
export function removeFolders(): void {
	for (const folder of made.splice(0)) rmSync(folder, { recursive: true, force: true });
}
