/** Writes a file so that, whenever the process dies, either the old or the new content stands there, whole. */
import { randomBytes } from "node:crypto";
import * as fs from "node:fs/promises";
import * as path from "node:path";

/** Left behind only by a killed process; the crawl does not look at files with this ending. */
export const temporaryEnding = ".migrate-helicone-tmp";

/** The file no longer holds what was analysed, so nothing was written. */
export class ChangedMeanwhile extends Error {
	constructor(readonly file: string) {
		super("it changed while it was being worked on; run again");
	}
}

/**
 * Replaces `before` by `after`, keeping the file's mode; a symbolic link stays, its target is written.
 * @param before the text as analysed, byte order mark included; the bytes on disk must be exactly these
 * @throws ChangedMeanwhile when they are not, or the file system's error; the file is then as it was
 */
export async function replaceFile(file: string, before: string, after: string): Promise<void> {
	const target = await fs.realpath(file);
	const { mode, uid, gid } = await fs.stat(target);
	await fs.access(target, fs.constants.W_OK);
	const temporary = path.join(
		path.dirname(target),
		`.${path.basename(target)}.${process.pid}-${randomBytes(4).toString("hex")}${temporaryEnding}`,
	);
	try {
		await writeThrough(temporary, after, mode & 0o7777, uid, gid);
		// Compared last, right before the rename: the later, the smaller the gap in which an editor could save.
		if (!(await fs.readFile(target)).equals(Buffer.from(before))) throw new ChangedMeanwhile(file);
		await fs.rename(temporary, target);
	} catch (error) {
		await fs.rm(temporary, { force: true });
		throw error;
	}
	await syncDirectory(path.dirname(target));
}

async function writeThrough(file: string, text: string, mode: number, uid: number, gid: number): Promise<void> {
	// 0600 until the content is complete: an `.env` may be private.
	const handle = await fs.open(file, "wx", 0o600);
	try {
		await handle.writeFile(text);
		const own = await handle.stat();
		// Only root can give a file away; for anybody else the new file is theirs, as with most editors.
		if (own.uid !== uid || own.gid !== gid) await handle.chown(uid, gid).catch(() => undefined);
		await handle.chmod(mode);
		await handle.sync();
	} finally {
		await handle.close();
	}
}

/** Makes the rename itself last. Windows and some network disks cannot, and need not for the content to be whole. */
async function syncDirectory(directory: string): Promise<void> {
	try {
		const handle = await fs.open(directory, "r");
		await handle.sync().finally(() => handle.close());
	} catch {
		return;
	}
}
