import { once } from "node:events";
import { connect, createServer, type AddressInfo, type Server, type Socket } from "node:net";

export interface Weather {
  /** How long a packet is on its way: from and to, in milliseconds, each packet for itself. None overtakes another. */
  latency: readonly [from: number, to: number];
  /** In each direction and connection. */
  bytesPerSecond: number;
  /** Which share of the packets is lost. */
  loss: number;
  /** Which share of the packets takes its connection with it. */
  breaks: number;
}

const fair: Weather = { latency: [0, 0], bytesPerSecond: Infinity, loss: 0, breaks: 0 };
/** What one packet carries over most lines. */
const PACKET = 1_400;
const between = ([from, to]: readonly [number, number]): number =>
  from + Math.random() * (to - from);

/**
 * The line between one browser and the world, as a SOCKS proxy, since Chromium's own throttling leaves sockets alone
 * and loses packets of WebRTC only. What lies below TCP cannot be had from here; TCP shows a lost packet as a silence
 * until it is sent again, which is what this does, and now and then as a connection that breaks.
 */
export class Line {
  /** For `newContext({ proxy })`. */
  readonly proxy: { server: string };
  readonly #server: Server;
  readonly #open = new Set<Socket>();
  #weather = fair;
  #away = false;
  #held: PromiseWithResolvers<void> | null = null;

  private constructor(server: Server) {
    this.#server = server;
    this.proxy = { server: `socks5://127.0.0.1:${(server.address() as AddressInfo).port}` };
    server.on("connection", (browser) => {
      this.#watch(browser);
      this.#join(browser).catch(() => browser.destroy());
    });
  }

  static async open(): Promise<Line> {
    const server = createServer();
    server.listen(0, "127.0.0.1");
    await once(server, "listening");
    return new Line(server);
  }

  /** Every connection ends at once, on both sides. */
  cut(): void {
    for (const socket of this.#open) socket.resetAndDestroy();
  }

  /** There is no network: what is open ends, and nothing new comes through. */
  take(): void {
    this.#away = true;
    this.cut();
  }

  /** The network is back. */
  give(): void {
    this.#away = false;
  }

  /** Nothing comes through any more, and nobody is told. */
  hold(): void {
    this.#held ??= Promise.withResolvers();
  }

  release(): void {
    this.#held?.resolve();
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

  #watch(socket: Socket): void {
    this.#open.add(socket);
    socket.setNoDelay(true);
    socket.on("error", () => {}).on("close", () => this.#open.delete(socket));
  }

  async #join(browser: Socket): Promise<void> {
    if (this.#away) return void browser.resetAndDestroy();
    // Which ways of signing in there are: none is asked for.
    await once(browser, "data");
    browser.write(Buffer.from([5, 0]));
    const [wish] = (await once(browser, "data")) as [Buffer];
    const world = connect({ host: "localhost", port: wish.readUInt16BE(wish.length - 2) });
    this.#watch(world);
    await once(world, "connect");
    browser.write(Buffer.from([5, 0, 0, 1, 0, 0, 0, 0, 0, 0]));
    this.#carry(browser, world);
    this.#carry(world, browser);
  }

  #carry(from: Socket, to: Socket): void {
    let due = 0;
    let last = Promise.resolve();
    const send = (packet: Buffer): void => {
      const { latency, bytesPerSecond, loss, breaks } = this.#weather;
      const arrives = performance.now() + between(latency);
      due = Math.max(due, arrives) + (packet.length / bytesPerSecond) * 1_000;
      if (Math.random() < loss) due += between([1_000, 3_000]);
      const at = due;
      last = last.then(async () => {
        const wait = at - performance.now();
        if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
        await this.#held?.promise;
        if (Math.random() < breaks) to.resetAndDestroy();
        else if (to.writable) to.write(packet);
      });
    };
    from.on("data", (piece: Buffer) => {
      for (let at = 0; at < piece.length; at += PACKET) send(piece.subarray(at, at + PACKET));
    });
    from.on("close", () => {
      last = last.then(async () => {
        await this.#held?.promise;
        to.destroySoon();
      });
    });
  }
}
