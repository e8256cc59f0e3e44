import { connect, type Socket } from "node:net";
import { randomBytes, randomUUID } from "node:crypto";
import { clientFrame, FrameReader } from "./frames.ts";
import { cursorOf, groupId, operationId, threadId } from "./event.ts";
import type { Opening, OpenOrder } from "./protocol.ts";
import { PAYLOAD, seqIn, type RoomLog } from "./room.ts";
import { clock } from "../harness/clock.ts";

const SENT = Buffer.from('"payload":{"data":{"threadUpdates":{"__typename":"MessageSent"');
// One buffer for all sockets: what is read is looked at before anything else can be read.
const shared = Buffer.allocUnsafeSlow(256 * 1024);

/** What one process of the load client counts. */
export interface Counts {
  deliveries: number;
  bytes: number;
  received: number;
  doubled: number;
  missed: number;
  different: number;
  closed: Record<string, number>;
  strange: string[];
  times: boolean;
  done(room: number, seq: number, at: number): void;
}

/** The last seq that one follower has got. */
interface Follower {
  log: RoomLog;
  last: number;
  id: string;
}

/** One member's socket: as light as Node allows, so that the server is what is measured. */
export class Connection {
  #socket: Socket;
  readonly #opening: Opening;
  readonly #order: OpenOrder;
  readonly #counts: Counts;
  readonly #followers = new Map<string, Follower>();
  readonly #only: Follower | null;
  #frames: FrameReader;
  readonly #onReady: () => void;
  #upgraded = false;
  #waiting: number;
  #ended = false;
  #comesBack = false;

  constructor(options: {
    order: OpenOrder;
    opening: Opening;
    logs: readonly RoomLog[];
    counts: Counts;
    onReady: () => void;
  }) {
    const { order, opening, logs, counts, onReady } = options;
    this.#order = order;
    this.#opening = opening;
    this.#counts = counts;
    this.#onReady = onReady;
    for (const log of logs) {
      const id = operationId(log.room) + (order.ownIds ? randomUUID() : "");
      this.#followers.set(id, { log, last: order.base, id });
    }
    this.#only = logs.length === 1 ? [...this.#followers.values()][0] : null;
    this.#waiting = logs.length;
    this.#frames = new FrameReader(this.#message, this.#control);
    this.#socket = this.#connect();
  }

  /** Reads nothing more, as a phone that has lost its network. */
  stall(): void {
    this.#socket.pause();
  }

  /** Reads on; when the server has given up meanwhile, comes back with the cursor of its last update. */
  resume(): void {
    this.#comesBack = true;
    if (this.#ended) this.#reconnect();
    else this.#socket.resume();
  }

  #reconnect(): void {
    this.#comesBack = false;
    this.#ended = false;
    this.#upgraded = false;
    this.#waiting = this.#followers.size;
    this.#frames = new FrameReader(this.#message, this.#control);
    this.#socket = this.#connect();
  }

  #connect(): Socket {
    const socket = connect({
      host: "127.0.0.1",
      port: this.#order.port,
      onread: {
        buffer: shared,
        callback: (length, buffer) => {
          this.#read((buffer as Buffer).subarray(0, length));
          return true;
        },
      },
    });
    socket.setNoDelay(true);
    socket.on("error", () => {});
    socket.on("close", () => {
      if (socket === this.#socket) this.#close("gone");
    });
    socket.write(this.#upgrade(this.#opening));
    return socket;
  }

  /** Ends it without being counted. */
  end(): void {
    this.#ended = true;
    this.#socket.destroy();
  }

  #upgrade({ index, cookie }: Opening): string {
    const { path, origin, port } = this.#order;
    const address = `10.${(index >> 16) & 255}.${(index >> 8) & 255}.${index & 255}`;
    return [
      `GET ${path} HTTP/1.1`,
      `Host: 127.0.0.1:${port}`,
      "Connection: Upgrade",
      "Upgrade: websocket",
      "Sec-WebSocket-Version: 13",
      `Sec-WebSocket-Key: ${randomBytes(16).toString("base64")}`,
      "Sec-WebSocket-Protocol: graphql-transport-ws",
      `X-Forwarded-For: ${address}`,
      ...(origin ? [`Origin: ${origin}`] : []),
      ...(cookie ? [`Cookie: ${cookie}`] : []),
      "",
      "",
    ].join("\r\n");
  }

