/** One HTTPS or HTTP server that is both gateways, told apart by the host that a request asks for. */
import { readFileSync } from "node:fs";
import { createServer, type IncomingMessage, type RequestListener, type ServerResponse } from "node:http";
import { createServer as createSecureServer } from "node:https";
import type { AddressInfo, Server } from "node:net";
import type { Certificates } from "./certificates";
import { concentrate, concentrateError, concentrateHost } from "./concentrate";
import type { Behaviour, Received, Recorded, Reply } from "./exchange";
import { helicone } from "./helicone";

export interface Gateways {
	readonly port: number;
	/** Every request since the last `forget`, in order. */
	readonly recorded: readonly Recorded[];
	behave(behaviour: Behaviour): void;
	/** Empties the record and makes all well again. */
	forget(): void;
	close(): Promise<void>;
}

export interface GatewayOptions {
	/** 0 takes any free port. */
	readonly port: number;
	/** Plain HTTP without. */
	readonly certificates?: Certificates;
	/** Takes every request for this host's, for callers that come to `localhost`. */
	readonly host?: string;
}

export async function startGateways({ port, certificates, host }: GatewayOptions): Promise<Gateways> {
	const recorded: Recorded[] = [];
	let behaviour: Behaviour = {};
	let hits = 0;
	const listener: RequestListener = async (incoming, response) => {
		const received = await receive(incoming, host);
		const isMeant = behaviour.only === undefined || behaviour.only === received.method;
		const isOver = behaviour.times !== undefined && hits >= behaviour.times;
		const now = isMeant && !isOver ? behaviour : {};
		if (isMeant) hits++;
		const reply = answerOf(received, now, behaviour.models);
		recorded.push({
			...received,
			status: reply.status,
			...(reply.refusal === undefined ? {} : { refusal: reply.refusal }),
		});
		await send(response, reply, now);
	};
	const server =
		certificates === undefined ? createServer(listener) : createSecureServer(readFiles(certificates), listener);
	await new Promise<void>((resolve, reject) => server.once("error", reject).listen(port, "127.0.0.1", resolve));
	return {
		port: (server.address() as AddressInfo).port,
		recorded,
		behave: (next) => {
			behaviour = next;
			hits = 0;
		},
		forget: () => {
			recorded.length = 0;
			behaviour = {};
		},
		close: () => closed(server, () => server.closeAllConnections()),
	};
}

function readFiles({ certificate, key }: Certificates) {
	return { cert: readFileSync(certificate), key: readFileSync(key) };
}

function closed(server: Server, dropConnections: () => void): Promise<void> {
	return new Promise((resolve) => {
		server.close(() => resolve());
		dropConnections();
	});
}

async function receive(incoming: IncomingMessage, host: string | undefined): Promise<Received> {
	let text = "";
	for await (const chunk of incoming) text += chunk;
	const [path = "", query = ""] = (incoming.url ?? "").split("?");
	return {
		host: host ?? (incoming.headers.host ?? "").replace(/:\d+$/, "").toLowerCase(),
		method: incoming.method ?? "",
		path,
		query,
		headers: Object.fromEntries(Object.entries(incoming.headers).map(([name, value]) => [name, String(value)])),
		body: parsed(text),
	};
}

function parsed(text: string): unknown {
	if (text === "") return null;
	try {
		return JSON.parse(text);
	} catch {
		return text;
	}
}

function answerOf(received: Received, behaviour: Behaviour, models: Behaviour["models"]): Reply {
	if (behaviour.status !== undefined)
		return concentrateError(behaviour.status, "as the test asked for", behaviour.retryAfter);
	if (behaviour.fault === "garbage") return { status: 200, body: { text: "<html><body>It works!</body></html>" } };
	if (received.host === concentrateHost) return concentrate(received, models);
	if (/(^|\.)(helicone\.ai|hconeai\.com)$/.test(received.host)) return helicone(received);
	// A provider's own host: nothing here should ever ask for it.
	return { status: 421, body: { json: { error: "not a gateway" } }, refusal: `not a gateway: ${received.host}` };
}

async function send(response: ServerResponse, { status, headers, body }: Reply, behaviour: Behaviour): Promise<void> {
	if (behaviour.delay !== undefined) await new Promise((resolve) => setTimeout(resolve, behaviour.delay));
	if (behaviour.fault === "hang") return;
	if (behaviour.fault === "drop") return void response.destroy();
	if ("json" in body) {
		response.writeHead(status, { ...headers, "content-type": "application/json" }).end(JSON.stringify(body.json));
	} else if ("text" in body) {
		response.writeHead(status, { ...headers, "content-type": "text/html" }).end(body.text);
	} else {
		response.writeHead(status, { ...headers, "content-type": "text/event-stream; charset=utf-8" });
		for (const { event, data } of body.events) {
			const line = typeof data === "string" ? data : JSON.stringify(data);
			response.write(`${event === undefined ? "" : `event: ${event}\n`}data: ${line}\n\n`);
		}
		response.end();
	}
}
