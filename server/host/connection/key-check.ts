/** What is wrong with a key before it is sent. A key of somebody else's is nobody's business at Concentrate: it stays here. */
import { gateway } from "../../../shared/mappings/gateway";
import type { ConnectionFailure } from "../../../shared/mappings/schema";

/** @returns undefined for what may be a key of Concentrate's */
export function keyTrouble(key: string): ConnectionFailure | undefined {
	const bare = key.replace(/^[\s"'`]*(Bearer\s+)?[\s"'`]*|[\s"'`]+$/gi, "");
	if (/^[sp]k-helicone/i.test(bare)) return "key-helicone";
	if (!bare.startsWith(gateway.keyPrefix)) return "key-provider";
	// Header values are visible ASCII: what else stands in it came along by copying.
	return bare !== key || !/^[\x21-\x7e]+$/.test(bare) ? "key-stray" : undefined;
}
