/** How an address is exchanged inside its string. */
import type { Operation } from "../edits/operation";
import type { Address } from "../facts/address";

/** The address alone; a Python f-string without interpolations left loses its `f`. */
export function addressEdit(address: Address, newText: string): Operation[] {
	const { str } = address;
	const holesLeft = str.holes.some((hole) => hole.range[0] < address.range[0] || hole.range[1] > address.range[1]);
	const whole = address.range[0] === str.content[0] && address.range[1] === str.content[1];
	if (whole && !holesLeft && !newText.includes("{") && str.holes.length > 0 && /^f["']/i.test(str.open)) {
		return [{ op: "replace", range: str.range, newText: str.open.slice(1) + newText + str.close }];
	}
	return [
		{ op: "replace", range: address.range, newText },
		...(address.keyBehind ? [{ op: "replace", range: address.keyBehind, newText: "" } as const] : []),
	];
}
