/** An HTTP proxy as companies have them: tunnels by CONNECT, may want a password, may refuse. */
import { createServer } from "node:http";
import { type AddressInfo, connect, type Socket } from "node:net";

export interface Proxy {
	readonly url: string;
	/** `host:port` of every tunnel that was asked for. */
	readonly tunnels: readonly string[];
	close(): Promise<void>;
}

/** @param wanted value of `Proxy-Authorization` that it insists on; it refuses everything with `refuses` */
export async function startProxy(
	wanted: { readonly authorization?: string; readonly refuses?: true } = {},
): Promise<Proxy> {
	const tunnels: string[] = [];
	const sockets = new Set<Socket>();
	const server = createServer((_, response) => response.writeHead(405).end());
	server.on("connection", (socket) => sockets.add(socket));
	server.on("connect", (request, socket: Socket) => {
		tunnels.push(request.url ?? "");
		if (wanted.refuses) return socket.end("HTTP/1.1 403 Forbidden\r\n\r\n");
		if (wanted.authorization !== undefined && request.headers["proxy-authorization"] !== wanted.authorization)
			return socket.end("HTTP/1.1 407 Proxy Authentication Required\r\n\r\n");
		const [host = "", port = ""] = (request.url ?? "").split(":");
		const target = connect(Number(port), host, () => {
			socket.write("HTTP/1.1 200 OK\r\n\r\n");
			target.pipe(socket).pipe(target);
		});
		sockets.add(target);
		for (const one of [target, socket]) one.on("error", () => one.destroy());
	});
	await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
	return {
		url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
		tunnels,
		close: () =>
			new Promise((resolve) => {
				server.close(() => resolve());
				for (const socket of sockets) socket.destroy();
			}),
	};
}
