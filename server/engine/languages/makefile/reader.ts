/** Makefiles by the line: what defines a variable, what exports one, and where one stands for its value. Recipes are regions. */
import { finishOutline } from "../../outline/finish-outline";
import { newAssign, newItem, newList, newOpaque, newRef, newStr } from "../../outline/nodes";
import type { Comment, Hole, Item, Node, Outline, Range } from "../../outline/schema";
import { linesOf } from "./lines";

const definition = /^[ ]*(?:(?:export|override|private)[ \t]+)*([A-Za-z_][\w.-]*)[ \t]*(\?=|:{1,3}=|\+=|=)[ \t]*/;
const condition = /^[ ]*ifn?def[ \t]+([A-Za-z_]\w*)/;
const exported = /^[ ]*(?:un)?export((?:[ \t]+[A-Za-z_]\w*)+)[ \t]*$/;

export function readMakefile(text: string): Outline {
	const comments: Comment[] = [];
	const items: Item[] = [];
	for (const { range, isRecipe } of linesOf(text)) {
		const line = text.slice(...range);
		if (!isRecipe && /^[ ]*#/.test(line)) comments.push({ range: [range[0] + line.indexOf("#"), range[1]] });
		else if (line.trim() !== "") items.push(newItem(range, "statement", statement(text, range, isRecipe)));
	}
	const root = newList([0, text.length], "block", items);
	return finishOutline({ language: "makefile", text, root, comments, broken: [] });
}

function statement(text: string, range: Range, isRecipe: boolean): Node {
	const line = text.slice(...range);
	const defines = isRecipe ? null : definition.exec(line);
	if (defines?.[1] !== undefined) {
		const at = range[0] + defines[0].indexOf(defines[1]);
		const value: Range = [range[0] + defines[0].length, range[1]];
		const target = newRef([at, at + defines[1].length], defines[1]);
		return newAssign(range, target, newStr(value, { holes: holesIn(text, value) }));
	}
	const asked = isRecipe ? undefined : condition.exec(line)?.[1];
	if (asked !== undefined) {
		const at = range[0] + line.lastIndexOf(asked);
		return newOpaque(range, "condition", [newRef([at, at + asked.length], asked)]);
	}
	const names = isRecipe ? undefined : exported.exec(line)?.[1];
	if (names !== undefined) return newOpaque(range, "exports", exportsIn(range[1] - names.length, names));
	return newOpaque(
		range,
		"line",
		references(text, range).flatMap(({ expr }) => expr ?? []),
	);
}

/** `export A B`: handed on to whatever the recipes start. */
function exportsIn(start: number, names: string): Node[] {
	return [...names.matchAll(/\w+/g)].map(({ 0: name, index }) => {
		const range: Range = [start + index, start + index + name.length];
		return newOpaque(range, "passed", [newRef(range, name)]);
	});
}

/** `$(NAME)` and `${NAME}`, and `-e NAME` of what will be words of a command. */
function holesIn(text: string, range: Range): Hole[] {
	return [...references(text, range), ...passed(text, range)].sort((a, b) => a.range[0] - b.range[0]);
}

function passed(text: string, [start, end]: Range): Hole[] {
	return [...text.slice(start, end).matchAll(/(?<=(?:^|\s)(?:-e|--env|--build-arg)[ =])[A-Z]\w*(?=\s|$)/g)].map(
		(match) => {
			const range: Range = [start + match.index, start + match.index + match[0].length];
			return { range, expr: newRef(range, match[0]) };
		},
	);
}

/** A dollar sign that stands twice is the shell's. */
function references(text: string, [start, end]: Range): Hole[] {
	return [...text.slice(start, end).matchAll(/(?<!\$)((?:\$\$)*)\$(?:\((\w+)\)|\{(\w+)\})/g)].map((match) => {
		const name = match[2] ?? match[3] ?? "";
		const from = start + match.index + (match[1]?.length ?? 0);
		const range: Range = [from, start + match.index + match[0].length];
		return { range, expr: newRef(range, name, [from + 2, from + 2 + name.length]) };
	});
}
