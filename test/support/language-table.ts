/** The README's table of languages, made from the fixtures: what a case finds and fixes is what the product finds and fixes. */
import { join } from "node:path";
import { analyze } from "../../server/engine/analyze";
import { languages } from "../../server/engine/languages";
import type { Grammars } from "../../server/engine/outline/grammars";
import { type Case, readFixtures } from "./fixture";
import { contextOf } from "./fixture-checks";

const folder = join(__dirname, "..");

/** What people look for, with the rules that find it. */
const columns: Readonly<Record<string, readonly string[]>> = {
	"base URL": ["helicone-base-url"],
	header: ["helicone-request-header"],
	"header read": ["helicone-response-header"],
	key: ["helicone-api-key"],
	environment: ["helicone-env-var"],
	model: ["helicone-model-slug"],
	package: ["helicone-package"],
	"logger, callback, prompt": ["helicone-logging", "helicone-callback", "helicone-prompt"],
};

type Best = "safe" | "suggested" | "found";
const better: readonly Best[] = ["found", "suggested", "safe"];

/** Lines of a Markdown table, without a line break at the end. A cell holds the best that a fixture of the language shows. */
export function languageTable(grammars: Grammars): string {
	const cases = (["rules", "languages"] as const).flatMap((kind) =>
		readFixtures(join(folder, kind), kind).flatMap((file) => file.cases),
	);
	const names = Object.keys(columns);
	const rows = languages.map(({ id, name }) => {
		const own = cases.filter((one) => one.language === id);
		const best = bestOf(own, grammars);
		const cells = Object.values(columns).map((rules) => strongest(rules.map((rule) => best.get(rule))) ?? "");
		return `| ${name} | ${own.length} | ${cells.join(" | ")} |`;
	});
	return [`| language | cases | ${names.join(" | ")} |`, `|---${"|---".repeat(names.length + 1)}|`, ...rows].join("\n");
}

function bestOf(cases: readonly Case[], grammars: Grammars): ReadonlyMap<string, Best> {
	const best = new Map<string, Best>();
	for (const one of cases) {
		const { document, options } = contextOf(one, grammars);
		for (const { rule, fix } of analyze(document, options).findings) {
			const now = strongest([best.get(rule), fix?.applicability ?? "found"]);
			if (now) best.set(rule, now);
		}
	}
	return best;
}

function strongest(all: readonly (Best | undefined)[]): Best | undefined {
	return better.findLast((one) => all.includes(one));
}
