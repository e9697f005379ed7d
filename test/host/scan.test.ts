import assert from "node:assert/strict";
import path from "node:path";
import esbuild from "esbuild";
import { folderSettings } from "../../server/host/config";
import { type Scan, scan } from "../../server/host/scan";
import { defaultSettings } from "../../shared/settings";
import { addFiles, folderWith, removeFolders } from "../support/folder";

function scanned(folder: string, worker?: string, overlay: ReadonlyMap<string, string> = new Map()): Promise<Scan> {
	return scan({ roots: [folder], base: folderSettings(defaultSettings, folder), overlay, signal: undefined, worker });
}

/** Scan of a folder as plain data, names relative. */
function plain(folder: string, { files, skipped, others }: Scan) {
	const name = (file: { readonly path: string }) => path.relative(folder, file.path);
	return {
		files: files.map((file) => [name(file), file.text, file.mention]),
		skipped: skipped.map((file) => [name(file), file.reason]),
		others: others.map(name).sort(),
	};
}

describe("scan", () => {
	afterEach(removeFolders);

	it("reads environment files as soon as anything is mentioned", async () => {
		const folder = folderWith({ "a.py": "x", ".env": "OPENAI_API_KEY=1\n" });
		assert.deepEqual(plain(folder, await scanned(folder)).files, []);
		addFiles(folder, { "b.py": "helicone" });
		assert.deepEqual(plain(folder, await scanned(folder)).files, [
			[".env", "OPENAI_API_KEY=1\n", false],
			["b.py", "helicone", true],
		]);
	});

	it("takes unsaved text for what is on disk", async () => {
		const folder = folderWith({ "a.py": "helicone", "b.py": "x" });
		const overlay = new Map([
			[path.join(folder, "a.py"), "y"],
			[path.join(folder, "b.py"), "Helicone now"],
		]);
		const { files, others } = plain(folder, await scanned(folder, undefined, overlay));
		assert.deepEqual([files, others], [[["b.py", "Helicone now", true]], ["a.py"]]);
	});

	it("stops when it is told to", async () => {
		const folder = folderWith(Object.fromEntries(Array.from({ length: 3000 }, (_, n) => [`f${n}`, "x".repeat(9000)])));
		const base = folderSettings(defaultSettings, folder);
		const signal = AbortSignal.abort(new Error("enough"));
		await assert.rejects(scan({ roots: [folder], base, overlay: new Map(), signal }), /enough/);
	});

	it("two threads find what one finds, and one does it alone when the other dies", async function () {
		this.timeout(30_000);
		const many = Array.from({ length: 2500 }, (_, n): [string, string] => {
			return [`d${n % 50}/f${n}.py`, n % 7 === 0 ? `helicone ${n}` : n % 11 === 0 ? "helicone\0" : "nothing"];
		});
		const folder = folderWith(Object.fromEntries(many));
		const outputs = folderWith({ "dies.js": "throw new Error('no');", "exits.js": "process.exit(1)" });
		const worker = path.join(outputs, "scan-worker.js");
		const entry = path.resolve(__dirname, "../../server/host/scan-worker.ts");
		await esbuild.build({ entryPoints: [entry], bundle: true, platform: "node", format: "cjs", outfile: worker });
		const alone = plain(folder, await scanned(folder));
		assert.equal(alone.files.length, 358);
		for (const helper of [worker, path.join(outputs, "dies.js"), path.join(outputs, "exits.js"), "/no/such/file.js"]) {
			assert.deepEqual(plain(folder, await scanned(folder, helper)), alone, helper);
		}
	});
});
