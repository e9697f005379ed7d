/** Where a client's key stands, and under which name. */
import type { Client } from "../facts/client";
import type { KeyPlan } from "./key-plan";

/** The argument that a missing key goes into: spelt like the address beside it (`openai_api_base` → `openai_api_key`). */
export function keySlot({ row, address }: Client): string | undefined {
	const name = address?.item?.key?.kind === "ref" ? address.item.key.name : "";
	const prefix = /^(openai|anthropic|groq)_/.exec(name)?.[0];
	return row.slots.key.find((slot) => prefix !== undefined && slot.startsWith(prefix)) ?? row.slots.key[0];
}

/** Azure's `api-key` header means nothing to Concentrate, which takes `x-api-key` (concentrate.md, Keys). */
export function withHeaderName({ key, row }: Client, plan: KeyPlan): KeyPlan {
	const name = key?.entry?.key;
	// An option of that name is no header.
	if (row.kind === "block") return plan;
	if (name?.kind !== "string" || !/^api-key$/i.test(key?.entry?.name ?? "") || plan.operations.length === 0)
		return plan;
	return { ...plan, operations: [...plan.operations, { op: "replace", range: name.content, newText: "x-api-key" }] };
}
