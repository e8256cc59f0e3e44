import type { LiveAnswer } from "../core/position.ts";
import type {
  Connection,
  ConnectionEvents,
  LiveOperation,
  Sink,
  Transport,
} from "../core/transport.ts";

interface Subscribed {
  operation: LiveOperation;
  sink: Sink;
  pos: number;
}

/** A server of one channel, in memory: cursors are `c<seq>`, replay then `Live`. */
export class FakeServer {
  readonly log: LiveAnswer[] = [];
  readonly opened: { kind: string; close: (code: number | null) => void }[] = [];
  readonly asked: LiveOperation[] = [];
  /** False: a new connection is refused. */
  sockets = true;
  streams = true;
  /** May change, drop or double what is written to a follower. */
  fault: (answers: LiveAnswer[]) => LiveAnswer[] = (answers) => answers;
  private live = new Set<Subscribed>();

  transport(kind: "socket" | "stream"): Transport {
    return (events) => this.connect(kind, events);
  }

  control(typename: string, seq: number, more: object = {}): LiveAnswer {
    return { __typename: typename, cursor: `c${seq}`, seq, prev: seq, ...more };
  }

  publish(count = 1): void {
    for (let n = 0; n < count; n += 1) {
      const seq = this.log.length + 1;
      this.log.push({ __typename: "MessageSent", cursor: `c${seq}`, seq, prev: seq - 1 });
    }
    for (const each of this.live) this.pump(each);
  }

  /** Writes one answer to every follower of a field as it is, whatever its place. */
  write(answer: LiveAnswer, field = "threadUpdates"): void {
    for (const { sink, operation } of this.live) {
      if (fieldOf(operation) === field) sink.next({ data: { [field]: answer } });
    }
  }

  heartbeat(): void {
    for (const { sink, operation, pos } of this.live) {
      sink.next({ data: { [fieldOf(operation)]: this.control("Heartbeat", pos) } });
    }
  }

  refuse(code: string): void {
    for (const { sink } of this.live) sink.failed([{ message: code, extensions: { code } }]);
  }

  cut(code: number | null = 1006): void {
    for (const each of this.opened.splice(0)) each.close(code);
  }

  get followers(): number {
    return this.live.size;
  }

  private pump(to: Subscribed): void {
    const batch = this.log.slice(to.pos);
    to.pos = this.log.length;
    for (const answer of this.fault(batch))
      to.sink.next({ data: { [fieldOf(to.operation)]: answer } });
  }

  private connect(kind: "socket" | "stream", events: ConnectionEvents): Connection {
    const mine = new Set<Subscribed>();
    let over = false;
    let begun = false;
    const close = (code: number | null): void => {
      if (over) return;
      over = true;
      for (const each of mine) this.live.delete(each);
      events.closed(code);
    };
    const begin = async (): Promise<void> => {
      await Promise.resolve();
      if (over) return;
      if (kind === "socket" ? !this.sockets : !this.streams) return close(1006);
      this.opened.push({ kind, close });
      events.opened();
      for (const each of mine) this.join(each);
    };
    return {
      subscribe: (operation, sink) => {
        this.asked.push(operation);
        const after = operation.variables["after"];
        const each = {
          operation,
          sink,
          pos: typeof after === "string" ? Number(after.slice(1)) : 0,
        };
        mine.add(each);
        if (!begun) {
          begun = true;
          void begin();
        } else if (this.opened.length > 0) this.join(each);
        return () => {
          mine.delete(each);
          this.live.delete(each);
        };
      },
      close: () => {
        over = true;
        for (const each of mine) this.live.delete(each);
      },
    };
  }

  private join(each: Subscribed): void {
    this.live.add(each);
    this.pump(each);
    if (!this.live.has(each)) return;
    const live = this.control("Live", each.pos);
    each.sink.next({ data: { [fieldOf(each.operation)]: live } });
  }
}

function fieldOf(operation: LiveOperation): string {
  return operation.operationName ?? "threadUpdates";
}
