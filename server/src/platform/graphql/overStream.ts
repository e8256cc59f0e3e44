import type { Request as HttpRequest, RequestHandler, Response } from "express";
import type { FormattedExecutionResult } from "graphql";
import type { Logger } from "../log/log.ts";
import { closeCodes, type Connections } from "./connections.ts";
import type { RequestContext } from "./context.ts";
import { badInput, unauthenticated } from "./errors.ts";
import { httpHead, type Present, throttled } from "./faults.ts";
import { type Arrival, type Request, isRequest } from "./caller.ts";
import type { Gate, Operation } from "./gate.ts";
import type { Runner } from "./run.ts";
import type { Flusher } from "./sharing/flusher.ts";
import { StreamOutlet } from "./sharing/outlets.ts";
import { Stream } from "./sharing/stream.ts";
import { StreamPeer } from "./streamPeer.ts";

export interface StreamHost {
  handler: RequestHandler;
  /** Called about once a second with the time. */
  look(now: number): void;
  /** One on each stream. */
  operations(): number;
}

/** Server-sent events in the distinct connections mode of graphql-sse: one POST, one operation, one stream. */
export function serveStreams<C extends RequestContext>(options: {
  gate: Gate;
  runner: Runner<C>;
  present: Present;
  connections: Connections;
  callers: WeakMap<HttpRequest, Arrival>;
  flusher: Flusher;
  isDraining: () => boolean;
  log: Logger;
}): StreamHost {
  const { gate, runner, present, connections, callers, flusher, log } = options;
  const peers = new Set<StreamPeer>();

  const admit = (body: Request, caller: Arrival): Operation | { errors: readonly unknown[] } => {
    const document = gate.read(gate.source(body));
    if (!("kind" in document)) return { errors: document };
    const admitted = gate.admit({ ...body, document }, caller);
    return "cost" in admitted ? admitted : { errors: admitted };
  };

  const stream = async (
    operation: Operation,
    caller: Arrival,
    peer: StreamPeer,
    ended: AbortSignal,
  ) => {
    const { viewer } = caller;
    if (operation.definition.operation !== "subscription") {
      await peer.next(await runner.run(operation, viewer));
      return peer.complete();
    }
    const failed = (error: unknown) => {
      log.error({ err: error }, "a live field broke; its stream is closed");
      peer.close(closeCodes.tryAgain);
    };
    const followed = await runner.follow(operation, viewer, failed);
    if (followed.kind === "refused") {
      await peer.next(followed.result);
      return peer.complete();
    }
    if (followed.kind === "other") {
      const { answers } = followed;
      const stop = () => void answers.return?.();
      if (ended.aborted) return stop();
      ended.addEventListener("abort", stop, { once: true });
      for await (const result of answers) await peer.next(result);
      return peer.complete();
    }
    const stream = new Stream({
      viewer,
      source: followed.source,
      answers: followed.answers,
      outlet: new StreamOutlet(peer.out, { end: () => peer.complete(), fail: failed }),
    });
    if (ended.aborted) return stream.stop();
    ended.addEventListener("abort", () => stream.stop(), { once: true });
    await stream.run();
  };

  const handler: RequestHandler = async (req, res) => {
    const caller = callers.get(req);
    if (!caller) throw new Error("the request has no caller");
    const body: unknown = req.body;
    if (!isRequest(body))
      return answer(res, 400, {
        errors: [
          present(
            badInput("Send query, operationName, variables and extensions as GraphQL has them."),
          ),
        ],
      });
    if (options.isDraining())
      return answer(res, 503, { errors: [present(throttled("This server is restarting.", 1))] });
    if (!connections.hasRoomFor(caller.address) && !caller.viewer)
      return answer(res, 429, {
        errors: [present(throttled("Too many connections from this address.", 1))],
      });

    const ended = new AbortController();
    const peer = new StreamPeer({
      res,
      flusher,
      address: caller.address,
      limits: gate.limits,
      farewell: { errors: [present(unauthenticated())] },
      onClosing: () => ended.abort(),
    });
    connections.enter(peer);
    const seated = caller.viewer ? connections.identify(peer, caller.viewer, caller.since) : "in";
    if (seated !== "in") {
      connections.leave(peer);
      const error =
        seated === "full" ? throttled("Too many connections; close one.", 1) : unauthenticated();
      const shown = { errors: [present(error)] };
      return answer(res, httpHead(shown).status, shown);
    }
    peers.add(peer);
    const leave = () => {
      peers.delete(peer);
      connections.leave(peer);
      peer.out.close();
      ended.abort();
    };
    res.on("close", leave);
    ended.signal.addEventListener("abort", leave, { once: true });
    // It may have gone while it was found out who it is, and nothing tells that again.
    if (res.closed) return leave();

    peer.open();
    try {
      const admitted = admit(body, caller);
      if ("errors" in admitted) {
        await peer.next({ errors: admitted.errors.map(present) });
        return peer.complete();
      }
      await stream(admitted, caller, peer, ended.signal);
    } catch (error) {
      await peer.next({ errors: [present(error)] });
      peer.complete();
    }
  };
  return {
    handler,
    look: (now) => {
      for (const peer of peers) peer.look(now);
    },
    operations: () => peers.size,
  };
}

function answer(res: Response, status: number, result: FormattedExecutionResult): void {
  const { headers } = httpHead(result);
  for (const [name, value] of Object.entries(headers)) res.setHeader(name, value);
  res.status(status).type("application/json; charset=utf-8").send(JSON.stringify(result));
}
