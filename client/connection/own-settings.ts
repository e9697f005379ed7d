/** What a person's own settings say about the network. A folder has no say in where a key goes. */
import * as vscode from "vscode";
import { gateway } from "../../shared/mappings/gateway";
import { type EditorNetwork, section } from "../../shared/protocol";
import { keepOutOfLogs } from "./secrets-in-logs";

/** The address to ask: the user's setting, or Concentrate's own. Whatever a workspace or folder says is left aside, trusted or not. */
export function chosenAddress(): string {
	const setting = vscode.workspace.getConfiguration(section).inspect<unknown>("baseUrl")?.globalValue;
	return typeof setting === "string" && setting.trim() !== "" ? setting : gateway.base;
}

/** VS Code's `http.*` settings: all of them are the user's or the machine's, too. */
export function editorNetwork(): EditorNetwork {
	const http = vscode.workspace.getConfiguration("http");
	const authorization = http.get<unknown>("proxyAuthorization");
	const proxy = textOf(http.get<unknown>("proxy"));
	const noProxy = http.get<unknown>("noProxy");
	const network: EditorNetwork = {
		proxy,
		noProxy: Array.isArray(noProxy) ? noProxy.filter((one) => typeof one === "string") : [],
		strictProxy: http.get<unknown>("proxyStrictSSL") !== false,
		proxyAuthorization: textOf(authorization) === "" ? null : textOf(authorization),
		isOff: http.get<unknown>("proxySupport") === "off",
	};
	keepOutOfLogs(network.proxyAuthorization);
	keepOutOfLogs(/^[^/]*\/\/[^/@]*:([^/@]+)@/.exec(proxy)?.[1] ?? null);
	return network;
}

function textOf(value: unknown): string {
	return typeof value === "string" ? value.trim() : "";
}
