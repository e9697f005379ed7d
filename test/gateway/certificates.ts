/** A certificate authority made for one run, and a certificate under it for the hosts that are emulated. */
import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import path from "node:path";

export interface Certificates {
	/** File with the authority's certificate, for SSL_CERT_FILE and its like. */
	readonly authority: string;
	readonly certificate: string;
	readonly key: string;
}

const curve = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "2"];

/**
 * @param folder existing folder for the files
 * @param hosts names for the certificate; `*.` stands for one label
 * @throws when `openssl` is missing or too old to sign (before 3.0)
 */
export function makeCertificates(folder: string, hosts: readonly string[]): Certificates {
	const file = (name: string) => path.join(folder, name);
	const [authority, authorityKey] = [file("authority.pem"), file("authority.key")];
	const [certificate, key] = [file("gateway.pem"), file("gateway.key")];
	const name = `subjectAltName=${hosts.map((host) => `DNS:${host}`).join(",")}`;
	// Python 3.13 and newer refuse an authority that does not say what its key is for.
	const forSigning = ["-addext", "keyUsage=critical,keyCertSign,cRLSign"];
	const forServing = ["-addext", name, "-addext", "basicConstraints=critical,CA:FALSE"];
	openssl(["-subj", "/CN=Test gateways", ...forSigning, "-keyout", authorityKey, "-out", authority]);
	openssl([
		"-subj",
		"/CN=gateway",
		...forServing,
		"-CA",
		authority,
		"-CAkey",
		authorityKey,
		"-keyout",
		key,
		"-out",
		certificate,
	]);
	return { authority, certificate, key };
}

function openssl(args: readonly string[]): void {
	execFileSync("openssl", ["req", "-x509", ...curve, ...args], { stdio: ["ignore", "ignore", "pipe"] });
}

/** Environment that makes OpenSSL, Python, Node and curl believe in this authority. */
export function trust(authority: string): Readonly<Record<string, string>> {
	const names = ["SSL_CERT_FILE", "NODE_EXTRA_CA_CERTS", "REQUESTS_CA_BUNDLE", "CURL_CA_BUNDLE"];
	return Object.fromEntries(names.map((name) => [name, authority]));
}

export function writeHosts(file: string, hosts: readonly string[]): void {
	writeFileSync(file, ["127.0.0.1 localhost", ...hosts.map((host) => `127.0.0.1 ${host}`), ""].join("\n"));
}
