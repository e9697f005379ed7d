/** Heroku's and foreman's `web: command`: a shell runs each. */
import { finishOutline } from "../../outline/finish-outline";
import { newItem, newList, newOpaque } from "../../outline/nodes";
import type { Comment, Item, Outline, Range } from "../../outline/schema";
import { newRegion, type Region } from "../../regions/region";
import type { Language } from "../language";
import { plainWriter } from "../plain-writer";

export const procfile: Language = {
	id: "procfile",
	name: "Procfile",
	editorIds: ["procfile"],
	extensions: [],
	fileNames: ["Procfile", "Procfile.*"],
	reading: { kind: "reader", read },
	writer: plainWriter,
	regions: (text) => commandsIn(text).flatMap((range) => regionOf(text, range) ?? []),
};

function read(text: string): Outline {
	const comments: Comment[] = [...text.matchAll(/^[ \t]*#[^\r\n]*/gm)].map((match) => ({
		range: [match.index, match.index + match[0].length],
	}));
	const items: Item[] = commandsIn(text).map((range) => newItem(range, "statement", newOpaque(range, "command")));
	const root = newList([0, text.length], "block", items);
	return finishOutline({ language: "procfile", text, root, comments, broken: [] });
}

function commandsIn(text: string): Range[] {
	return [...text.matchAll(/^(\uFEFF?[\w-]+:[ \t]*)([^\r\n]+)/gm)].map((match) => {
		const start = match.index + (match[1]?.length ?? 0);
		return [start, start + (match[2]?.length ?? 0)];
	});
}

function regionOf(text: string, range: Range): Region | undefined {
	const builder = newRegion();
	builder.copy(text, range);
	return builder.finish({ language: "shell", isExample: false, encode: (newText) => newText });
}
