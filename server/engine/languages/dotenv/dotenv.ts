import type { Language } from "../language";
import { readDotenv } from "./reader";
import { dotenvWriter } from "./writer";

export const dotenv: Language = {
	id: "dotenv",
	name: ".env",
	editorIds: ["dotenv", "env"],
	extensions: [],
	fileNames: [
		".env",
		".env.*",
		".env-*",
		"*.env",
		"*.env.example",
		"*.env.sample",
		"*.env.template",
		"*.env.local",
		"env.example",
		"env.sample",
		"env.template",
		".flaskenv",
		// Cloudflare's `wrangler dev`.
		".dev.vars",
		".dev.vars.*",
	],
	reading: { kind: "reader", read: readDotenv },
	writer: dotenvWriter,
};
