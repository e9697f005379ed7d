/** Which certificate authorities are believed: Node's own, the system's and what a company adds. */
import * as fs from "node:fs";
import * as tls from "node:tls";

/** Where Linux systems keep the authorities that an administrator has added, the first one that exists. */
const systemBundles = [
	"/etc/ssl/certs/ca-certificates.crt",
	"/etc/pki/tls/certs/ca-bundle.crt",
	"/etc/ssl/ca-bundle.pem",
	"/etc/ssl/cert.pem",
];

/**
 * @param variables `NODE_EXTRA_CA_CERTS` and `SSL_CERT_FILE` name files of PEM certificates; one that cannot be read is left out
 * @returns PEM texts for the option `ca` of a TLS connection
 */
export function authorities(variables: Readonly<Record<string, string | undefined>>): readonly string[] {
	const extra = [variables.NODE_EXTRA_CA_CERTS, variables.SSL_CERT_FILE].flatMap((file) => (file ? readPem(file) : []));
	return [...tls.rootCertificates, ...systemAuthorities(), ...extra];
}

/** Node asks the system from 22.15 on; VS Code's older Node reads the file that the system's own tools read. */
function systemAuthorities(): readonly string[] {
	if ("getCACertificates" in tls && typeof tls.getCACertificates === "function") return tls.getCACertificates("system");
	for (const file of systemBundles) {
		const found = readPem(file);
		if (found.length > 0) return found;
	}
	return [];
}

function readPem(file: string): readonly string[] {
	try {
		const text = fs.readFileSync(file, "utf8");
		return text.includes("-----BEGIN CERTIFICATE-----") ? [text] : [];
	} catch {
		// A variable may name a file of another machine: the connection then fails with its own reason.
		return [];
	}
}
