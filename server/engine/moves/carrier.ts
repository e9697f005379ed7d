/** How a header, once recognised, is taken out. */
import type { Operation } from "../edits/operation";
import type { Carrier } from "../outline/entries";
import { statementOf } from "../outline/questions";
import type { Range } from "../outline/schema";

/** The operation that takes a header's carrier out; undefined when it stands where nothing can be taken out. */
export function removalOf(carrier: Carrier): Operation | undefined {
	if (carrier.kind === "item") return { op: "remove", item: carrier.item };
	const { call } = carrier;
	const statement = statementOf(call);
	// Go's `w.Header().Set("A", b)`: without the call nothing would be done there.
	if (statement?.value === call && call.receiver?.kind === "call" && call.receiver.name === "Header")
		return { op: "remove", item: statement };
	if (call.receiver?.kind === "call") return { op: "remove-link", call };
	if (statement?.value === call) return { op: "remove", item: statement };
	return call.receiver ? { op: "remove-link", call } : undefined;
}

/** What disappears with the carrier. */
export function carrierRange(carrier: Carrier): Range {
	return carrier.kind === "item" ? carrier.item.range : carrier.call.range;
}
