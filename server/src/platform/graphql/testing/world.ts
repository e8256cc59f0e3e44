import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import express from "express";
import type { FormattedExecutionResult } from "graphql";
import { createLog } from "../../log/log.ts";
import { isMany, type RequestContext, type Viewer } from "../context.ts";
import { type GraphqlHost, type GraphqlOptions, mountGraphql } from "../host.ts";
import { testSchema } from "./schema.ts";
import { Source } from "./source.ts";
import { type SocketClient, socketClient } from "./socketClient.ts";

export interface World {
  url: string;
  server: Server;
  host: GraphqlHost;
  /** What subscriptions read, oldest first; `source` is the newest. */
  sources: Source[];
  source: () => Source;
  /** Lines of the log. */
  logged: string[];
  socket(options?: Parameters<typeof socketClient>[1]): Promise<SocketClient>;
  stop(): Promise<void>;
}

/** "Bearer amina" is Amina in her session "amina-1"; the cookie "session=amina" likewise. Anyone else is a stranger. */
const people = /^(?:Bearer |.*session=)(amina|bwalya|chanda)$/;

function whoIs(credentials: string | undefined): Viewer | null {
  const name = people.exec(credentials ?? "")?.[1];
  return name ? { personId: name, sessionId: `${name}-1`, scopes: "all" } : null;
}

/** A listening server with the test schema behind the three transports. */
export async function world(options: Partial<GraphqlOptions<RequestContext>> = {}): Promise<World> {
  const app = express();
  const server = createServer(app);
  const logged: string[] = [];
  const sources: Source[] = [];
  const host = await mountGraphql<RequestContext>({
    app,
    server,
    schema: testSchema(() => {
      const source = new Source();
      sources.push(source);
      return source;
    }),
    authenticate: async (request, authorization) => whoIs(authorization ?? request.headers.cookie),
    contextFor: (audience) => ({ viewer: isMany(audience) ? null : audience }),
    publicUrl: "http://baraza.test",
    strangersReadSchema: false,
    log: createLog({ level: "info", to: { write: (line) => void logged.push(line) } }),
    ...options,
    limits: { closeMs: 100, drainMs: 50, ...options.limits },
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const url = `http://127.0.0.1:${port}/graphql`;
  return {
    url,
    server,
    host,
    sources,
    source: () => {
      const source = sources.at(-1);
      if (!source) throw new Error("nobody has subscribed");
      return source;
    },
    logged,
    socket: (given) => socketClient(url, given),
    async stop() {
      host.closeAll(1001);
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

export async function post(
  url: string,
  body: unknown,
  headers: Record<string, string> = {},
): Promise<{ status: number; headers: Headers; body: FormattedExecutionResult }> {
  const response = await fetch(url, {
    method: "POST",
    headers: { "content-type": "application/json", ...headers },
    body: typeof body === "string" ? body : JSON.stringify(body),
  });
  return {
    status: response.status,
    headers: response.headers,
    body: (await response.json()) as FormattedExecutionResult,
  };
}
