/** The TypeScript compiler, when a question comes up that only it can answer: 10 MB that most folders never need. */
import * as fs from "node:fs";
import { createRequire } from "node:module";
import * as path from "node:path";
import type { TypeScriptFolder } from "./typescript-modules";
import type { TypeScriptNames } from "./typescript-names";

type Create = (folder: TypeScriptFolder) => TypeScriptNames;

let loaded: Create | undefined;

/** @returns resolver of a folder; undefined when the bundle is not there */
export function typeScriptNames(folder: TypeScriptFolder): TypeScriptNames | undefined {
	loaded ??= load();
	return loaded?.(folder);
}

/** Beside the bundle that this is part of, or beside this source. */
function load(): Create | undefined {
	const file = ["ts-names.js", "typescript-names.ts"]
		.map((name) => path.join(__dirname, name))
		.find((one) => fs.existsSync(one));
	if (file === undefined) return undefined;
	const module: { createTypeScriptNames: Create } = createRequire(__filename)(file);
	return module.createTypeScriptNames;
}
