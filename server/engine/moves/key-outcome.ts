/** The two answers about a key that change nothing. */
import type { Range } from "../outline/schema";
import type { KeyPlan } from "./key-plan";

/** A person must see to it; `reason` is a sentence. */
export function unsure(range: Range, subject: string, reason: string): KeyPlan {
	return {
		range,
		subject,
		operations: [],
		certainty: "unsure",
		reason,
		via: undefined,
		variable: undefined,
		writesRead: false,
	};
}

/** It is Concentrate's already. */
export function done(range: Range, subject: string): KeyPlan {
	return {
		range,
		subject,
		operations: [],
		certainty: "done",
		reason: undefined,
		via: undefined,
		variable: undefined,
		writesRead: false,
	};
}
