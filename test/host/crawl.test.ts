import assert from "node:assert/strict";
import { symlinkSync } from "node:fs";
import path from "node:path";
import { folderSettings } from "../../server/host/config";
import { type CrawlReport, crawl, isLeftOut } from "../../server/host/crawl";
import { defaultSettings, parseSettings } from "../../shared/settings";
import { addFiles, folderWith, removeFolders } from "../support/folder";

/** Relative paths of what is found, sorted. */
function found(folder: string, roots: readonly string[] = ["."], settings: unknown = {}): readonly string[] {
	const report: CrawlReport = { unreadable: [], problems: [] };
	const base = folderSettings(parseSettings(settings).settings, folder);
	const absolute = roots.map((root) => path.resolve(folder, root));
	return [...crawl(absolute, base, report)]
		.filter((file) => !isLeftOut(file))
		.map((file) => path.relative(folder, file.path).replaceAll(path.sep, "/"))
		.sort();
}

describe("crawl", () => {
	afterEach(removeFolders);

	it("leaves out what is never the program's own", () => {
		const folder = folderWith({
			"a.py": "",
			"src/b.ts": "",
			"node_modules/x/c.ts": "",
			"src/node_modules/x/c.ts": "",
			".git/config": "",
			"env/pyvenv.cfg": "",
			"env/lib/d.py": "",
			"image.PNG": "",
			".github/workflows/ci.yml": "",
		});
		assert.deepEqual(found(folder), [".github/workflows/ci.yml", "a.py", "src/b.ts"]);
	});

	it("honours nested .gitignore and .ignore files", () => {
		const folder = folderWith({
			".gitignore": "*.log\n/build/\n",
			"build/x.ts": "",
			"a.log": "",
			"src/build/y.ts": "",
			"src/.gitignore": "!keep.log\ngenerated\n",
			"src/keep.log": "",
			"src/drop.log": "",
			"src/generated/z.ts": "",
			"docs/.ignore": "secret.md\n",
			"docs/secret.md": "",
			"docs/open.md": "",
		});
		const ignoreFiles = [".gitignore", "docs/.ignore", "src/.gitignore"];
		assert.deepEqual(found(folder), [...ignoreFiles, "docs/open.md", "src/build/y.ts", "src/keep.log"].sort());
	});

	it("honours ignore files above the root, up to the top of the repository", () => {
		const folder = folderWith({
			".gitignore": "*.log\n",
			".git/info/exclude": "local.ts\n",
			"src/a.log": "",
			"src/b.ts": "",
		});
		addFiles(folder, { "src/local.ts": "" });
		assert.deepEqual(found(folder, ["src"]), ["src/b.ts"]);
	});

	it("looks at environment files that git ignores, not at those that .ignore names", () => {
		const folder = folderWith({
			".gitignore": ".env*\n",
			".env": "",
			"a/.env.local": "",
			"b/.env": "",
			"b/.ignore": ".env\n",
		});
		assert.deepEqual(found(folder), [".env", ".gitignore", "a/.env.local", "b/.ignore"]);
	});

	it("looks at whatever is named, ignored or not", () => {
		const folder = folderWith({
			".gitignore": "out\n*.log\n",
			".git/HEAD": "",
			"out/a.ts": "",
			"b.log": "",
			"node_modules/c.ts": "",
		});
		assert.deepEqual(found(folder, ["out", "b.log", "node_modules"]), ["b.log", "node_modules/c.ts", "out/a.ts"]);
	});

	it("does not follow symbolic links, and gives no file twice", () => {
		const folder = folderWith({ "a/x.ts": "", "b/y.ts": "" });
		symlinkSync(path.join(folder, "a"), path.join(folder, "b/loop"));
		symlinkSync(folder, path.join(folder, "a/up"));
		assert.deepEqual(found(folder, ["a/x.ts", "a", ".", "."]), ["a/x.ts", "b/y.ts"]);
	});

	it("leaves out what the settings exclude: names anywhere, paths from the top, whole folders", () => {
		const files = { "a.test.ts": "", "src/b.test.ts": "", "src/c.ts": "", "legacy/d.ts": "", "src/legacy/e.ts": "" };
		const folder = folderWith(files);
		assert.deepEqual(found(folder, ["."], { exclude: ["*.test.ts"] }), ["legacy/d.ts", "src/c.ts", "src/legacy/e.ts"]);
		assert.deepEqual(found(folder, ["."], { exclude: ["/legacy/", "src/*.ts"] }), ["a.test.ts", "src/legacy/e.ts"]);
		assert.deepEqual(found(folder, ["."], { exclude: ["**/legacy/**", "**/*.test.ts"] }), ["src/c.ts"]);
	});

	it("takes the nearest config file, and only that one", () => {
		const folder = folderWith({
			".migrate-helicone.json": '{ "exclude": ["*.md"] }',
			"a.md": "",
			"pkg/.migrate-helicone.json": '// own rules\n{ "exclude": ["*.ts"], }',
			"pkg/b.md": "",
			"pkg/c.ts": "",
			"d.ts": "",
		});
		const configs = [".migrate-helicone.json", "pkg/.migrate-helicone.json"];
		assert.deepEqual(found(folder), [...configs, "d.ts", "pkg/b.md"].sort());
		assert.deepEqual(found(folder, ["pkg"]), ["pkg/.migrate-helicone.json", "pkg/b.md"]);
	});

	it("says which config file is wrong, once, and goes on", () => {
		const folder = folderWith({ "p/.migrate-helicone.json": "{", "p/a.ts": "", "b.ts": "" });
		const report: CrawlReport = { unreadable: [], problems: [] };
		const files = [...crawl([folder, path.join(folder, "p")], folderSettings(defaultSettings, folder), report)];
		assert.equal(files.length, 3);
		assert.equal(report.problems.length, 1);
	});
});