  #read(chunk: Buffer): void {
    this.#counts.received += chunk.length;
    if (this.#upgraded) return this.#frames.feed(chunk);
    const end = chunk.indexOf("\r\n\r\n");
    if (end < 0 || !chunk.subarray(0, 12).equals(Buffer.from("HTTP/1.1 101")))
      return this.#close(chunk.subarray(9, 12).toString());
    this.#upgraded = true;
    this.#send({ type: "connection_init" });
    if (chunk.length > end + 4) this.#frames.feed(chunk.subarray(end + 4));
  }

  #send(message: object): void {
    this.#socket.write(clientFrame(JSON.stringify(message)));
  }

  readonly #message = (buffer: Buffer, start: number, end: number): void => {
    const only = this.#only;
    if (only) {
      // The usual case: the very bytes that the first follower of the room got, and the next of this one.
      const next = only.log.updates.get(only.last + 1);
      if (
        next?.frame.length === end - start &&
        buffer.compare(next.frame, 0, next.frame.length, start, end) === 0
      )
        return this.#got(only, next.seq, end - start);
    }
    const at = buffer.indexOf(SENT, start);
    if (at < 0 || at >= end) return this.#other(buffer.toString("utf8", start, end));
    const follower = only ?? this.#addressee(buffer, start, end);
    if (!follower)
      return void this.#counts.strange.push(buffer.toString("utf8", start, start + 200));
    const seq = seqIn(buffer, at, end);
    const known = follower.log.updates.get(seq);
    if (!known) follower.log.add(buffer, { start, end }, seq, this.#counts.times);
    else {
      const length = known.payloadEnd - known.payloadAt;
      const from = at + PAYLOAD.length;
      if (buffer.compare(known.frame, known.payloadAt, known.payloadEnd, from, from + length) !== 0)
        this.#counts.different += 1;
    }
    this.#got(follower, seq, end - start);
  };

  #got(follower: Follower, seq: number, bytes: number): void {
    const counts = this.#counts;
    counts.deliveries += 1;
    counts.bytes += bytes;
    if (seq === follower.last + 1) follower.last = seq;
    else if (seq <= follower.last) counts.doubled += 1;
    else {
      counts.missed += seq - follower.last - 1;
      follower.last = seq;
    }
    const update = follower.log.updates.get(seq);
    if (!update) return;
    update.count += 1;
    update.times?.push(clock());
    if (update.count !== follower.log.members) return;
    update.lastAt = clock();
    counts.done(follower.log.room, seq, update.lastAt);
  }

  #addressee(buffer: Buffer, start: number, end: number): Follower | undefined {
    const at = buffer.indexOf('"id":"b', start);
    if (at < 0 || at >= end) return undefined;
    return this.#followers.get(buffer.toString("latin1", at + 6, buffer.indexOf('"', at + 6)));
  }

  #other(text: string): void {
    if (text.includes('"connection_ack"')) return this.#subscribe();
    if (text.includes('"type":"ping"')) return this.#send({ type: "pong" });
    if (text.includes('"__typename":"Live"')) return this.#ready();
    if (text.includes('"data":{"presence"')) return;
    if (text.includes('"__typename":"Heartbeat"') || text.includes('"type":"pong"')) return;
    if (this.#counts.strange.length < 20) this.#counts.strange.push(text.slice(0, 300));
  }

  #subscribe(): void {
    const { query, live, base, field } = this.#order;
    for (const { id, log, last } of this.#followers.values()) {
      const after = last > base ? { after: cursorOf(log.room, last) } : {};
      const variables =
        field === "presence"
          ? { groupId: groupId(log.room) }
          : { threadId: threadId(log.room), ...after };
      this.#send({ id, type: "subscribe", payload: { query, variables } });
      if (!live) this.#ready();
    }
  }

  #ready(): void {
    this.#waiting -= 1;
    if (this.#waiting === 0) this.#onReady();
  }

  readonly #control = (opcode: number, body: Buffer): void => {
    if (opcode === 9) this.#socket.write(clientFrame(body.toString("latin1"), 10));
    if (opcode === 8) this.#close(String(body.length >= 2 ? body.readUInt16BE(0) : 1005));
  };

  #close(code: string): void {
    if (this.#ended) return;
    this.end();
    this.#counts.closed[code] = (this.#counts.closed[code] ?? 0) + 1;
    if (this.#comesBack) this.#reconnect();
  }
}
