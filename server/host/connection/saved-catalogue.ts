/**
 * The catalogue that a person has fetched, kept for the editor and the command line alike: both read this one file, so both say the
 * same of the same code. Without it, or when the shipped copy is newer, the shipped copy counts.
 */
import * as fs from "node:fs";
import * as path from "node:path";
import { Catalogue } from "../../../shared/mappings/schema";
import { type CatalogueIndex, indexCatalogue, shippedCatalogue } from "../../engine/catalogue-index";

const fileName = "catalogue.json";

/**
 * @param home absolute
 * @returns `$XDG_CACHE_HOME/migrate-helicone` and what other systems have in its place
 */
export function cacheDirectory(
	platform: NodeJS.Platform,
	variables: Readonly<Record<string, string | undefined>>,
	home: string,
): string {
	const { XDG_CACHE_HOME: xdg, LOCALAPPDATA: local } = variables;
	const own = xdg && path.isAbsolute(xdg) ? xdg : undefined;
	if (own) return path.join(own, "migrate-helicone");
	if (platform === "win32") return path.join(local || path.join(home, "AppData", "Local"), "migrate-helicone", "Cache");
	return path.join(home, platform === "darwin" ? path.join("Library", "Caches") : ".cache", "migrate-helicone");
}

/** @returns the saved catalogue, or the shipped copy: for want of a file, for one that cannot be read, and for an older one */
export function catalogueIn(directory: string | undefined): CatalogueIndex {
	const saved = directory === undefined ? undefined : readSaved(path.join(directory, fileName));
	return saved && saved.date >= shippedCatalogue.catalogue.date ? indexCatalogue(saved) : shippedCatalogue;
}

function readSaved(file: string): Catalogue | undefined {
	try {
		return Catalogue.safeParse(JSON.parse(fs.readFileSync(file, "utf8"))).data;
	} catch {
		return undefined;
	}
}

/** Writes whole or not at all. @throws the file system's error */
function saveCatalogue(directory: string, catalogue: Catalogue): void {
	fs.mkdirSync(directory, { recursive: true });
	const file = path.join(directory, fileName);
	const temporary = `${file}.${process.pid}`;
	fs.writeFileSync(temporary, `${JSON.stringify(catalogue)}\n`);
	fs.renameSync(temporary, file);
}

export interface CatalogueStore {
	readonly current: CatalogueIndex;
	/** Another process may have fetched one. */
	reload(): void;
	/** Makes it the current one, here and for the command line. @throws the file system's error */
	keep(catalogue: Catalogue): void;
}

/** @param onChange called when `current` is another one than before */
export function openCatalogue(directory: string | undefined, onChange: () => void): CatalogueStore {
	let current = catalogueIn(directory);
	const take = (next: CatalogueIndex) => {
		const isSame = JSON.stringify(next.catalogue) === JSON.stringify(current.catalogue);
		if (isSame) return;
		current = next;
		onChange();
	};
	return {
		get current() {
			return current;
		},
		reload: () => take(catalogueIn(directory)),
		keep(catalogue) {
			if (directory !== undefined) saveCatalogue(directory, catalogue);
			take(indexCatalogue(catalogue));
		},
	};
}
