/** A Chromium for the workbench: the machine's own, else Debian's, else Playwright's. */
import { existsSync } from "node:fs";
import path from "node:path";
import { type Browser, chromium } from "playwright-core";
import { aptInstall } from "../support/apt";
import { run } from "./processes";
import { Unavailable } from "./unavailable";

const names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

/** As root Chromium has no sandbox; the rest keeps it from talking to anybody but the server under test. */
const flags = [
	"--no-sandbox",
	"--disable-gpu",
	"--disable-quic",
	"--no-first-run",
	"--disable-background-networking",
	"--disable-component-update",
	"--disable-sync",
	"--no-proxy-server",
];

/** @param executable from `installChromium` */
export function launch(executable: string): Promise<Browser> {
	return chromium.launch({ executablePath: executable, headless: true, args: flags });
}

/**
 * Finds a Chromium, or installs one: as root with apt-get, as anybody else with Playwright's own download.
 * The variable CHROMIUM names one by hand.
 * @returns the path of its executable
 * @throws Unavailable with what to do
 */
export async function installChromium(): Promise<string> {
	const found = findChromium();
	if (found !== undefined) return found;
	if (process.getuid?.() === 0) await aptInstall("chromium", "fonts-dejavu-core");
	else await run(process.execPath, [require.resolve("playwright-core/cli.js"), "install", "chromium"]);
	const installed = findChromium();
	if (installed === undefined) throw new Unavailable("no Chromium: install one, or name one in the variable CHROMIUM");
	return installed;
}

function findChromium(): string | undefined {
	const named = process.env.CHROMIUM;
	if (named !== undefined) return named;
	const folders = (process.env.PATH ?? "").split(path.delimiter);
	const candidates = folders.flatMap((folder) => names.map((name) => path.join(folder, name)));
	return [...candidates, chromium.executablePath()].find((candidate) => existsSync(candidate));
}
