import type { Language } from "../language";
import { plainWriter } from "../plain-writer";
import { readPackageList } from "./reader";

/** Files that list packages in a format of their own; those in JSON, TOML, YAML or a programming language are read as that. */
export const packageList: Language = {
	id: "package-list",
	name: "Package lists",
	editorIds: [],
	extensions: [".csproj", ".fsproj", ".vbproj"],
	fileNames: [
		"requirements*.txt",
		"*requirements.txt",
		"constraints*.txt",
		"requirements*.in",
		"setup.cfg",
		"go.mod",
		"go.sum",
		"packages.config",
		"Directory.Packages.props",
		"Directory.Build.props",
		"yarn.lock",
		"Gemfile.lock",
		"bun.lock",
	],
	reading: { kind: "reader", read: readPackageList },
	writer: { ...plainWriter, lineComment: "# " },
};
