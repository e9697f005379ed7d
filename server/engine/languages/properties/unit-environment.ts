/** systemd's `Environment=A=b "C=d e"`: words that each define a variable. */
import type { Range } from "../../outline/schema";
import type { ConfigEntry, ConfigMap, ConfigScalar } from "../config/node";

const words =
	/(?<=^|\s)(?:"([A-Za-z_]\w*)=([^"\r\n]*)"|'([A-Za-z_]\w*)=([^'\r\n]*)'|([A-Za-z_]\w*)=([^\s"']*))(?=\s|$)/g;

/** Undefined for a value that defines nothing. */
export function unitEnvironment(text: string, [start, end]: Range): ConfigMap | undefined {
	const entries: ConfigEntry[] = [];
	for (const match of text.slice(start, end).matchAll(words)) {
		const isQuoted = match[5] === undefined;
		const name = match[1] ?? match[3] ?? match[5] ?? "";
		const value = match[2] ?? match[4] ?? match[6] ?? "";
		const at = start + match.index + (isQuoted ? 1 : 0);
		const behind = at + name.length + 1;
		const key = bare([at, at + name.length]);
		const range: Range = [start + match.index, behind + value.length + (isQuoted ? 1 : 0)];
		entries.push({ range, key, value: bare([behind, behind + value.length]), isSpread: false });
	}
	return entries.length === 0 ? undefined : { kind: "map", range: [start, end], inner: [start, end], entries };
}

function bare(range: Range): ConfigScalar {
	return { kind: "scalar", range, content: range, open: "", close: "", form: "bare", raw: false, isText: true };
}
