/** The settings' schema as VS Code wants it: `contributes.configuration` of package.json and its texts in package.nls.json. */
import { z } from "zod";
import { displayName, section } from "./protocol";
import { Settings } from "./settings";

export interface Configuration {
	readonly title: string;
	readonly properties: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

export interface GeneratedConfiguration {
	readonly configuration: Configuration;
	/** Texts by the key that `configuration` names as `%key%`. */
	readonly strings: Readonly<Record<string, string>>;
}

type JsonSchema = Readonly<Record<string, unknown>> & {
	readonly properties?: Readonly<Record<string, JsonSchema>>;
	readonly enum?: readonly string[];
	readonly description?: string;
};

/** What each severity does in the editor. */
const severityTexts: Readonly<Record<string, string>> = {
	default: "The severity that the rule comes with.",
	off: "The rule does not run.",
	hint: "Three dots below the text, not listed in the Problems view.",
	information: "A blue squiggle.",
	warning: "A yellow squiggle.",
	error: "A red squiggle.",
};

/** Settings that hold for the window: the server's traffic has no folder. Everything else may differ per folder. */
const windowScoped = /^trace\./;

/** A key is sent there: no folder may choose it. */
const machineScoped = /^baseUrl$/;

export function generateConfiguration(): GeneratedConfiguration {
	const strings: Record<string, string> = {};
	const properties: Record<string, Record<string, unknown>> = {};
	for (const [name, schema] of leaves(z.toJSONSchema(Settings, { io: "input" }) as JsonSchema, [])) {
		properties[`${section}.${name}`] = property(name, schema, strings);
	}
	return { configuration: { title: displayName, properties }, strings };
}

/** Nested objects become dotted names: `rules.helicone-base-url`. */
function leaves(schema: JsonSchema, path: readonly string[]): [name: string, schema: JsonSchema][] {
	if (schema.properties === undefined) return [[path.join("."), schema]];
	return Object.entries(schema.properties).flatMap(([name, inner]) => leaves(inner, [...path, name]));
}

function property(name: string, schema: JsonSchema, strings: Record<string, string>): Record<string, unknown> {
	const { description, ...rest } = schema;
	const key = `configuration.${name}`;
	strings[key] = description ?? name;
	const result: Record<string, unknown> = {
		...rest,
		scope: machineScoped.test(name) ? "machine" : windowScoped.test(name) ? "window" : "resource",
		description: `%${key}%`,
	};
	if (name.startsWith("rules.")) result.enumDescriptions = severityKeys(schema, strings);
	return result;
}

function severityKeys(schema: JsonSchema, strings: Record<string, string>): string[] {
	return (schema.enum ?? []).map((severity) => {
		const key = `severity.${severity}`;
		strings[key] = severityTexts[severity] ?? severity;
		return `%${key}%`;
	});
}
