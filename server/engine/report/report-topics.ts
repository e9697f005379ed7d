/** Findings by what they mean beyond the code: for the dashboard, for support. */
import { reportTopics, rowById } from "../../../shared/mappings";
import type { ReportTopic } from "../../../shared/mappings/schema";
import type { ReportItem } from "./migration-record";

export interface TopicItems {
	readonly topic: ReportTopic;
	readonly items: readonly ReportItem[];
}

/** @returns the topics that some finding belongs to, in the table's order */
export function topicsOf(items: readonly ReportItem[]): readonly TopicItems[] {
	return reportTopics.flatMap((topic) => {
		const mine = items.filter(({ row }) => row !== undefined && belongs(topic, row));
		return mine.length === 0 ? [] : [{ topic, items: mine }];
	});
}

function belongs({ rows }: ReportTopic, row: string): boolean {
	return rows.some((one) => (one.endsWith("*") ? row.startsWith(one.slice(0, -1)) : row === one));
}

export interface Gap {
	/** The row's id. */
	readonly row: string;
	/** The row's title, for people. */
	readonly title: string;
	readonly count: number;
	readonly advice: string;
}

/** @returns what was used and has no counterpart at Concentrate, most frequent first; no text of the program in it */
export function capabilityGaps(items: readonly ReportItem[]): readonly Gap[] {
	const counts = new Map<string, number>();
	for (const { row } of items) if (row !== undefined) counts.set(row, (counts.get(row) ?? 0) + 1);
	const gaps = [...counts].flatMap(([id, count]): Gap[] => {
		const row = rowById(id);
		if (row?.precision !== "none" || !/^(request-headers|response-headers|dashboards|packages)\//.test(id)) return [];
		return [{ row: id, title: "title" in row ? row.title : row.id, count, advice: row.advice }];
	});
	return gaps.sort((a, b) => b.count - a.count || (a.title < b.title ? -1 : 1));
}
