/** LiteLLM's model names: what stands before the first slash is LiteLLM's own word for who is asked, and in which protocol. */
import type { Client as ClientRow } from "../../../shared/mappings/schema";
import { namesOf } from "../outline/names";
import type { Expr, Outline, Range } from "../outline/schema";

/** LiteLLM, and what hands its models on to it. */
function isLite(row: ClientRow): boolean {
	return row.byProvider === true || row.modelPrefix !== undefined;
}

export interface LitePrefix {
	/** `helicone/` or `openai/`: the rest goes to the gateway as it is. `gemini/` and its like: LiteLLM speaks a cloud's own protocol. */
	readonly text: string;
	readonly range: Range;
}

/** Words for protocols that Concentrate does not speak, and its own providers behind them. */
export const cloudPrefixes: Readonly<Record<string, string>> = {
	"azure/": "azure",
	"bedrock/": "bedrock",
	"gemini/": "ai-studio",
	"vertex_ai/": "vertex",
	"azure_openai:": "azure",
	"bedrock:": "bedrock",
	"bedrock_converse:": "bedrock",
	"google_genai:": "ai-studio",
	"google_vertexai:": "vertex",
};

const prefix = /^(?:helicone|openai|azure|bedrock|gemini|vertex_ai)\//;
/** LangChain's `init_chat_model("openai:gpt-4o")`. */
const colonPrefix = /^(?:openai|anthropic|azure_openai|bedrock|bedrock_converse|google_genai|google_vertexai):/;

/** @returns the slug behind LiteLLM's prefix; undefined for a model that has none, or one whose protocol Concentrate speaks */
export function liteSlug(
	row: ClientRow,
	slug: string,
	[start, end]: Range,
): { slug: string; range: Range; prefix: LitePrefix } | undefined {
	const shape = row.modelPrefix?.endsWith(":") ? colonPrefix : prefix;
	const text = isLite(row) ? shape.exec(slug)?.[0] : undefined;
	if (text === undefined || end - start !== slug.length) return undefined;
	const at = start + text.length;
	return { slug: slug.slice(text.length), range: [at, end], prefix: { text, range: [start, at] } };
}

/** `model="helicone/gpt-4o"`: LiteLLM knows Helicone's address by itself. */
export function asksHelicone(outline: Outline, row: ClientRow, models: readonly Expr[]): boolean {
	return (
		isLite(row) &&
		models.some((model) => {
			const value = namesOf(outline).value(model);
			return value?.kind === "string" && outline.text.slice(...value.content).startsWith("helicone/");
		})
	);
}
