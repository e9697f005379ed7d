import assert from "node:assert/strict";
import path from "node:path";
import { createTypeScriptNames } from "../../server/host/typescript-names";
import { folderWith, removeFolders } from "../support/folder";

/** What stands between a name and its declaration: each file hands on what `hosts.ts` and `keys.js` declare. */
const files = {
	"tsconfig.json": '{ "compilerOptions": { "paths": { "@/*": ["./src/*"] } } }',
	"src/hosts.ts":
		'export const PROXY = "https://oai.helicone.ai/v1";\nconst hosts = { PROXY };\nexport default hosts;\n',
	"src/renamed.ts": 'export { PROXY as BASE } from "./hosts";\n',
	"src/stars.ts": 'export * from "./more-stars";\nexport * from "./cycle";\n',
	"src/more-stars.ts": 'export * from "@/renamed";\n',
	"src/cycle.ts": 'export * from "./stars";\nexport const own = 1;\n',
	"src/imported.ts":
		'import all, { PROXY as P } from "./hosts";\nimport * as ns from "./hosts";\nexport { P, ns };\nexport default all;\n',
	"src/spaces.ts": 'export * as hosts from "./hosts";\nexport { default } from "./imported";\n',
	"src/several.ts": 'const a = { x: 1 };\nexport const { x: taken } = a, BASE = "b";\n',
	"src/commented.ts": '/*\nexport const PROXY = 1;\n*/\nexport { PROXY } from "./hosts";\n',
	"src/away.ts": 'export { OpenAI } from "openai";\nexport { gone } from "./gone";\n',
	"src/equals.ts": 'import hosts = require("./hosts");\nexport import inner = hosts;\n',
	"keys.js": "exports.KEY = process.env.OPENAI_API_KEY;\n",
	"lib.js": 'const { KEY } = require("./keys");\nmodule.exports = { KEY, own: 1 };\n',
	"whole.js": 'module.exports = require("./keys");\n',
	"part.js": 'exports.SECRET = require("./keys").KEY;\n',
};

/** `module name` → `file name`, the same with `local` for the names of a whole module. */
const answers: readonly (readonly [module: string, name: string, ...expected: string[]])[] = [
	["./src/hosts", "PROXY", "src/hosts.ts PROXY"],
	["./src/hosts", "default", "src/hosts.ts hosts"],
	["@/renamed", "BASE", "src/hosts.ts PROXY"],
	["@/stars", "BASE", "src/hosts.ts PROXY"],
	["@/stars", "own", "src/cycle.ts own"],
	["@/stars", "nothing"],
	["@/imported", "P", "src/hosts.ts PROXY"],
	["@/imported", "default", "src/hosts.ts hosts"],
	["@/imported", "ns", "src/hosts.ts *"],
	["@/spaces", "hosts", "src/hosts.ts *"],
	["@/spaces", "default", "src/hosts.ts hosts"],
	["@/spaces", "*", "src/spaces.ts *", "src/hosts.ts * as all.hosts", "src/hosts.ts hosts as all.default"],
	["@/several", "taken", "src/several.ts taken"],
	["@/several", "BASE", "src/several.ts BASE"],
	["@/away", "OpenAI"],
	["@/away", "gone"],
	["@/equals", "inner", "src/hosts.ts *"],
	["./keys", "KEY", "keys.js KEY"],
	["./lib", "KEY", "keys.js KEY"],
	["./lib", "own", "lib.js own"],
	["./lib", "*", "lib.js *", "keys.js KEY as all.KEY"],
	["./whole", "KEY", "keys.js KEY"],
	["./part", "SECRET", "part.js SECRET"],
	["openai", "default"],
];

describe("where a name of TypeScript is declared", () => {
	afterEach(removeFolders);

	for (const [module, name, ...expected] of answers)
		it(`${name} of ${module}: ${expected.join(", ") || "nowhere here"}`, () => {
			const root = folderWith({ ...files });
			const names = createTypeScriptNames({ overlay: new Map(), packages: new Map() });
			const found = names.targets(path.join(root, "a.ts"), { module, name, local: "all" });
			const said = found.map((one) => {
				const file = path.relative(root, one.path).replaceAll(path.sep, "/");
				return `${file} ${one.name}${one.local === undefined ? "" : ` as ${one.local}`}`;
			});
			assert.deepEqual(said, expected);
		});

	it("reads what is not saved yet", () => {
		const root = folderWith({ ...files });
		const overlay = new Map([[path.join(root, "src/renamed.ts"), 'export { default as BASE } from "./hosts";\n']]);
		const names = createTypeScriptNames({ overlay, packages: new Map() });
		const [found] = names.targets(path.join(root, "a.ts"), { module: "@/stars", name: "BASE", local: "b" });
		assert.equal(found?.name, "hosts");
	});
});
