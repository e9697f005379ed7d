/** Addresses of a Helicone that somebody runs on a host of their own (helicone.md 1.4): the host says so, or the path does. */
import { hostRow } from "../../../shared/mappings";
import type { Host } from "../../../shared/mappings/schema";

export interface SelfHosted {
	readonly scheme: string;
	readonly host: string;
	readonly port: string | undefined;
	readonly path: string;
	readonly row: Host;
}

const url = /^(https?):\/\/([a-z0-9_-]+(?:\.[a-z0-9_-]+)*)(?::(\d+))?(\/[^\s"'`<>]*)?$/i;
/** `/jawn/v1/gateway/oai`, `/v1/gateway/anthropic`: no other product has them. */
const gatewayPath = /^\/(jawn\/)?v1\/gateway\/(oai|anthropic)(\/|$)/;

/** The ports of its docker-compose file; other programs use them too. */
const ports = new Set(["8585", "8787", "8788", "8789", "8790", "8793"]);

/**
 * @param text a string literal as a whole; one with anything around the address is none
 * @param sendsAuth the file speaks of `Helicone-Auth`: then one of Helicone's own ports on this machine is enough
 * @returns undefined for hosts of Helicone's own domains, for sites that only carry its name (`www.helicone.com`), and for every other host
 */
export function selfHosted(text: string, sendsAuth: () => boolean): SelfHosted | undefined {
	const [, scheme, host, port, path = ""] = url.exec(text) ?? [];
	const row = hostRow("self-hosted");
	if (!scheme || !host || !row) return undefined;
	const isHere =
		ports.has(port ?? "") && /^(localhost|127\.0\.0\.1|host\.docker\.internal)$/i.test(host) && sendsAuth();
	if (!gatewayPath.test(path) && !isNamed(host.toLowerCase(), port) && !isHere) return undefined;
	return { scheme: scheme.toLowerCase(), host: host.toLowerCase(), port, path, row };
}

/** A service of a private network, or a name below somebody's domain: `helicone-gateway:8080`, `helicone.acme.com`. */
function isNamed(host: string, port: string | undefined): boolean {
	if (/helicone\.ai|hconeai\.com/.test(host)) return false;
	const labels = host.split(".");
	const at = labels.findIndex((label) => /(^|[-_])helicone([-_]|$)/.test(label));
	// Its dashboard is a page for people.
	if (at < 0 || port === "3000") return false;
	return labels.length === 1 || at < labels.length - 2 || /^(local|internal|svc|lan|test)$/.test(labels.at(-1) ?? "");
}

/** The path as Helicone's own hosts have it. */
export function pathWithoutGateway(path: string): string {
	return path.replace(gatewayPath, "/").replace(/^\/$/, "");
}
