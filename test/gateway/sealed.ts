/**
 * The gateways in a network namespace of their own, on port 443 of every host that they emulate. Programs run inside it
 * unchanged: they find the emulator where Concentrate and Helicone are, and nothing else at all.
 */
import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdirSync } from "node:fs";
import path from "node:path";
import { hosts as hostRows } from "../../shared/mappings/tables";
import { Unavailable } from "../vscode/unavailable";
import { makeCertificates, trust, writeHosts } from "./certificates";
import { concentrateHost } from "./concentrate";
import type { Behaviour, Recorded } from "./exchange";
import type { Answered, Order } from "./serve";

export interface ProgramRun {
	readonly code: number | null;
	readonly out: string;
	readonly err: string;
}

export interface SealedGateways {
	/** File with the certificate that theirs is signed with, for what reads no environment. */
	readonly authority: string;
	behave(behaviour: Behaviour): Promise<void>;
	/** What was received since the last call; the gateways are well again afterwards. */
	takeRecords(): Promise<readonly Recorded[]>;
	/** Runs a program inside. Its environment is what is given here, PATH and the certificates. */
	run(command: readonly string[], options: RunOptions): Promise<ProgramRun>;
	close(): Promise<void>;
}

export interface RunOptions {
	readonly cwd: string;
	readonly env: Readonly<Record<string, string>>;
	/** Milliseconds; then it is killed and its code is null. */
	readonly timeout: number;
}

const domains = ["helicone.ai", "hconeai.com"];
/** Providers are here to be caught: a program that was moved must not ask them either. */
const strangers = ["api.openai.com", "api.anthropic.com"];

/**
 * @param folder a folder of its own for certificates and the hosts file, made when missing
 * @throws Unavailable with the reason, where namespaces or openssl do not work
 */
export async function startSealed(folder: string): Promise<SealedGateways> {
	needNamespaces();
	mkdirSync(folder, { recursive: true });
	const wildcards = domains.flatMap((domain) => [domain, `*.${domain}`, `*.us.${domain}`, `*.eu.${domain}`]);
	const certificates = makeCertificates(folder, [concentrateHost, ...strangers, ...wildcards]);
	const hostsFile = path.join(folder, "hosts");
	writeHosts(hostsFile, [concentrateHost, ...strangers, ...heliconeHosts()]);
	const server = [process.execPath, "--require", require.resolve("tsx/cjs"), path.join(__dirname, "serve.ts")];
	const script = 'ip link set lo up && mount --bind "$0" /etc/hosts && exec "$@"';
	const child = spawn("unshare", ["-n", "-m", "sh", "-c", script, hostsFile, ...server, JSON.stringify(certificates)], {
		stdio: ["ignore", "inherit", "inherit", "ipc"],
	});
	const ask = asking(child);
	await ask({ kind: "ready" });
	return {
		authority: certificates.authority,
		behave: async (behaviour) => void (await ask({ kind: "behave", behaviour })),
		takeRecords: async () => (await ask({ kind: "take" })).recorded,
		run: (command, options) =>
			runInside(child.pid ?? 0, command, { ...options, env: { ...trust(certificates.authority), ...options.env } }),
		close: async () => {
			const ended = once(child, "exit");
			child.kill();
			await ended;
		},
	};
}

function needNamespaces(): void {
	if (process.platform !== "linux") throw new Unavailable(`network namespaces are Linux's, not ${process.platform}'s`);
	const tried = spawnSync("unshare", ["-n", "-m", "ip", "link", "set", "lo", "up"], { encoding: "utf8" });
	if (tried.status !== 0)
		throw new Unavailable(`no network namespaces here: ${tried.stderr?.trim() || tried.error?.message}`);
	if (spawnSync("openssl", ["version"]).status !== 0) throw new Unavailable("no openssl here");
}

/** Every label of the table under both domains; a hosts file knows no wildcards. */
function heliconeHosts(): readonly string[] {
	const labels = hostRows.flatMap((row) => row.labels).filter((label) => /^[a-z0-9-]+(\.[a-z]+)?$/.test(label));
	return domains.flatMap((domain) => [domain, ...labels.map((label) => `${label}.${domain}`)]);
}

/** One question at a time: each is answered by one message. */
function asking(child: ChildProcess): (order: Order) => Promise<Answered> {
	return (order) =>
		new Promise((resolve, reject) => {
			const gone = () => reject(new Error("the gateways ended"));
			child.once("exit", gone);
			child.once("message", (message) => {
				child.off("exit", gone);
				resolve(message as Answered);
			});
			child.send(order);
		});
}

async function runInside(
	pid: number,
	[program = "", ...args]: readonly string[],
	options: RunOptions,
): Promise<ProgramRun> {
	const place = [`--net=/proc/${pid}/ns/net`, `--mount=/proc/${pid}/ns/mnt`, `--wd=${options.cwd}`];
	const child = spawn("nsenter", [...place, "--", program, ...args], {
		// Inside another mount namespace the kernel cannot name the folder: Go asks PWD.
		env: { PATH: process.env.PATH, LANG: "C.UTF-8", PWD: options.cwd, ...options.env },
		stdio: ["ignore", "pipe", "pipe"],
		timeout: options.timeout,
		killSignal: "SIGKILL",
	});
	let [out, err] = ["", ""];
	child.stdout.on("data", (chunk) => (out += chunk));
	child.stderr.on("data", (chunk) => (err += chunk));
	const [code] = (await once(child, "close")) as [number | null];
	return { code, out, err };
}
