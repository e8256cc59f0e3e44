import { randomBytes } from "node:crypto";
import pg from "pg";
import { admitPerson } from "../../features/people/commands/admitPerson.ts";
import { LiveDelivery } from "../../live/live.ts";
import { LocalPokes } from "../../live/pokesLocal.ts";
import { createAccounts } from "../../platform/auth/accounts.ts";
import { openDatabase } from "../../platform/database/database.ts";
import { createLimits } from "../../platform/limits/limits.ts";
import type { Log } from "../../platform/log/log.ts";
import { entities } from "../../schema/rooms.ts";
import { ask } from "./asking.ts";
import { probeAddress, probeSlug } from "./remove.ts";

/** A person that the doctor asks through. Its mark finds whatever belongs to it. */
export interface Probe {
  mark: string;
  email: string;
  password: string;
}

export const newMark = (): string => randomBytes(16).toString("hex");

/**
 * Makes the person and the account by the product's own commands, in the database: a sign-up over HTTP would write a
 * letter, and count against whoever signs up from this address.
 */
export async function makeProbe(options: {
  databaseUrl: string;
  mark: string;
  publicUrl: string;
  log: Log;
}): Promise<Probe> {
  const { databaseUrl, mark, publicUrl, log } = options;
  const probe = {
    mark,
    email: probeAddress(mark),
    password: randomBytes(24).toString("base64url"),
  };
  const database = await openDatabase({ url: databaseUrl, entities, poolSize: 2 });
  const pool = new pg.Pool({
    connectionString: databaseUrl,
    max: 2,
    options: "-c search_path=auth",
  });
  try {
    // Not started: it follows nothing, and writes.
    const live = new LiveDelivery({ database, pokes: new LocalPokes(), log, heartbeatMs: 25_000 });
    const accounts = createAccounts({
      pool,
      // It signs nothing here: the nodes do.
      config: { publicUrl, secret: randomBytes(32).toString("base64url"), trustProxy: 0 },
      mailer: { send: () => {}, settle: async () => {} },
      limits: createLimits({ pool }),
      log,
      onAccountCreated: (account) => admitPerson({ live }, account),
      onSessionsEnded: () => {},
    });
    await accounts.createAccount({
      name: "The doctor's probe",
      email: probe.email,
      password: probe.password,
      verified: true,
    });
    return probe;
  } finally {
    await pool.end();
    await database.close();
  }
}

/** A group of the probe's own with one thread, made through the API as people make it. */
export async function makeThread(
  url: string,
  token: string,
  { mark, clientKey }: { mark: string; clientKey: string },
): Promise<{ threadId: string; cursor: string }> {
  const { createNetwork } = await ask<{ createNetwork: { network: { id: string } } }>(
    url,
    token,
    "mutation($input: CreateNetworkInput!) { createNetwork(input: $input) { network { id } errors { message } } }",
    { input: { slug: probeSlug(mark), name: "The doctor's probe" } },
  );
  const { createGroup } = await ask<{ createGroup: { group: { id: string } } }>(
    url,
    token,
    "mutation($input: CreateGroupInput!) { createGroup(input: $input) { group { id } errors { message } } }",
    { input: { networkId: createNetwork.network.id, name: "The doctor's probe", kind: "COHORT" } },
  );
  const { startThread } = await ask<{ startThread: { thread: { id: string }; cursor: string } }>(
    url,
    token,
    "mutation($input: StartThreadInput!) { startThread(input: $input) { thread { id } cursor errors { message } } }",
    {
      input: {
        groupId: createGroup.group.id,
        title: "The doctor's probe",
        kind: "DISCUSSION",
        body: "The first",
        clientKey,
      },
    },
  );
  return { threadId: startThread.thread.id, cursor: startThread.cursor };
}

/** Sends one message; resolves when it is acknowledged. */
export async function send(
  url: string,
  token: string,
  { threadId, body, clientKey }: { threadId: string; body: string; clientKey: string },
): Promise<void> {
  await ask(
    url,
    token,
    "mutation($input: SendMessageInput!) { sendMessage(input: $input) { message { id } errors { message } } }",
    { input: { threadId, body, clientKey } },
  );
}
