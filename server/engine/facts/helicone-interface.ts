/** Calls that speak to Helicone itself, not through it: its loggers and its own API. Nothing of Concentrate's takes their place. */
import { namesOf } from "../outline/names";
import { contains } from "../outline/questions";
import type { Call, Outline, Range } from "../outline/schema";
import type { Address } from "./address";
import { isTestOnHost } from "./address-test";
import { packageImports } from "./package-import";

/** The one interface that answers at the dashboard's host. */
export function isGraphQl({ owner, path }: Pick<Address, "owner" | "path">): boolean {
	return owner === "helicone" && /^\/api\/graphql\b/.test(path);
}

/** Addresses of Helicone's own interface, where the program uses one. */
export function interfaceAddresses(addresses: readonly Address[]): readonly Address[] {
	return addresses.filter(
		(address) =>
			address.place !== "prose" && !isTestOnHost(address) && (address.row?.mode === "control" || isGraphQl(address)),
	);
}

export function asksInterface({ addresses }: { readonly addresses: readonly Address[] }): boolean {
	return interfaceAddresses(addresses).length > 0;
}

/** @returns the ranges of such calls: on what a package of Helicone's exports, on an object that it made, or with an address of its API */
export function interfaceCalls(outline: Outline, addresses: readonly Address[]): Range[] {
	const controls = addresses.filter((address) => address.row?.mode === "control");
	return outline.calls
		.filter(
			(call) =>
				isOfPackage(outline, call) ||
				controls.some((address) => call.args?.items.some((item) => contains(item.range, address.range))),
		)
		.map((call) => call.range);
}

function isOfPackage(outline: Outline, call: Call): boolean {
	if (isImported(outline, call)) return true;
	const made = call.receiver && namesOf(outline).value(call.receiver);
	return made?.kind === "call" && made !== call && isImported(outline, made);
}

function isImported(outline: Outline, call: Call): boolean {
	const imported = namesOf(outline).imported(call.path.split(".")[0] ?? "");
	const row = imported && packageImports(outline).find(({ from }) => from === imported.from)?.row;
	if (!imported || !row) return false;
	// The patched clients of the packages are clients, not interfaces. Go imports a module whole.
	return /logger|prompt|async/i.test(imported.name.name) || (outline.language === "go" && row.role === "logger");
}
