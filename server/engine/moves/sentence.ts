/** Reasons come from many places: each is shown as a sentence. */

export function sentence(text: string): string {
	const start = text.charAt(0).toUpperCase() + text.slice(1);
	return /[.!?]$/.test(start) ? start : `${start}.`;
}
