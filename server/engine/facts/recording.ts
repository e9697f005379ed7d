/** What a test library recorded of real requests (VCR, vcrpy, Polly, nock, HAR): data, not settings, and never changed. */
import type { Outline } from "../outline/schema";

/** Each shape by what must be said in it. */
const shapes: Readonly<Record<string, readonly (readonly RegExp[])[]>> = {
	yaml: [[/^\uFEFF?(http_)?interactions:/m, /^[ -]*request:/m, /^[ -]*response:/m]],
	json: [
		[/"(http_)?interactions"\s*:/, /"request"\s*:/, /"response"\s*:/],
		[/"log"\s*:\s*\{/, /"entries"\s*:/, /"request"\s*:/, /"response"\s*:/],
		[/^\s*\[/, /"scope"\s*:\s*"https?:/, /"method"\s*:/, /"status"\s*:\s*\d/, /"response"\s*:/],
	],
};

export function isRecording({ language, text }: Outline): boolean {
	return (shapes[language] ?? []).some((marks) => marks.every((mark) => mark.test(text)));
}
