/** Comments that mark manual work: `TODO(migrate-helicone): helicone-response-header Helicone-Cache: what to do`. */
import { todoMark } from "../../../shared/protocol";
import type { Inspection } from "../inspect";
import type { Finding } from "../model";
import type { Range } from "../outline/schema";

export interface Todo {
	/** Of the comment. */
	readonly range: Range;
	readonly rule: string;
	/** What follows the rule: the subject, a colon, the advice. */
	readonly rest: string;
}

/** @returns the comment's text without the language's opener, on one line */
export function todoText({ rule, subject, message, advice }: Finding): string {
	const what = oneLine(advice ?? message).trim();
	return `${todoMark} ${rule} ${oneLine(subject)}: ${what}`;
}

/** How many a text holds: by its lines, so that nothing need be parsed. */
export function countTodos(text: string): number {
	return text.split(todoMark).length - 1;
}

/** In the order of the text. */
export function todosOf({ analysis, comments }: Inspection): readonly Todo[] {
	const { text } = analysis.document;
	if (!text.includes(todoMark)) return [];
	const todos = comments.flatMap((range): Todo[] => {
		const comment = text.slice(...range);
		const at = comment.indexOf(todoMark);
		const [, rule, rest] = at < 0 ? [] : (/^ (\S+) (.*)/.exec(comment.slice(at + todoMark.length)) ?? []);
		return rule !== undefined && rest !== undefined ? [{ range, rule, rest }] : [];
	});
	return todos.sort((a, b) => a.range[0] - b.range[0]);
}

/**
 * Which comment speaks of which finding: the nearest above it that names it and no other one.
 * @returns the findings' comments; a comment that is missing speaks of something that is gone
 */
export function matchTodos(todos: readonly Todo[], findings: readonly Finding[]): ReadonlyMap<Finding, Todo> {
	const matched = new Map<Finding, Todo>();
	const taken = new Set<Todo>();
	for (const finding of findings) {
		const mine = todos.findLast(
			(todo) => !taken.has(todo) && todo.range[0] <= finding.range[0] && speaksOf(todo, finding),
		);
		if (!mine) continue;
		taken.add(mine);
		matched.set(finding, mine);
	}
	return matched;
}

function speaksOf({ rule, rest }: Todo, finding: Finding): boolean {
	return rule === finding.rule && rest.startsWith(`${oneLine(finding.subject)}:`);
}

function oneLine(text: string): string {
	return text.replace(/\s+/g, " ");
}
