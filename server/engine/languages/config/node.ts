/**
 * What YAML, JSON and TOML have in common: scalars, maps and sequences with exact ranges. Each reader yields these, and
 * `build.ts` makes one Outline of them, so that the rules of environment blocks and references are written once.
 */
import type { Range } from "../../outline/schema";

export interface ConfigScalar {
	readonly kind: "scalar";
	readonly range: Range;
	/** Between the quotes; of a block scalar the lines below its header. */
	readonly content: Range;
	readonly open: string;
	readonly close: string;
	readonly form: "quoted" | "bare" | "heredoc";
	/** Backslashes mean themselves. */
	readonly raw: boolean;
	/** Expressions of the language's own inside it: Terraform's `${var.x}`. */
	readonly expressions?: readonly Range[];
	/** False for numbers, `true`, `null`: no string stands there. */
	readonly isText: boolean;
}

export interface ConfigEntry {
	/** From the key to the end of the value. */
	readonly range: Range;
	readonly key: ConfigScalar;
	readonly value: ConfigNode | undefined;
	/** `<<: *common`. */
	readonly isSpread: boolean;
}

export interface ConfigMap {
	readonly kind: "map";
	readonly range: Range;
	/** Without the braces; equal to `range` where there are none. */
	readonly inner: Range;
	readonly entries: readonly ConfigEntry[];
}

export interface ConfigItem {
	/** With the dash of a block sequence. */
	readonly range: Range;
	readonly value: ConfigNode | undefined;
}

export interface ConfigSeq {
	readonly kind: "seq";
	readonly range: Range;
	readonly inner: Range;
	readonly items: readonly ConfigItem[];
}

/** An alias, a template, a date: nothing to look into. */
export interface ConfigOther {
	readonly kind: "other";
	readonly range: Range;
	readonly type: string;
}

export type ConfigNode = ConfigScalar | ConfigMap | ConfigSeq | ConfigOther;

export function scalarText(text: string, node: ConfigNode | undefined): string | undefined {
	return node?.kind === "scalar" && node.isText ? text.slice(...node.content) : undefined;
}
