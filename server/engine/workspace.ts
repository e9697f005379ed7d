/** What the files of a folder say together: which variables feed clients that move, and which feed others. */
import type { Grammars } from "./outline/grammars";
import type { Document } from "./model";

export interface Workspace {
	/** Provider key variables (`OPENAI_API_KEY`) that clients on Helicone read. */
	readonly migratedKeys: ReadonlySet<string>;
	/** Provider key variables that a client still reads which does not talk to Helicone. */
	readonly directKeys: ReadonlySet<string>;
	/** Variables that some file sets to a Helicone address (`OPENAI_BASE_URL`), by name. */
	readonly heliconeAddresses: ReadonlySet<string>;
	/** Names that some file imports from another file of the folder. */
	readonly importedNames: ReadonlySet<string>;
}

/** One file's share of a Workspace. Plain data, so that it can be cached by text. */
export interface Contribution {
	readonly migratedKeys: readonly string[];
	readonly directKeys: readonly string[];
	readonly heliconeAddresses: readonly string[];
	readonly importedNames: readonly string[];
}

export const emptyWorkspace: Workspace = {
	migratedKeys: new Set(),
	directKeys: new Set(),
	heliconeAddresses: new Set(),
	importedNames: new Set(),
};

/** What one file says. A file that cannot be read says nothing. */
export function contribute(_document: Document, _grammars: Grammars): Contribution {
	return { migratedKeys: [], directKeys: [], heliconeAddresses: [], importedNames: [] };
}

export function combine(contributions: Iterable<Contribution>): Workspace {
	const all = [...contributions];
	return {
		migratedKeys: new Set(all.flatMap((one) => one.migratedKeys)),
		directKeys: new Set(all.flatMap((one) => one.directKeys)),
		heliconeAddresses: new Set(all.flatMap((one) => one.heliconeAddresses)),
		importedNames: new Set(all.flatMap((one) => one.importedNames)),
	};
}
