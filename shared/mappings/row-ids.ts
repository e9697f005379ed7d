/** From `table/id`, the name by which hovers, fixtures and docs anchors speak of a row, to the row. */
import {
	chatArguments,
	chatResults,
	clients,
	dashboards,
	environment,
	hosts,
	interfaces,
	packages,
	requestHeaders,
	responseHeaders,
	slugs,
	troubleshooting,
} from "./tables";

export const tables = {
	"chat-arguments": chatArguments,
	"chat-results": chatResults,
	clients,
	dashboards,
	environment,
	hosts,
	interfaces,
	packages,
	"request-headers": requestHeaders,
	"response-headers": responseHeaders,
	slugs,
	troubleshooting,
} as const;

export type TableName = keyof typeof tables;
export type MappingRow = (typeof tables)[TableName][number];

const rows = new Map<string, MappingRow>(
	Object.entries(tables).flatMap(([table, list]) =>
		list.map((row): [string, MappingRow] => [`${table}/${row.id}`, row]),
	),
);

/** `id` such as `request-headers/helicone-auth`. Undefined when no table has it. */
export function rowById(id: string): MappingRow | undefined {
	return rows.get(id);
}
