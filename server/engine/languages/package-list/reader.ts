/**
 * Lists of packages: one by the line (`requirements.txt`, `go.mod`, lock files), or one by the element (`.csproj`). Each is a
 * statement that is a string. What a line means is not asked here: every line that is no comment is one.
 */
import { nextLine } from "../../edits/lines";
import { finishOutline } from "../../outline/finish-outline";
import { newItem, newList, newStr } from "../../outline/nodes";
import type { Comment, Item, Outline, Range } from "../../outline/schema";
import { lineEnd } from "../line-end";

export function readPackageList(text: string): Outline {
	const comments: Comment[] = [];
	const ranges = /^\uFEFF?\s*</.test(text) ? elements(text, comments) : lines(text, comments);
	const items = ranges.map((range): Item => newItem(range, "statement", newStr(range, { raw: true })));
	const root = newList([0, text.length], "block", items);
	return finishOutline({ language: "package-list", text, root, comments, broken: [] });
}

/** `<PackageReference Include="X" Version="1" />`, or with a body. */
const element =
	/<!--[\s\S]*?-->|<(PackageReference|PackageVersion|GlobalPackageReference|package)\b(?:[^<>"']|"[^"]*"|'[^']*')*(?:\/>|>(?:(?!<\1\b)[\s\S])*?<\/\1\s*>)/g;

function elements(text: string, comments: Comment[]): Range[] {
	const found: Range[] = [];
	for (const match of text.matchAll(element)) {
		const range: Range = [match.index, match.index + match[0].length];
		if (match[1] === undefined) comments.push({ range });
		else found.push(range);
	}
	return found;
}

/** A backslash at the end takes the next line along (`--hash=…`). */
function lines(text: string, comments: Comment[]): Range[] {
	const found: Range[] = [];
	for (let at = text.startsWith("\uFEFF") ? 1 : 0; at < text.length; ) {
		let end = lineEnd(text, at);
		while (text[end - 1] === "\\" && nextLine(text, end) < text.length) end = lineEnd(text, nextLine(text, end));
		const line = text.slice(at, end);
		const start = at + line.length - line.trimStart().length;
		const comment = /(^|\s)(#|\/\/).*$/.exec(line);
		const behind = comment ? at + comment.index : end;
		if (comment) comments.push({ range: [behind + (comment[1]?.length ?? 0), end] });
		const tail = start + text.slice(start, Math.max(start, behind)).trimEnd().length;
		if (tail > start) found.push([start, tail]);
		at = nextLine(text, end);
	}
	return found;
}
