/** Whether a place of a shell script lies in single quotes, told while the script is read from its start. */
export interface QuoteTracker {
	/** Reads on. */
	feed(text: string): void;
	isSingle(): boolean;
}

export function newQuoteTracker(): QuoteTracker {
	let quote = "";
	let isComment = false;
	let before = "\n";
	let isEscaped = false;
	const step = (character: string) => {
		if (isComment) isComment = character !== "\n";
		else if (isEscaped) isEscaped = false;
		else if (character === "\\" && quote !== "'") isEscaped = true;
		else if (quote !== "") quote = character === quote ? "" : quote;
		else if (character === "'" || character === '"') quote = character;
		// An apostrophe in a comment opens nothing.
		else if (character === "#" && /[\s;&|(]/.test(before)) isComment = true;
		before = character;
	};
	return {
		feed: (text) => {
			for (const character of text) step(character);
		},
		isSingle: () => quote === "'",
	};
}
