/** The real server with a parser that finds fault with what a fix makes of some clients: those with the comment `refused`. */
import { join } from "node:path";
import { createConnection, ProposedFeatures } from "vscode-languageserver/node";
import { loadGrammars } from "../../server/host/grammars";
import { allGrammars } from "../../server/host/language-of";
import { startServer } from "../../server/lsp/server";

startServer(createConnection(ProposedFeatures.all), {
	async loadGrammars() {
		const real = await loadGrammars(join(__dirname, "grammars"), allGrammars());
		const isRefused = (text: string) => text.includes("# refused") && text.includes("api.concentrate.ai");
		return {
			...real,
			parse: (wasm, text) => real.parse(wasm, isRefused(text) ? text.replace("OpenAI(", "OpenAI)") : text),
			dispose: () => real.dispose(),
		};
	},
	scanWorker: undefined,
	cacheDirectory: join(__dirname, "no-cache"),
	rethrow: true,
});
