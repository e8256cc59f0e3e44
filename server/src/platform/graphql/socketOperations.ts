import { type FormattedExecutionResult, GraphQLError } from "graphql";
import { CloseCode, MessageType, type SubscribeMessage } from "graphql-ws";
import type { Logger } from "../log/log.ts";
import type { Caller } from "./caller.ts";
import { closeCodes } from "./connections.ts";
import type { RequestContext, Viewer } from "./context.ts";
import { type Present, throttled } from "./faults.ts";
import type { Gate, Operation } from "./gate.ts";
import type { Followed, Runner } from "./run.ts";
import type { Batch } from "./sharing/batch.ts";
import { type Outlet, Stream } from "./sharing/stream.ts";
import type { SocketPeer } from "./socketPeer.ts";

/** What the operations of all sockets work with. */
export interface OperationTools<C extends RequestContext> {
  gate: Gate;
  runner: Runner<C>;
  present: Present;
  log: Logger;
}

/** One operation of a socket, and where its answers are written. A socket may have many, so that it holds little. */
class SocketOperation implements Outlet {
  /** As JSON. */
  readonly id: string;
  /** Nobody waits for its answers any more. */
  over = false;
  /** What goes on by itself until it is stopped. */
  running: { stop(): void } | null = null;
  readonly #of: Owner;

  constructor(id: string, of: Owner) {
    this.id = id;
    this.#of = of;
  }

  get waiting(): boolean {
    return this.#of.peer.out.waiting;
  }

  get blocked(): boolean {
    return this.#of.peer.out.blocked;
  }

  write(batch: Batch): void {
    this.#of.peer.out.push(batch.forSocket(this.id));
  }

  drained(): Promise<void> {
    return this.#of.peer.out.drained();
  }

  end(): void {
    this.#of.complete(this);
  }

  fail(error: unknown): void {
    this.#of.fail(error);
  }

  stop(): void {
    this.over = true;
    this.running?.stop();
    this.running = null;
  }
}

/** What an operation knows of those among which it runs. */
interface Owner {
  readonly peer: SocketPeer;
  complete(operation: SocketOperation): void;
  fail(error: unknown): void;
}

/**
 * The operations of one socket. They run beside the protocol library, which would iterate over each stream and hold a
 * loop, its functions and the message for it: most of what a subscription that waits would cost.
 */
export class SocketOperations<C extends RequestContext> implements Owner {
  readonly peer: SocketPeer;
  viewer: Viewer | null = null;
  readonly #tools: OperationTools<C>;
  /** A few dozen at most. */
  #running: SocketOperation[] = [];
  #ended = false;

  constructor(peer: SocketPeer, tools: OperationTools<C>) {
    this.peer = peer;
    this.#tools = tools;
  }

  get count(): number {
    return this.#running.length;
  }

  async begin({ id, payload }: SubscribeMessage): Promise<void> {
    const quoted = JSON.stringify(id);
    if (this.#running.some((each) => each.id === quoted)) {
      const reason = id.length < 80 ? `Subscriber for ${id} already exists` : "Subscriber exists";
      return this.peer.close(CloseCode.SubscriberAlreadyExists, reason);
    }
    const operation = new SocketOperation(quoted, this);
    this.#running.push(operation);
    const admitted = this.#admit(payload);
    if ("cost" in admitted) return this.#run(operation, admitted);
    const errors = admitted.map((error) => this.#tools.present(error));
    this.#forget(operation);
    await this.#tell(operation, MessageType.Error, errors);
  }

  /** The other end wants no more of it. */
  leave(id: string): void {
    const quoted = JSON.stringify(id);
    const operation = this.#running.find((each) => each.id === quoted);
    if (!operation) return;
    this.#forget(operation);
    operation.stop();
  }

  /** The socket has gone. */
  endAll(): void {
    this.#ended = true;
    const running = this.#running;
    this.#running = [];
    for (const operation of running) operation.stop();
  }

  complete(operation: SocketOperation): void {
    if (operation.over) return;
    operation.over = true;
    this.#forget(operation);
    void this.peer.send(`{"id":${operation.id},"type":"${MessageType.Complete}"}`);
  }

  fail(error: unknown): void {
    this.#tools.log.error({ err: error }, "a live field broke; its socket is closed");
    this.peer.close(closeCodes.tryAgain, "Try again");
  }

  #admit(payload: SubscribeMessage["payload"]): Operation | readonly GraphQLError[] {
    const { gate } = this.#tools;
    const { peer, viewer } = this;
    const { operationsPerSocket, operationsPerSecond } = gate.limits;
    const caller: Caller = { viewer, address: peer.address, streams: true };
    try {
      if (this.#running.length > operationsPerSocket)
        throw throttled(`A socket carries ${operationsPerSocket} operations at a time.`, 1);
      if (!peer.operations.take())
        throw throttled(`A socket starts ${operationsPerSecond} operations a second.`, 1);
      gate.knock(caller);
      const document = gate.read(gate.source(payload));
      if (!("kind" in document)) return document;
      return gate.admit({ ...payload, document }, caller);
    } catch (error) {
      if (error instanceof GraphQLError) return [error];
      throw error;
    }
  }

  async #run(operation: SocketOperation, admitted: Operation): Promise<void> {
    const { runner } = this.#tools;
    const { viewer } = this;
    let result: FormattedExecutionResult;
    if (admitted.definition.operation === "subscription") {
      const followed = await runner.follow(admitted, viewer, (error) => this.fail(error));
      if (followed.kind === "live") return this.#follow(operation, followed);
      if (followed.kind === "other") return this.#relay(operation, followed.answers);
      ({ result } = followed);
    } else result = await runner.run(admitted, viewer);
    await this.#tell(operation, MessageType.Next, result);
    this.complete(operation);
  }

  #follow(operation: SocketOperation, followed: Followed<C> & { kind: "live" }): void {
    const { source, answers } = followed;
    const stream = new Stream({ viewer: this.viewer, source, answers, outlet: operation });
    if (operation.over || this.#ended) return stream.stop();
    operation.running = stream;
    void stream.run();
  }

  async #relay(
    operation: SocketOperation,
    answers: AsyncIterableIterator<FormattedExecutionResult>,
  ): Promise<void> {
    const stop = () => void answers.return?.();
    if (operation.over) return stop();
    operation.running = { stop };
    for await (const result of answers) await this.#tell(operation, MessageType.Next, result);
    this.complete(operation);
  }

  /** Resolves when the system has taken it. */
  async #tell(operation: SocketOperation, type: MessageType, payload: unknown): Promise<void> {
    if (operation.over) return;
    await this.peer.send(
      `{"id":${operation.id},"type":"${type}","payload":${JSON.stringify(payload)}}`,
    );
  }

  #forget(operation: SocketOperation): void {
    this.#running = this.#running.filter((each) => each !== operation);
  }
}
