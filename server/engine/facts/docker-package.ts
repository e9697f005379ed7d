/** Packages and images of Helicone's in a Dockerfile, whose instructions are text: `FROM helicone/…`, `RUN pip install helicone-async`. */
import { heliconePackage } from "../../../shared/mappings";
import type { Package } from "../../../shared/mappings/schema";
import type { Item, Outline, Range } from "../outline/schema";

export interface DockerPackage {
	readonly row: Package;
	readonly name: string;
	readonly range: Range;
	/** The whole instruction, where it installs nothing else. */
	readonly item: Item | undefined;
	/** The word with the space before it, where other packages stay. */
	readonly word: Range | undefined;
}

/** In document order. */
export function dockerPackages(outline: Outline): DockerPackage[] {
	if (outline.language !== "dockerfile") return [];
	return outline.root.items.flatMap((item) => {
		const type = item.value?.kind === "opaque" ? item.value.type : "";
		if (type === "from") return image(outline, item);
		return type === "run" ? installs(outline, item) : [];
	});
}

function image(outline: Outline, item: Item): DockerPackage[] {
	const match = /^FROM\s+(?:--\S+\s+)*(?:docker\.io\/)?(helicone\/[\w.-]+)/i.exec(outline.text.slice(...item.range));
	const name = match?.[1];
	const row = name === undefined ? undefined : heliconePackage(name.toLowerCase(), "docker");
	if (!match || name === undefined || !row) return [];
	const end = item.range[0] + match[0].length;
	return [{ row, name, range: [end - name.length, end], item: undefined, word: undefined }];
}

const command =
	/(?:^|[\s;&|])(?:(pip3?|uv|poetry|pipenv|pdm)|(npm|pnpm|yarn|bun)|(gem))\s[^;&|]*?\b(?:install|add|i)\s([^;&|]*)/g;

function installs(outline: Outline, item: Item): DockerPackage[] {
	const text = outline.text.slice(...item.range);
	return [...text.matchAll(command)].flatMap((match) => {
		const ecosystem = match[1] ? "pypi" : match[2] ? "npm" : "gem";
		const words = match[4] ?? "";
		const start = item.range[0] + match.index + match[0].length - words.length;
		const wanted = [...words.matchAll(/\s*("[^"]*"|'[^']*'|[^\s\\]+)/g)].filter(
			({ 1: word }) => word && !/^["']?-/.test(word),
		);
		const isAll =
			/^RUN\s+[\w\s.-]+$/i.test(text.slice(0, match.index + match[0].length - words.length)) && !/[;&|]/.test(text);
		return wanted.flatMap((found): DockerPackage[] => {
			const word = found[1] ?? "";
			const name = /^["']?(@?[\w./-]+?)(?=$|["'[@<>=!~])/.exec(word)?.[1];
			const row = name === undefined ? undefined : heliconePackage(name, ecosystem);
			if (!row || name === undefined) return [];
			const end = start + found.index + found[0].length;
			const at = end - word.length + word.indexOf(name);
			const isOnly = wanted.length === 1;
			return [
				{
					row,
					name,
					range: [at, at + name.length],
					item: isOnly && isAll ? item : undefined,
					word: isOnly ? undefined : [start + found.index, end],
				},
			];
		});
	});
}
