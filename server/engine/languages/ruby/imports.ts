/** `require "openai"`, `require_relative "config"`, a Gemfile's `gem "ruby-openai", "~> 7"`. */
import { newImport } from "../../outline/nodes";
import type { Call, Import } from "../../outline/schema";

const importing = new Set(["require", "require_relative", "gem"]);

/** Ruby's imports give no names: what a file defines is there for everybody. */
export function importOfRequire(call: Call, text: string): Import | undefined {
	if (!importing.has(call.path)) return undefined;
	const module = call.args?.items[0]?.value;
	if (module?.kind !== "string" || module.holes.length > 0) return undefined;
	return newImport(call.range, text.slice(...module.content), module.content, []);
}
