/** A program of a language with places where something may vary: what `generate.ts` prints thousands of programs from. */
export interface Template {
	/** What a person would call the program. */
	readonly name: string;
	/** The engine's id of the language. */
	readonly language: string;
	readonly file: string;
	readonly before: string;
	/**
	 * Lines that may stand in any order if `shuffled`. A tab is one step of indentation. In them `«ADDRESS»` is the base URL, `«KEY»` the
	 * variable of the key; a line that begins with `|` stands once for each header, with `«NAME»` and `«VALUE»`; a line that begins with
	 * `?` only where a header stands.
	 */
	readonly parts: readonly string[];
	readonly after: string;
	readonly shuffled?: true;
	/** How the value of the header that carries Helicone's key is spelled. */
	readonly auth: string;
	/** Other values: literals and expressions of the language. */
	readonly values: readonly string[];
	/** Quotes that mean the same here; the templates are written with the first. */
	readonly quotes?: readonly [string, string];
	/** What a comment behind a header's line begins with; without it none is put there. */
	readonly comment?: string;
	/** Ways to indent; `\t` where nothing is said. */
	readonly indents?: readonly string[];
	/** The address after the migration; `https://api.concentrate.ai/v1` where nothing is said. */
	readonly migrated?: string;
	/** The variable of the key before; `OPENAI_API_KEY` where nothing is said. */
	readonly key?: string;
	readonly addresses?: readonly string[];
}
