import type { Server } from "node:http";
import type { AddressInfo } from "node:net";

/** An update of a room to be sent, as the benchmark says it. */
export type Publication = readonly [room: number, seq: number];

/** Hears what is to be published; the benchmark is the peer's parent process. */
export function onPublish(publish: (room: number, seq: number) => void): void {
  process.on("message", (message: { publish?: Publication[] }) => {
    if (!message.publish) return;
    for (const [room, seq] of message.publish) publish(room, seq);
  });
}

/** Tells the benchmark where it listens. */
export function tellPort(port: number): void {
  process.send?.({ port });
}

export function listen(server: Server): void {
  // As many as come at once: the benchmark opens thousands.
  server.listen({ port: 0, host: "127.0.0.1", backlog: 4096 }, () =>
    tellPort((server.address() as AddressInfo).port),
  );
}
