import type { Language, Writer } from "../language";
import { backslashQuoted } from "../quoting";
import { readProxy } from "./reader";

function writer(environment: Writer["environment"]): Writer {
	return {
		lineComment: "# ",
		string: (value) => backslashQuoted(value, '"'),
		environment,
		entry: (key, value) => `${key} ${value}`,
		map: (entries) => entries.join("\n"),
		seq: (values) => values.join(" "),
		true: "on",
		environmentImport: () => undefined,
	};
}

export const nginx: Language = {
	id: "nginx",
	name: "nginx",
	editorIds: ["nginx", "NGINX"],
	extensions: [".nginx", ".nginxconf"],
	// `.conf` alone is everybody's.
	fileNames: [
		"*nginx*.conf",
		"*nginx*.conf.*",
		"default.conf",
		"*.conf.template",
		"conf.d/*.conf",
		"*nginx*/*.conf",
		"sites-available/*",
		"sites-enabled/*",
	],
	reading: { kind: "reader", read: (text) => readProxy("nginx", text) },
	writer: writer((name) => `\${${name}}`),
};

export const caddy: Language = {
	id: "caddy",
	name: "Caddy",
	editorIds: ["caddyfile"],
	extensions: [".caddyfile", ".caddy"],
	fileNames: ["Caddyfile", "Caddyfile.*"],
	reading: { kind: "reader", read: (text) => readProxy("caddy", text) },
	writer: writer((name) => `{$${name}}`),
};
