/** Takes comments away whose work is done. */
import { nextLine } from "../edits/lines";
import type { Inspection } from "../inspect";
import type { Change } from "../model";
import { matchTodos, todosOf } from "./todo-comment";

/** @returns deletions of whole lines; a comment that shares its line with code stays */
export function sweepTodos(inspection: Inspection): readonly Change[] {
	const todos = todosOf(inspection);
	if (todos.length === 0) return [];
	const { document, findings } = inspection.analysis;
	const needed = new Set(matchTodos(todos, findings).values());
	return todos
		.filter((todo) => !needed.has(todo))
		.flatMap(({ range }): Change[] => {
			const start = document.text.lastIndexOf("\n", range[0] - 1) + 1;
			const end = nextLine(document.text, range[0]);
			const isAlone = document.text.slice(start, range[0]).trim() === "" && range[1] <= end;
			return isAlone ? [{ range: [start, end], newText: "" }] : [];
		});
}
