/** What a Dockerfile gives to a shell or writes to a file: `RUN command`, `RUN <<EOT`, `COPY <<EOT /app/.env`. */
import { nextLine } from "../../edits/lines";
import type { Outline, Range } from "../../outline/schema";
import { newRegion, type Region } from "../../regions/region";
import { lineEnd } from "../line-end";

const command =
	/^(?:ONBUILD[ \t]+)?(RUN|CMD|ENTRYPOINT|COPY|ADD|HEALTHCHECK[ \t]+(?:--\S+[ \t]+|\\[ \t]*\r?\n[ \t]*)*CMD)(?:[ \t]|\\[ \t]*\r?\n)+(?:--[\w-]+(?:=\S*)?(?:[ \t]|\\[ \t]*\r?\n)+)*/i;

/** @param languageOf the engine's language behind a program's name or a file's name */
export function commandsIn({ text, root }: Outline, languageOf: (word: string) => string | undefined): Region[] {
	return root.items.flatMap(({ range, value }) => {
		if (value?.kind !== "opaque" || value.type === "env") return [];
		const [start, end] = range;
		const match = command.exec(text.slice(start, end));
		if (!match) return [];
		const isWritten = /^(?:COPY|ADD)$/i.test(match[1] ?? "");
		const body: Range = [start + match[0].length, end];
		const heredoc = /<<(-?)(["']?)([A-Za-z_]\w*)\2/.exec(text.slice(...body));
		if (heredoc) return heredocRegion(text, body, heredoc, isWritten, languageOf) ?? [];
		// `["node", "server.js"]` is started without a shell; what only installs goes with its instruction.
		return isWritten || text[body[0]] === "[" || installsOnly(text.slice(...body))
			? []
			: (shellRegion(text, body) ?? []);
	});
}

/** The Dockerfile itself knows what becomes of a package that is installed (`facts/docker-package.ts`). */
function installsOnly(body: string): boolean {
	return (
		/\b(?:install|add|require|get)\b/.test(body) && !/\.ai\b|hconeai|HELICONE|Helicone-|_KEY\b|_TOKEN\b/.test(body)
	);
}

/** Docker takes comments between continued lines out; nothing of them is the shell's. */
function shellRegion(text: string, [start, end]: Range): [Region] | undefined {
	const builder = newRegion();
	for (let at = start; at < end; ) {
		const next = Math.min(end, nextLine(text, lineEnd(text, at)));
		if (at === start || !/^[ \t]*#/.test(text.slice(at, next))) builder.copy(text, [at, next]);
		at = next;
	}
	const region = builder.finish({ language: "shell", isExample: false, encode: (newText) => newText });
	return region && [region];
}

function heredocRegion(
	text: string,
	[start, end]: Range,
	heredoc: RegExpExecArray,
	isWritten: boolean,
	languageOf: (word: string) => string | undefined,
): [Region] | undefined {
	const [whole, dash, quote, delimiter] = heredoc;
	const from = nextLine(text, lineEnd(text, end));
	const closing = new RegExp(`^[\\t]*${delimiter}[ \\t]*\\r?$`, "m").exec(text.slice(from));
	if (!closing) return undefined;
	const behind = text.slice(start + heredoc.index + whole.length, end).trim();
	const before = text.slice(start, start + heredoc.index).trim();
	const language = isWritten
		? languageOf(behind.split("/").at(-1) ?? "")
		: runBy(before || behind, text.slice(from), languageOf);
	if (language === undefined) return undefined;
	const builder = newRegion();
	for (let at = from; at < from + closing.index; ) {
		const next = Math.min(from + closing.index, nextLine(text, lineEnd(text, at)));
		const tabs = dash ? (/^\t*/.exec(text.slice(at, next))?.[0].length ?? 0) : 0;
		builder.copy(text, [at + tabs, next]);
		at = next;
	}
	// Docker puts its own variables into what it writes, and leaves what it runs to the shell.
	const isUncertain =
		isWritten &&
		quote === "" &&
		!/^(?:dotenv|shell)$/.test(language) &&
		text.slice(from, from + closing.index).includes("$");
	const region = builder.finish({ language, isExample: false, isUncertain, encode: (newText) => newText });
	return region && [region];
}

/** `RUN python3 <<EOT`, a first line that names the interpreter, or a shell. */
function runBy(program: string, body: string, languageOf: (word: string) => string | undefined): string | undefined {
	const shebang = /^#!.*?\/(?:env[ \t]+)?([\w.]+)[^\n/]*\n/.exec(body)?.[1];
	const word = program.split(/\s/)[0]?.split("/").at(-1) || shebang || "bash";
	return languageOf(word.replace(/^python[\d.]*$/, "python"));
}
