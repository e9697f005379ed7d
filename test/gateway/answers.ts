/** Answers in the three wire formats, plain and streamed, as small as the SDKs' own parsers allow. */
import type { Reply, ServerSentEvent } from "./exchange";

export type Endpoint = "chat/completions" | "responses" | "messages";

export interface Answer {
	/** The model as the answer names it. */
	readonly model: string;
	readonly text: string;
	readonly stream: boolean;
}

const created = 1_790_000_000;

export function answer(endpoint: Endpoint, content: Answer): Reply {
	const { plain, events } = formats[endpoint];
	return { status: 200, body: content.stream ? { events: events(content) } : { json: plain(content) } };
}

interface Format {
	plain(content: Answer): unknown;
	events(content: Answer): readonly ServerSentEvent[];
}

const formats: Readonly<Record<Endpoint, Format>> = {
	"chat/completions": { plain: completion, events: completionChunks },
	responses: { plain: response, events: responseEvents },
	messages: { plain: message, events: messageEvents },
};

function completion({ model, text }: Answer) {
	const choice = { index: 0, message: { role: "assistant", content: text, refusal: null }, finish_reason: "stop" };
	const usage = {
		prompt_tokens: 7,
		completion_tokens: 5,
		total_tokens: 12,
		prompt_tokens_details: { cached_tokens: 0 },
	};
	return { id: "chatcmpl-1", object: "chat.completion", created, model, choices: [choice], usage };
}

function completionChunks({ model, text }: Answer): readonly ServerSentEvent[] {
	const chunk = (delta: object, finish_reason: string | null = null) => ({
		data: {
			id: "chatcmpl-1",
			object: "chat.completion.chunk",
			created,
			model,
			choices: [{ index: 0, delta, finish_reason }],
		},
	});
	return [
		chunk({ role: "assistant", content: "" }),
		...words(text).map((content) => chunk({ content })),
		chunk({}, "stop"),
		{ data: "[DONE]" },
	];
}

function response({ model, text }: Answer) {
	const part = { type: "output_text", text, annotations: [] };
	const item = { id: "msg_1", type: "message", role: "assistant", status: "completed", content: [part] };
	const usage = {
		input_tokens: 7,
		input_tokens_details: { cached_tokens: 0 },
		output_tokens: 5,
		output_tokens_details: { reasoning_tokens: 0 },
		total_tokens: 12,
	};
	return { ...emptyResponse(model), status: "completed", output: [item], usage };
}

function emptyResponse(model: string) {
	return {
		id: "resp_1",
		object: "response",
		created_at: created,
		status: "in_progress",
		model,
		output: [],
		error: null,
		incomplete_details: null,
		instructions: null,
		metadata: {},
		parallel_tool_calls: true,
		tool_choice: "auto",
		tools: [],
	};
}

function responseEvents(content: Answer): readonly ServerSentEvent[] {
	const whole = response(content);
	const [item] = whole.output;
	const place = { item_id: "msg_1", output_index: 0, content_index: 0 };
	const part = { type: "output_text", text: "", annotations: [] };
	const events: readonly { readonly type: string }[] = [
		{ type: "response.created", ...{ response: emptyResponse(content.model) } },
		{
			type: "response.output_item.added",
			...{ output_index: 0, item: { ...item, status: "in_progress", content: [] } },
		},
		{ type: "response.content_part.added", ...{ ...place, part } },
		...words(content.text).map((delta) => ({ type: "response.output_text.delta", ...place, delta, logprobs: [] })),
		{ type: "response.output_text.done", ...{ ...place, text: content.text, logprobs: [] } },
		{ type: "response.content_part.done", ...{ ...place, part: { ...part, text: content.text } } },
		{ type: "response.output_item.done", ...{ output_index: 0, item } },
		{ type: "response.completed", ...{ response: whole } },
	];
	return events.map((data, sequence_number) => ({ event: data.type, data: { ...data, sequence_number } }));
}

function message({ model, text }: Answer) {
	return { ...emptyMessage(model), content: [{ type: "text", text }], stop_reason: "end_turn" };
}

function emptyMessage(model: string) {
	return {
		id: "msg_1",
		type: "message",
		role: "assistant",
		model,
		content: [],
		stop_reason: null,
		stop_sequence: null,
		usage: { input_tokens: 7, output_tokens: 5 },
	};
}

function messageEvents({ model, text }: Answer): readonly ServerSentEvent[] {
	const events: readonly { readonly type: string }[] = [
		{ type: "message_start", ...{ message: emptyMessage(model) } },
		{ type: "content_block_start", ...{ index: 0, content_block: { type: "text", text: "" } } },
		...words(text).map((word) => ({
			type: "content_block_delta",
			index: 0,
			delta: { type: "text_delta", text: word },
		})),
		{ type: "content_block_stop", ...{ index: 0 } },
		{
			type: "message_delta",
			...{ delta: { stop_reason: "end_turn", stop_sequence: null }, usage: { output_tokens: 5 } },
		},
		{ type: "message_stop" },
	];
	return events.map((data) => ({ event: data.type, data }));
}

/** Pieces that joined give the text again, so that a stream really comes in pieces. */
function words(text: string): readonly string[] {
	return text.match(/\S+\s*/g) ?? [];
}
