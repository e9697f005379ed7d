/** Each rule's own severity, unless a setting says otherwise. */
import { rules } from "../../shared/rules";
import type { Severity } from "./model";

export const severities: Readonly<Record<string, Severity>> = Object.fromEntries(
	rules.map((rule) => [rule.id, rule.severity]),
);
