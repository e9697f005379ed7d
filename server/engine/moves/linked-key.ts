/** Where a missing key goes when the address came by a link or an option function. */
import { gateway } from "../../../shared/mappings/gateway";
import type { Operation } from "../edits/operation";
import type { Client } from "../facts/client";
import type { Writer } from "../languages/language";
import { listOf } from "../outline/questions";
import type { Outline } from "../outline/schema";

/** The key joins the link that gives the address: `.baseUrl(u).apiKey(…)`, `option.WithBaseURL(u), option.WithAPIKey(…)`. */
export function linkedKey(outline: Outline, writer: Writer, client: Client): Operation | undefined {
	const name = client.row.links?.key?.[0];
	const link = client.address?.link;
	if (name === undefined || !link || link.guarded || client.row.environment?.key === undefined) return undefined;
	const value = writer.environment(gateway.keyVariable, outline);
	const { call, carrier } = link;
	if (carrier.kind === "item") {
		const list = listOf(carrier.item);
		const own = call.path.slice(0, call.path.length - call.name.length) + name.slice(name.lastIndexOf(".") + 1);
		return list && { op: "put", list, path: [own], value, after: carrier.item };
	}
	const lead = outline.text.slice(call.receiver?.range[1] ?? call.nameRange[0], call.nameRange[0]);
	if (!/^\s*\.\s*$/.test(lead)) return undefined;
	return { op: "replace", range: [call.range[1], call.range[1]], newText: `${lead}${name}(${value})` };
}
