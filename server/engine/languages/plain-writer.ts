/** For files that hold only regions: nothing of their own is ever written. */
import type { Writer } from "./language";

export const plainWriter: Writer = {
	lineComment: "",
	string: (value) => value,
	environment: () => "",
	entry: (key, value) => `${key}: ${value}`,
	map: (entries) => entries.join("\n"),
	seq: (values) => values.join("\n"),
	true: "true",
	environmentImport: () => undefined,
};
