import { once } from "node:events";
import { connect, createServer, type AddressInfo, type Socket } from "node:net";

export interface Proxy {
  url: string;
  close(): Promise<void>;
}

/** Hands each connection (requests, streams and sockets alike) to the next of the ports that takes it. */
export async function startProxy(ports: readonly number[]): Promise<Proxy> {
  const open = new Set<Socket>();
  let turn = 0;
  const server = createServer((client) => {
    open.add(client);
    client.on("close", () => open.delete(client)).on("error", () => client.destroy());
    turn += 1;
    pass(
      client,
      ports.map((_, i) => ports[(turn + i) % ports.length]),
    );
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async close() {
      server.close();
      for (const socket of open) socket.destroy();
      await once(server, "close");
    },
  };
}

function pass(client: Socket, [port, ...others]: readonly number[]): void {
  if (port === undefined) return void client.destroy();
  const node = connect(port, "127.0.0.1");
  let through = false;
  node.once("connect", () => {
    through = true;
    client.pipe(node).pipe(client);
  });
  node.on("error", () => {
    if (through) client.destroy();
    else pass(client, others);
  });
  node.on("close", () => through && client.destroy());
  client.on("close", () => node.destroy());
}
