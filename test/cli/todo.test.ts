import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import path from "node:path";
import { folderWith, removeFolders } from "../support/folder";
import { runIn } from "./running";

const app = 'import requests\n\n\ndef hit(response):\n    return response.headers.get("Helicone-Cache") == "HIT"\n';

describe("fix --todo", () => {
	afterEach(removeFolders);

	it("marks what no fix settles, once, and check counts it apart", async () => {
		const folder = folderWith({ "app.py": app });
		const read = () => readFileSync(path.join(folder, "app.py"), "utf8");
		const { out } = await runIn(folder, "fix", "--todo");
		assert.match(out, /1 comment TODO\(migrate-helicone\)/);
		const marked = read();
		assert.match(marked, /^ {4}# TODO\(migrate-helicone\): helicone-response-header Helicone-Cache: /m);
		await runIn(folder, "fix", "--todo");
		assert.equal(read(), marked);
		const { summary, files } = JSON.parse((await runIn(folder, "check", "--format", "json")).out);
		assert.equal(summary.todos, 1);
		assert.equal(files[0].todos, 1);
		assert.match((await runIn(folder, "report")).out, /1 comment `TODO\(migrate-helicone\)`/);
	});

	it("is not asked for, so nothing is marked", async () => {
		const folder = folderWith({ "app.py": app });
		await runIn(folder, "fix", "--suggested");
		assert.equal(readFileSync(path.join(folder, "app.py"), "utf8"), app);
	});

	it("a later run takes the comment away when the work is done", async () => {
		const done = "# TODO(migrate-helicone): helicone-response-header Helicone-Cache: ask the dashboard\nhit = False\n";
		const folder = folderWith({ "app.py": done });
		await runIn(folder, "fix");
		assert.equal(readFileSync(path.join(folder, "app.py"), "utf8"), "hit = False\n");
	});
});
