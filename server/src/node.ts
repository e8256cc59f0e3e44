import { once } from "node:events";
import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import { Context } from "./house/context.ts";
import { watchNode } from "./live/watch.ts";
import { RecentViewers } from "./platform/auth/recentViewers.ts";
import type { Config } from "./platform/config/config.ts";
import { PlainError } from "./platform/config/plainError.ts";
import { isOutage } from "./platform/database/outage.ts";
import { mountPictures } from "./platform/files/exchange.ts";
import { mountGraphql, type Authenticate } from "./platform/graphql/host.ts";
import type { GraphqlLimits } from "./platform/graphql/limits.ts";
import { createFrame } from "./platform/http/frame.ts";
import { closeServer } from "./platform/http/stop.ts";
import { Jobs } from "./platform/jobs/jobs.ts";
import { mailboxPage } from "./platform/mail/mailboxPage.ts";
import { createMetrics } from "./platform/telemetry/metrics.ts";
import { openHouse, type HouseOptions, type OpenHouse } from "./openHouse.ts";
import { forgetUnusedPhotos } from "./features/people/jobs.ts";
import { photosOf } from "./schema/photos.ts";
import { chores, consumers, jobs } from "./schema/rooms.ts";
import { buildSchema } from "./schema/schema.ts";

export interface BarazaNode {
  /** Where it listens. */
  readonly url: string;
  readonly house: OpenHouse;
  /** Ends it without losing a request: not ready, no new sockets, close, finish. */
  stop(): Promise<void>;
}

export interface NodeOptions extends HouseOptions {
  /** The client's build; null serves none. */
  clientFolder: string | null;
  /** Other limits than those that users meet. */
  limits?: Partial<GraphqlLimits>;
  /** Runs on the open house before anybody can ask: whoever connects finds it done. */
  prepare?: (house: OpenHouse) => Promise<void>;
  /** Milliseconds between saying "not ready" and closing sockets: a proxy takes its time to notice. */
  graceMs?: number;
}

/** One node of an installation, listening. */
export async function startNode(options: NodeOptions): Promise<BarazaNode> {
  const { config, log, graceMs = 5_000 } = options;
  const { publicUrl, trustProxy, metricsToken, upgradesPerSecond, demo } = config;
  const house = await openHouse(options);
  const { accounts, database, live, mailbox, pokes, presence } = house;
  const metrics = createMetrics();
  const frame = createFrame({
    publicUrl,
    trustProxy,
    clientFolder: options.clientFolder,
    checks: house.checks,
    metrics,
    metricsToken,
    log,
  });
  frame.app.all("/api/auth/*splat", accounts.handler);
  if (mailbox) frame.app.all(["/dev/mail", "/dev/mail.json"], mailboxPage({ mailbox, publicUrl }));
  const viewers = new RecentViewers(accounts);
  pokes.onControl((message) => {
    if (message.kind === "sessionsEnded") viewers.end(message.sessionIds);
    else if (message.kind === "personEnded") viewers.end([message.personId]);
  });
  const authenticate: Authenticate = ({ headers }, authorization) =>
    viewers.viewerOf(headers, authorization);
  mountPictures({ app: frame.app, authenticate, publicUrl, ...photosOf(house) });
  const host = await mountGraphql<Context>({
    app: frame.app,
    server: frame.server,
    schema: buildSchema(),
    authenticate,
    contextFor: (audience, beside) => new Context(house, audience, beside),
    limits: { upgradesPerSecond, ...options.limits },
    publicUrl,
    trustProxy,
    strangersReadSchema: demo,
    unavailable: isOutage,
    metrics,
    log,
  });
  frame.complete();
  const watch = watchNode({
    live,
    host,
    accounts,
    pokes,
    presence,
    log,
    metrics,
    clock: house.clock,
    pools: house.pools,
    chores: [...chores, () => forgetUnusedPhotos(house)],
    consumers: consumers.map(({ name }) => name),
    db: database.db,
  });
  const tools = { db: database.db, live };
  const queues = new Jobs({ url: options.databaseUrl, jobs, tools, metrics, log });
  try {
    await options.prepare?.(house);
    await queues.start();
    await listen(frame.server, config);
  } catch (error) {
    await queues.stop();
    await watch.stop();
    await house.close();
    throw error;
  }

  return {
    url: `http://${hostName(config.host)}:${(frame.server.address() as AddressInfo).port}`,
    house,
    async stop() {
      frame.beginStop();
      await new Promise((resolve) => setTimeout(resolve, graceMs));
      await host.drain();
      await closeServer(frame.server, 5_000);
      await queues.stop();
      await watch.stop();
      await house.close();
    },
  };
}

/** Throws a PlainError when the address cannot be listened on. */
async function listen(server: Server, { port, host }: Config): Promise<void> {
  // Everybody comes back at once when a node did: Node's own queue of 511 would turn the rest away unheard.
  server.listen({ port, host, backlog: 4_096 });
  try {
    await once(server, "listening");
  } catch (error) {
    throw explainListen(error as NodeJS.ErrnoException, { port, host });
  }
}

function explainListen(
  error: NodeJS.ErrnoException,
  { port, host }: { port: number; host: string },
): Error {
  switch (error.code) {
    case "EADDRINUSE":
      return new PlainError(
        `Port ${port} is taken by another program: stop it, or choose another port with PORT=4001.`,
      );
    case "EACCES":
      return new PlainError(
        `Port ${port} is not for ordinary programs: choose one above 1023 with PORT.`,
      );
    case "EADDRNOTAVAIL":
      return new PlainError(
        `This machine does not have the address ${host}: correct HOST or leave it out.`,
      );
    default:
      return error;
  }
}

const hostName = (host: string) => (host === "0.0.0.0" || host === "::" ? "localhost" : host);
