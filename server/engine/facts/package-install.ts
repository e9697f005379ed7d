/** Commands that install a package of Helicone's: `pip install helicone-async`, `npm i @helicone/helpers`. */
import { heliconePackage } from "../../../shared/mappings";
import type { Package } from "../../../shared/mappings/schema";
import { statementOf } from "../outline/questions";
import type { Call, Item, Outline, Range } from "../outline/schema";

export interface PackageInstall {
	readonly row: Package;
	readonly name: string;
	readonly range: Range;
	readonly call: Call;
	/** What goes: the word, or the command when it installs nothing else; undefined when neither can go alone. */
	readonly item: Item | undefined;
}

const managers: Readonly<Record<string, Package["ecosystem"]>> = {
	pip: "pypi",
	pip3: "pypi",
	uv: "pypi",
	poetry: "pypi",
	pipenv: "pypi",
	pdm: "pypi",
	python: "pypi",
	python3: "pypi",
	npm: "npm",
	npx: "npm",
	pnpm: "npm",
	yarn: "npm",
	bun: "npm",
	gem: "gem",
	bundle: "gem",
	go: "go",
	dotnet: "nuget",
};

const verbs = new Set(["install", "add", "i", "get", "package", "pip", "-m", "global"]);

/** In document order. */
export function packageInstalls(outline: Outline): PackageInstall[] {
	return outline.calls.flatMap((call) => {
		const ecosystem = call.args?.role === "words" ? managers[call.path] : undefined;
		return ecosystem ? installsOf(outline, call, ecosystem) : [];
	});
}

function installsOf(outline: Outline, call: Call, ecosystem: Package["ecosystem"]): PackageInstall[] {
	const words = (call.args?.items ?? []).map((item) => ({ item, text: outline.text.slice(...item.range) }));
	if (!words.some(({ text }) => /^(install|add|i|get)$/.test(text))) return [];
	const wanted = words.filter(
		({ text }) => !verbs.has(text) && !/^["']?-/.test(text) && !/^["']?pip3?["']?$/.test(text),
	);
	return wanted.flatMap(({ item, text }) => {
		const name = /^["']?(@?[\w./-]+?)(?=$|["'[@<>=!~])/.exec(text)?.[1];
		const row = name === undefined ? undefined : heliconePackage(name, ecosystem);
		if (!row || name === undefined) return [];
		const start = item.range[0] + text.indexOf(name);
		const statement = statementOf(call);
		const isOnly = wanted.length === 1;
		const goes = isOnly ? (statement?.value === call ? statement : undefined) : item;
		return [{ row, name, range: [start, start + name.length] as const, call, item: goes }];
	});
}
