/** Files of about 2,000 ordinary lines, the same on every machine: this project's own sources that speak of neither gateway, with a client in the middle. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { transformSync } from "esbuild";

export interface Sample {
	readonly name: string;
	readonly language: string;
	readonly text: string;
}

const lines = 2000;

const client = `
import OpenAI from "openai";
const openaiClient = new OpenAI({
	baseURL: "https://oai.helicone.ai/v1",
	apiKey: process.env.OPENAI_API_KEY,
	defaultHeaders: {
		"Helicone-Auth": \`Bearer \${process.env.HELICONE_API_KEY}\`,
		"Helicone-Cache-Enabled": "true",
	},
});
export async function askModel(prompt, userId) {
	const response = await openaiClient.chat.completions.create(
		{ model: "gpt-4o-mini", messages: [{ role: "user", content: prompt }] },
		{ headers: { "Helicone-User-Id": userId } },
	);
	return response.choices[0]?.message.content;
}
`;

const pythonClient = `
import os
from openai import OpenAI
openai_client = OpenAI(
    base_url="https://oai.helicone.ai/v1",
    api_key=os.environ["OPENAI_API_KEY"],
    default_headers={
        "Helicone-Auth": f"Bearer {os.environ['HELICONE_API_KEY']}",
        "Helicone-Cache-Enabled": "true",
    },
)
`;

/** One class of ordinary Python; `N` tells the classes apart. */
const pythonClass = `
class RecordStoreN(BaseStore):
    """Keeps records of one kind, and says what changed."""

    table = "records_N"

    def __init__(self, connection, *, limit=100, logger=None):
        super().__init__(connection)
        self.limit = limit
        self.logger = logger or logging.getLogger(__name__)
        self._cache: dict[str, Record] = {}

    def find(self, key: str) -> Record | None:
        if key in self._cache:
            return self._cache[key]
        rows = self.connection.execute(f"select * from {self.table} where key = ?", (key,))
        for row in rows:
            record = Record(key=row["key"], value=json.loads(row["value"]), seen=row["seen"])
            self._cache[record.key] = record
            return record
        self.logger.debug("no record %s in %s", key, self.table)
        return None

    def update(self, records, force=False):
        changed = []
        for index, record in enumerate(records):
            known = self.find(record.key)
            if known is not None and known.value == record.value and not force:
                continue
            try:
                self.connection.execute(
                    "replace into " + self.table + " values (?, ?, ?)",
                    (record.key, json.dumps(record.value), time.time()),
                )
            except DatabaseError as error:
                self.logger.warning("record %d: %s", index, error)
                raise StoreError(record.key) from error
            changed.append({"key": record.key, "old": known and known.value, "new": record.value})
        return sorted(changed, key=lambda one: one["key"])[: self.limit]
`;

export function samples(): Sample[] {
	const modules = sources(join(__dirname, "../../server"));
	const plain = modules.map((text) => transformSync(text, { loader: "ts" }).code);
	const python = Array.from({ length: 60 }, (_, index) =>
		pythonClass.replaceAll("N(", `${index}(`).replaceAll("_N", `_${index}`),
	);
	return [
		{ name: "Python", language: "python", text: joined(python, pythonClient) },
		{ name: "TypeScript", language: "typescript", text: joined(modules, client) },
		{ name: "JavaScript", language: "javascript", text: joined(plain, client) },
	];
}

/** Whole pieces up to about 2,000 lines, so that the syntax stays right. */
function joined(pieces: readonly string[], middle: string): string {
	const taken: string[] = [];
	let count = 0;
	for (const piece of pieces) {
		const length = piece.split("\n").length;
		if (count + length > lines) continue;
		taken.push(piece);
		count += length;
	}
	taken.splice(taken.length >> 1, 0, middle);
	return taken.join("\n");
}

function sources(folder: string): string[] {
	return readdirSync(folder, { recursive: true, encoding: "utf8" })
		.filter((name) => name.endsWith(".ts"))
		.sort()
		.map((name) => readFileSync(join(folder, name), "utf8"))
		.filter((text) => !/helicone|concentrate/i.test(text));
}
