import { once } from "node:events";
import { connect, createServer, type AddressInfo, type Server, type Socket } from "node:net";
import { between, pause } from "../harness/random.ts";

/** A TCP port, or the path of a Unix socket. */
export type Target = { port: number } | { path: string };

/** What the link does to those who use it. */
interface Weather {
  /** Bytes a second in each direction. */
  bytesPerSecond: number;
  /** Which share of the pieces comes as late as after a loss. */
  lossy: number;
  /** Which share of the connections breaks when the first byte of an answer is on its way. */
  swallow: number;
}

const fair: Weather = { bytesPerSecond: Infinity, lossy: 0, swallow: 0 };

/** A wire between two parties that can be cut, held, slowed and made bad. Every byte goes through it. */
export class Link {
  readonly port: number;
  readonly #target: Target;
  readonly #server: Server;
  readonly #open = new Set<Socket>();
  #weather = fair;
  #refusing = false;
  #held: { until: Promise<void>; go: () => void } | null = null;

  private constructor(server: Server, target: Target) {
    this.#server = server;
    this.#target = target;
    this.port = (server.address() as AddressInfo).port;
    server.on("connection", (client) => this.#join(client));
  }

  static async open(target: Target): Promise<Link> {
    const server = createServer({ allowHalfOpen: true });
    server.listen(0, "127.0.0.1");
    await once(server, "listening");
    return new Link(server, target);
  }

  /** Ends every connection at once, on both sides. */
  cut(): void {
    for (const socket of this.#open) reset(socket);
  }

  /** Whether new connections are turned away; those that are open stay. */
  refuse(on: boolean): void {
    this.#refusing = on;
  }

  /** Nothing comes through any more, and nobody is told: neither bytes nor ends. */
  hold(): void {
    let go = () => {};
    this.#held ??= { until: new Promise((resolve) => (go = resolve)), go: () => go() };
  }

  release(): void {
    this.#held?.go();
    this.#held = null;
  }

  /** Without an argument it is fair again. */
  set(weather: Partial<Weather> = {}): void {
    this.#weather = { ...fair, ...weather };
  }

  async close(): Promise<void> {
    this.release();
    this.#server.close();
    for (const socket of this.#open) socket.destroy();
  }

  #join(client: Socket): void {
    if (this.#refusing) return reset(client);
    const server = connect({ ...this.#target, allowHalfOpen: true });
    for (const socket of [client, server]) {
      this.#open.add(socket);
      socket.setNoDelay(true);
      socket.on("error", () => {}).on("close", () => this.#open.delete(socket));
    }
    void this.#carry(client, server, false);
    void this.#carry(server, client, this.#weather.swallow > Math.random());
  }

  /** All that one end says to the other, and that it has ended. */
  async #carry(from: Socket, to: Socket, swallow: boolean): Promise<void> {
    try {
      // Half of a connection may end before the other: the iterator must not take both away.
      for await (const piece of from.iterator({ destroyOnReturn: false })) {
        if (swallow) break;
        await this.#pass((piece as Buffer).length);
        if (!to.write(piece as Buffer)) await Promise.race([once(to, "drain"), once(to, "close")]);
      }
      await this.#held?.until;
      if (swallow) reset(to);
      else to.end();
    } catch {
      await this.#held?.until;
      reset(to);
    }
  }

  async #pass(bytes: number): Promise<void> {
    const { bytesPerSecond, lossy } = this.#weather;
    await this.#held?.until;
    // TCP shows a loss as a silence: the time until it is sent again, doubled when that is lost too.
    if (lossy > 0 && Math.random() < lossy) await pause(between(Math.random, 200, 1_200));
    if (bytesPerSecond < Infinity) await pause((bytes / bytesPerSecond) * 1_000);
  }
}

/** As a cable that is pulled shows itself: by a reset. A Unix socket knows none. */
function reset(socket: Socket): void {
  if (socket.destroyed) return;
  try {
    socket.resetAndDestroy();
  } catch {
    socket.destroy();
  }
}
