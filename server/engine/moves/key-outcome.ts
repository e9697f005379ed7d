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

const oldKey = "a literal key of Helicone's";

/** A key that is written out where no read can take its place. With one of Helicone's the address waits for a person too. */
export function stuck(range: Range, isHelicones: boolean): KeyPlan {
	const subject = isHelicones ? oldKey : "a literal key";
	return unsure(range, subject, "Put a key of Concentrate's here, from the environment.");
}

export function isStuck({ subject }: KeyPlan): boolean {
	return subject === oldKey;
}
