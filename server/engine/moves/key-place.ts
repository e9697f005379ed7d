/** Where a client's key stands, and under which name. */
import type { Client } from "../facts/client";
import type { Outline, Range } from "../outline/schema";
import type { KeyPlan } from "./key-plan";

/** The argument that a missing key goes into: spelt like the address beside it (`openai_api_base` → `openai_api_key`). */
export function keySlot({ row, address }: Client): string | undefined {
	const name = address?.item?.key?.kind === "ref" ? address.item.key.name : "";
	const prefix = /^(openai|anthropic|groq)_/.exec(name)?.[0];
	return row.slots.key.find((slot) => prefix !== undefined && slot.startsWith(prefix)) ?? row.slots.key[0];
}

/** Azure's `api-key` header means nothing to Concentrate, which takes `x-api-key` (concentrate.md, Keys). */
export function withHeaderName(outline: Outline, { key, row }: Client, plan: KeyPlan): KeyPlan {
	const name = key?.entry?.key;
	// An option of that name is no header.
	if (row.kind === "block") return plan;
	const word = name === undefined && key ? wordName(outline, key.value.range) : undefined;
	if (word && plan.operations.length > 0)
		return { ...plan, operations: [...plan.operations, { op: "replace", range: word, newText: "x-api-key" }] };
	if (name?.kind !== "string" || !/^api-key$/i.test(key?.entry?.name ?? "") || plan.operations.length === 0)
		return plan;
	return { ...plan, operations: [...plan.operations, { op: "replace", range: name.content, newText: "x-api-key" }] };
}

/** The name in a command's `-H "api-key: $KEY"`. */
function wordName(outline: Outline, [start, end]: Range): Range | undefined {
	const head = /^(["'$]*\s*)(api-key)\s*:/i.exec(outline.text.slice(start, end));
	const at = start + (head?.[1]?.length ?? 0);
	return head?.[2] ? [at, at + head[2].length] : undefined;
}
