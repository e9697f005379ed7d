import { embeddedIn } from "../config/embedded";
import type { Language } from "../language";
import { backslashQuoted } from "../quoting";
import { readHcl } from "./reader";

export const hcl: Language = {
	id: "hcl",
	name: "Terraform and HCL",
	editorIds: ["terraform", "terraform-vars", "hcl", "opentofu", "nomad", "packer"],
	extensions: [".tf", ".tfvars", ".tofu", ".hcl", ".nomad"],
	fileNames: [],
	reading: { kind: "reader", read: readHcl },
	writer: {
		lineComment: "# ",
		string: (value) => backslashQuoted(value, '"'),
		// Which variable or secret would hold it, only the module knows.
		environment: () => "",
		entry: (key, value) => `${key} = ${value}`,
		map: (entries) => `{ ${entries.join(", ")} }`,
		seq: (values) => `[${values.join(", ")}]`,
		true: "true",
		emptyBare: '""',
		environmentImport: () => undefined,
	},
	regions: (_text, languageOf, outline) => embeddedIn(outline, languageOf),
};
