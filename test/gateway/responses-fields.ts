/** What a request of the Responses API may hold, by Concentrate's docs of it: what is left over from Chat Completions is refused. */
import { fieldsOf } from "./exchange";

const fields = new Set([
	...["input", "include", "instructions", "max_output_tokens", "metadata", "reasoning", "temperature", "text", "tools"],
	...[
		"tool_choice",
		"top_p",
		"parallel_tool_calls",
		"previous_response_id",
		"prompt_cache_key",
		"prompt_cache_retention",
	],
	...[
		"top_logprobs",
		"background",
		"context_management",
		"conversation",
		"max_tool_calls",
		"prompt",
		"safety_identifier",
	],
	...["store", "stream_options", "truncation", "user", "routing", "cache_control"],
]);
const roles = new Set(["user", "assistant", "system", "developer"]);

/** @returns why the body is refused; undefined for a good one */
export function misplaced(body: Readonly<Record<string, unknown>>): string | undefined {
	const unknown = Object.keys(body).filter((name) => !fields.has(name));
	if (unknown.length > 0) return `unknown parameter ${unknown.join(", ")}`;
	const items = Array.isArray(body.input) ? body.input.map(fieldsOf) : [];
	const tools = Array.isArray(body.tools) ? body.tools.map(fieldsOf) : [];
	const choice = fieldsOf(body.tool_choice);
	const format = fieldsOf(fieldsOf(body.text).format);
	for (const item of items) {
		const wrong = wrongMessage(item);
		if (wrong) return wrong;
	}
	for (const tool of [...tools, choice])
		if (tool.type === "function" && (typeof tool.name !== "string" || tool.function !== undefined))
			return "a function without a name of its own";
	if (format.type === "json_schema" && (typeof format.name !== "string" || format.json_schema !== undefined))
		return "a format without a name of its own";
	return undefined;
}

function wrongMessage({
	type = "message",
	role,
	content,
	...rest
}: Readonly<Record<string, unknown>>): string | undefined {
	if (type !== "message") return undefined;
	if (typeof role !== "string" || !roles.has(role)) return `no such role: ${String(role)}`;
	if (rest.name !== undefined || rest.tool_calls !== undefined) return "a message of Chat Completions";
	const parts = Array.isArray(content) ? content.map(fieldsOf) : [];
	const wrong = parts.find((part) => !/^(input|output)_/.test(String(part.type)) || typeof part.image_url === "object");
	return wrong && `no such part: ${String(wrong.type)}`;
}
