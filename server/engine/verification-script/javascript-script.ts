/** The script for Node 20 and later, without a package; in TypeScript the same with its types. */
import { gateway } from "../../../shared/mappings/gateway";
import { headline, meanings, mostTokens, noKey, notes, question } from "./script-words";
import type { ScriptModel } from "./verification-script";

export function javascriptScript(models: readonly ScriptModel[]): string {
	return script(models, "Run it with Node 20 or later.", () => "");
}

export function typescriptScript(models: readonly ScriptModel[]): string {
	return script(models, "Run it with tsx (npx tsx FILE), or with Node 22.18 or later.", (type) => type);
}

/** @param typed gives a type's text where there are types, nothing where there are none */
function script(models: readonly ScriptModel[], how: string, typed: (type: string) => string): string {
	const rows = models.map(({ slug, names }) => `\t[${JSON.stringify(slug)}, ${JSON.stringify(names)}],`);
	const says = meanings.map(([status, meaning]) => `\t${status}: ${JSON.stringify(meaning)},`);
	return `/**
${[headline, "", ...notes, how].map((line) => ` * ${line}`.trimEnd()).join("\n")}
 */

// Each model with the names that its answer may bear; a date may follow.
const models${typed(": [string, string[]][]")} = [
${rows.join("\n")}
];

const meanings${typed(": Record<number, string>")} = {
${says.join("\n")}
};

async function answerOf(base${typed(": string")}, key${typed(": string")}, slug${typed(": string")}, stream${typed(": boolean")}) {
	const response = await fetch(base + "/responses", {
		method: "POST",
		headers: { authorization: "Bearer " + key, "content-type": "application/json" },
		body: JSON.stringify({ model: slug, input: ${JSON.stringify(question)}, max_output_tokens: ${mostTokens}, stream }),
		// The key goes to one address alone.
		redirect: "manual",
		signal: AbortSignal.timeout(60_000),
	});
	return { status: response.status, id: response.headers.get("x-request-id"), text: await response.text() };
}

function parsed(text${typed(": string")})${typed(": any")} {
	try {
		return JSON.parse(text) ?? {};
	} catch {
		return {};
	}
}

function modelIn(text${typed(": string")}, stream${typed(": boolean")})${typed(": unknown")} {
	if (!stream) return parsed(text).model;
	const events = text.split(/\\r?\\n/).filter((line) => line.startsWith("data:")).map((line) => parsed(line.slice(5)));
	const last = events.find((event) => event.type === "response.completed" || event.type === "response.incomplete");
	if (last === undefined) throw new Error("the stream does not end as it should");
	return last.response?.model;
}

function isExpected(model${typed(": string")}, names${typed(": string[]")}) {
	const bare = model.toLowerCase().split("/").pop() ?? "";
	return (
		names.length === 0 ||
		names.some((name) => bare === name || (bare.startsWith(name) && /^[-@:]\\d{4}/.test(bare.slice(name.length))))
	);
}

/** Gives what was seen; throws what is wrong. */
async function ask(base${typed(": string")}, key${typed(": string")}, slug${typed(": string")}, names${typed(": string[]")}, stream${typed(": boolean")}) {
	const answer = await answerOf(base, key, slug, stream).catch((error) => {
		throw new Error("no answer (" + (error?.cause?.code ?? error?.name) + ")");
	});
	if (answer.status !== 200)
		throw new Error("status " + answer.status + ", " + (meanings[answer.status] ?? "the gateway refuses"));
	const model = modelIn(answer.text, stream);
	if (typeof model !== "string" || model === "") throw new Error("the answer names no model");
	if (!isExpected(model, names)) throw new Error(model + " answered instead");
	if (!answer.id) throw new Error("the answer has no X-Request-Id");
	return model + ", " + answer.id;
}

async function main() {
	const key = (process.env.${gateway.keyVariable} ?? "").trim();
	const base = (process.env.CONCENTRATE_BASE_URL || "${gateway.base}").replace(/\\/+$/, "");
	if (!/^[A-Za-z0-9._-]+$/.test(key)) {
		console.error("${noKey}");
		return 2;
	}
	let worst = 0;
	for (const [slug, names] of models) {
		const seen${typed(": string[]")} = [];
		let word = "ok    ";
		for (const stream of [false, true]) {
			const kind = stream ? "streamed: " : "plain: ";
			try {
				seen.push(kind + (await ask(base, key, slug, names, stream)));
			} catch (error) {
				word = "failed";
				worst = 1;
				seen.push(kind + (error instanceof Error ? error.message : "it failed"));
			}
		}
		console.log(word + " " + slug + " (" + seen.join("; ") + ")");
	}
	return worst;
}

main().then((code) => {
	process.exitCode = code;
});
`;
}
