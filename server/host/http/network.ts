/** How this machine reaches the network: what the editor's settings say, and what the environment says. */
import type { EditorNetwork } from "../../../shared/protocol";

export interface Network {
	readonly editor?: EditorNetwork | undefined;
	/** The process's environment. */
	readonly variables: Readonly<Record<string, string | undefined>>;
}

export interface ChosenProxy {
	readonly url: string;
	/** Value of `Proxy-Authorization`, where it does not stand in the URL. */
	readonly authorization: string | undefined;
	readonly isStrict: boolean;
}

/**
 * @param target absolute URL of the request
 * @returns the proxy to go through, or undefined to go straight. The editor's setting wins over `HTTPS_PROXY`, `HTTP_PROXY` and
 * `ALL_PROXY` (either case); `http.noProxy` and `NO_PROXY` take hosts out of both.
 */
export function proxyFor(target: string, { editor, variables }: Network): ChosenProxy | undefined {
	if (editor?.isOff) return undefined;
	const { hostname, port, protocol } = new URL(target);
	const spared = [...(editor?.noProxy ?? []), ...listIn(read(variables, "NO_PROXY"))];
	if (spared.some((one) => covers(one, hostname, port || (protocol === "https:" ? "443" : "80")))) return undefined;
	const named = protocol === "https:" ? read(variables, "HTTPS_PROXY") : read(variables, "HTTP_PROXY");
	const url = editor?.proxy || named || read(variables, "ALL_PROXY");
	if (!url) return undefined;
	return {
		// People write `proxy.local:8080`, and curl takes it.
		url: /^[a-z][a-z0-9+.-]*:\/\//i.test(url) ? url : `http://${url}`,
		authorization: editor?.proxyAuthorization ?? undefined,
		isStrict: editor?.strictProxy ?? true,
	};
}

/** Lower case wins, as with curl; an empty value means none. */
function read(variables: Network["variables"], name: string): string {
	return variables[name.toLowerCase()]?.trim() || variables[name]?.trim() || "";
}

function listIn(text: string): readonly string[] {
	return text.split(/[\s,]+/).filter((one) => one !== "");
}

/** `*`, `example.com` (and what is below it), `.example.com`, `*.example.com`, `host:8080`, `[::1]`. */
function covers(pattern: string, hostname: string, port: string): boolean {
	const host = bare(hostname);
	// An IPv6 address has colons of its own.
	const [, name = "", onlyPort] = (pattern.includes("::") ? undefined : /^(.*?)(?::(\d+))?$/.exec(pattern)) ?? [
		"",
		pattern,
	];
	if (onlyPort !== undefined && onlyPort !== port) return false;
	const wanted = bare(name).replace(/^\*?\./, "");
	return name === "*" || host === wanted || (wanted !== "" && host.endsWith(`.${wanted}`));
}

function bare(host: string): string {
	return host.toLowerCase().replace(/^\[|\]$/g, "");
}
