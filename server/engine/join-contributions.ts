/** What a file and the regions inside it say, as one. */
import type { Contribution } from "./workspace";

export function joined(a: Contribution, b: Contribution): Contribution {
	return {
		uri: a.uri,
		migratedKeys: [...a.migratedKeys, ...b.migratedKeys],
		directKeys: [...a.directKeys, ...b.directKeys],
		heliconeAddresses: [...a.heliconeAddresses, ...b.heliconeAddresses],
		importedNames: [...a.importedNames, ...b.importedNames],
		words: a.words,
		steered: [...a.steered, ...b.steered],
		keysBeside: [...a.keysBeside, ...b.keysBeside],
		keptVariables: [...a.keptVariables, ...b.keptVariables],
		stuckNames: [...a.stuckNames, ...b.stuckNames],
		keysGiven: [...a.keysGiven, ...b.keysGiven],
		declaredNames: [...a.declaredNames, ...b.declaredNames],
		entangledNames: [...a.entangledNames, ...b.entangledNames],
		usedPackages: [...a.usedPackages, ...b.usedPackages],
		wantedVariables: [...a.wantedVariables, ...b.wantedVariables],
		// Nobody imports from an example, a cell or a script.
		shared: a.shared,
		imports: a.imports,
		asks: a.asks,
		said: a.said,
		members: a.members,
		language: a.language,
	};
}
