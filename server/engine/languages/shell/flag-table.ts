/** Flags that take no value, by command: their next word is an argument of its own. Sources: the commands' manual pages. */

export interface CommandFlags {
	readonly valueless: ReadonlySet<string>;
	/** `-sSL` is three flags, `-XPOST` a flag and its value. */
	readonly clusters: boolean;
}

const letters = (all: string): string[] => [...all].map((letter) => `-${letter}`);
const long = (all: string): string[] => all.split(" ").map((name) => `--${name}`);

const curl = [
	...letters("01234 6#:aBfgGhiIjJklLMnNOpqRsSvVZ"),
	...long("anyauth append basic ca-native cert-status compressed compressed-ssh create-dirs crlf digest disable"),
	...long(
		"disable-eprt disable-epsv disallow-username-in-url doh-insecure fail fail-early fail-with-body get globoff head",
	),
	...long("help http0.9 http1.0 http1.1 http2 http2-prior-knowledge http3 http3-only ignore-content-length include"),
	...long("insecure ipv4 ipv6 junk-session-cookies list-only location location-trusted manual negotiate netrc"),
	...long("netrc-optional next no-alpn no-buffer no-clobber no-keepalive no-npn no-progress-meter no-sessionid ntlm"),
	...long("parallel parallel-immediate path-as-is post301 post302 post303 progress-bar proxy-insecure raw"),
	...long(
		"remote-header-name remote-name remote-name-all remote-time remove-on-error retry-all-errors retry-connrefused",
	),
	...long(
		"show-error show-headers silent ssl ssl-reqd ssl-no-revoke styled-output suppress-connect-headers tcp-nodelay",
	),
	...long("tlsv1 tlsv1.0 tlsv1.1 tlsv1.2 tlsv1.3 tr-encoding trace-ids trace-time use-ascii verbose version xattr"),
];
const wget = [
	...letters("bcdFhHKkLmNpqrSvVx46"),
	...long("background continue debug mirror no-check-certificate quiet verbose"),
];
const docker = [
	...letters("dDitPqh"),
	...long(
		"all build detach force-recreate init interactive no-cache no-deps no-healthcheck privileged publish-all pull",
	),
	...long("quiet read-only remove-orphans rm tty version wait"),
];
const npm = [
	...letters("BDEgGOPSWiqvyh"),
	...long(
		"dev exact force frozen-lockfile global legacy-peer-deps no-audit no-fund no-lockfile no-save optional peer prefer-offline",
	),
	...long("production save save-dev save-exact save-optional save-peer save-prod silent workspace-root yes"),
];
const pip = [
	...letters("qUvh"),
	...long(
		"break-system-packages dev force-reinstall no-build-isolation no-cache-dir no-deps no-input pre quiet system upgrade user verbose",
	),
];
const echo = letters("eEn");
const interpreter = [...letters("bBdEiIOqsSuvx"), ...long("inspect inspect-brk watch test")];
const kubectl = [
	...letters("AiRtw"),
	...long("all-namespaces create-namespace dry-run force install stdin tty wait watch"),
];

const clusters = (flags: readonly string[]): CommandFlags => ({ valueless: new Set(flags), clusters: true });
const words = (flags: readonly string[]): CommandFlags => ({ valueless: new Set(flags), clusters: false });

const table: ReadonlyMap<string, CommandFlags> = new Map(
	Object.entries({
		curl: clusters(curl),
		wget: clusters(wget),
		docker: clusters(docker),
		podman: clusters(docker),
		"docker-compose": clusters(docker),
		npm: words(npm),
		pnpm: words(npm),
		yarn: words(npm),
		bun: words(npm),
		npx: words(npm),
		pip: words(pip),
		pip3: words(pip),
		uv: words(pip),
		poetry: words(pip),
		echo: words(echo),
		python: words(interpreter),
		python3: words(interpreter),
		node: words(interpreter),
		kubectl: words(kubectl),
		helm: words(kubectl),
	}),
);

/** @param command name or path; undefined for one the table does not know: there, every flag takes the word behind it */
export function flagsOf(command: string): CommandFlags | undefined {
	return table.get(command.split("/").at(-1) ?? command);
}
