import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { Pool } from "pg";
import { databaseUrl, onServer } from "../../testing/database.ts";
import { createLimits } from "../limits/limits.ts";
import { createLog } from "../log/log.ts";
import { Mailbox } from "../mail/mailbox.ts";
import { createAccounts } from "./accounts.ts";
import type { Account } from "./library.ts";
import { authSchemaSql } from "./schema.ts";

/** A database of its own with nothing but accounts in it; it goes with the server of the tests. */
export async function accountsDatabase(postgresUrl: string, name: string) {
  const database = `accounts_${name}_${process.pid}`;
  await onServer(postgresUrl, `create database ${database}`);
  const url = databaseUrl(postgresUrl, database);
  await onServer(url, authSchemaSql);
  return { url };
}

/** Accounts behind a real HTTP server. Several of them on one database are several nodes, or one restarted. */
export async function startAccounts(options: {
  databaseUrl: string;
  trustProxy?: number;
  https?: boolean;
  onAccountCreated?: (account: Account) => Promise<void>;
}) {
  const pool = new Pool({
    connectionString: options.databaseUrl,
    options: "-c search_path=auth",
    max: 10,
  });
  const mailbox = new Mailbox();
  const created: Account[] = [];
  const ended: string[] = [];
  const logged: string[] = [];
  const server = createServer((request, response) => void accounts.handler(request, response));
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const port = (server.address() as AddressInfo).port;
  const limits = createLimits({ pool });
  const accounts = createAccounts({
    pool,
    limits,
    mailer: mailbox,
    config: {
      publicUrl: options.https ? "https://baraza.example.org" : `http://127.0.0.1:${port}`,
      secret: "a secret of the tests, long enough for the library",
      trustProxy: options.trustProxy ?? 1,
    },
    log: createLog({ level: "debug", to: { write: (line) => void logged.push(line) } }),
    onAccountCreated:
      options.onAccountCreated ??
      (async (account) => {
        created.push(account);
      }),
    onSessionsEnded: (ids) => void ended.push(...ids),
  });

  /** The client's address is the one a trusted proxy would have written. */
  async function ask(
    path: string,
    request: {
      body?: unknown;
      cookie?: string;
      bearer?: string;
      from?: string;
      headers?: Record<string, string>;
      method?: string;
    } = {},
  ) {
    const headers: Record<string, string> = {
      "x-forwarded-for": request.from ?? "192.0.2.1",
      ...request.headers,
    };
    if (request.cookie) Object.assign(headers, { cookie: request.cookie, origin });
    if (request.bearer) headers.authorization = `Bearer ${request.bearer}`;
    const init: RequestInit = {
      method: request.method ?? ("body" in request ? "POST" : "GET"),
      headers,
      redirect: "manual",
    };
    if ("body" in request) {
      headers["content-type"] ??= "application/json";
      init.body =
        typeof request.body === "string" || request.body instanceof Uint8Array
          ? (request.body as string)
          : JSON.stringify(request.body);
    }
    const answer = await fetch(`http://127.0.0.1:${port}/api/auth${path}`, init);
    const text = await answer.text();
    const json: unknown = /json/.test(answer.headers.get("content-type") ?? "")
      ? JSON.parse(text)
      : null;
    return {
      status: answer.status,
      headers: answer.headers,
      text,
      body: json as Record<string, unknown> & { code?: string; message?: string },
      cookie: answer.headers
        .getSetCookie()
        .map((line) => line.split(";")[0] ?? "")
        .filter((pair) => !pair.endsWith("="))
        .join("; "),
      token: answer.headers.get("set-auth-token") ?? "",
    };
  }
  const origin = options.https ? "https://baraza.example.org" : `http://127.0.0.1:${port}`;

  return {
    accounts,
    pool,
    limits,
    mailbox,
    created,
    ended,
    logged,
    origin,
    ask,
    /** The code in the link of the latest letter of this kind to this address. */
    codeFor(kind: string, email: string): string {
      const mail = mailbox.mails().find((each) => each.kind === kind && each.to === email);
      return decodeURIComponent(/token=(\S+)/.exec(mail?.text ?? "")?.[1] ?? "");
    },
    async stop() {
      server.close();
      server.closeAllConnections();
      await pool.end();
    },
  };
}

export type TestAccounts = Awaited<ReturnType<typeof startAccounts>>;
