/**
 * `npm run bench [-- file…]`: CPU time of what the server does for files of about 2,000 lines with a client on Helicone in
 * the middle, medians in milliseconds. `first`: a text that was never seen. `keystroke`: a text that differs in one character
 * from the one before, analysed and read for the workspace. `broken`: the same while a bracket is open. For the whole way
 * through the protocol, measure the built server with any client that times `textDocument/diagnostic`.
 */
import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { analyze } from "../../server/engine/analyze";
import { languageOfPath } from "../../server/engine/languages";
import type { Grammars } from "../../server/engine/outline/grammars";
import { rememberOutlines } from "../../server/engine/outline/remember-outlines";
import { contribute, emptyWorkspace } from "../../server/engine/workspace";
import { testGrammars } from "../support/grammars";
import { type Sample, samples } from "./samples";

/** Enough for the compiler to have seen everything, and for a median. */
const warmUp = 30;
const runs = 41;
const uri = "file:///bench";

async function main(): Promise<void> {
	const grammars = await testGrammars();
	const files = process.argv.slice(2).flatMap((path): Sample[] => {
		const language = languageOfPath(path)?.id;
		return language ? [{ name: basename(path), language, text: readFileSync(path, "utf8") }] : [];
	});
	for (const sample of files.length > 0 ? files : samples()) {
		const lines = sample.text.split("\n").length;
		const numbers = [
			`first ${milliseconds(() => look(sample, sample.text, grammars))}`,
			`keystroke ${typing(sample, "x", grammars)}`,
			`broken ${typing(sample, "(", grammars)}`,
		];
		console.log(`${sample.name.padEnd(20)} ${lines} lines  ${numbers.join("  ")}`);
	}
}

/** Types into a name in the middle of the file and takes it back, over and over. */
function typing(sample: Sample, typed: string, grammars: Grammars): string {
	const { text } = sample;
	const at = text.indexOf("return ", text.length / 2) + "return ".length;
	const remembering = rememberOutlines(grammars, () => true);
	let isTyped = false;
	return milliseconds(() => {
		isTyped = !isTyped;
		look(sample, isTyped ? text.slice(0, at) + typed + text.slice(at) : text, remembering);
	});
}

function look({ language }: Sample, text: string, grammars: Grammars): void {
	const document = { uri, language, text };
	analyze(document, { grammars, severities: {}, workspace: emptyWorkspace });
	contribute(document, grammars);
}

/** CPU time, not wall clock: the machine may have other work. */
function milliseconds(work: () => void): string {
	const times: number[] = [];
	for (let run = -warmUp; run < runs; run++) {
		const before = process.cpuUsage();
		work();
		const { user, system } = process.cpuUsage(before);
		if (run >= 0) times.push((user + system) / 1000);
	}
	times.sort((a, b) => a - b);
	return (times[runs >> 1] ?? 0).toFixed(1);
}

void main();
