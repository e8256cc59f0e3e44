import { randomUUID } from "node:crypto";
import type pg from "pg";
import { verifiedToken } from "../../platform/auth/signedToken.ts";
import type { GivenConfig } from "../../platform/config/config.ts";
import type { Log } from "../../platform/log/log.ts";
import { consumers } from "../../schema/rooms.ts";
import { withClient } from "../installation.ts";
import { ask, Refusal, signIn } from "./asking.ts";
import { pause } from "./heard.ts";
import { lookAtDelivery } from "./lookAtDelivery.ts";
import { makeProbe, makeThread, newMark, type Probe } from "./probe.ts";
import { findOldProbes, probeSlug, removeProbe } from "./remove.ts";
import { reason, type Report } from "./report.ts";

const CONSUMERS_MS = 15_000;
const REMOVALS = 5;

interface Through {
  databaseUrl: string;
  given: GivenConfig;
  /** The addresses that serve. */
  urls: readonly string[];
  pokes: boolean;
  log: Log;
  signal: AbortSignal | undefined;
}

/** Makes a probe, lets it live, and removes it whatever happens. What an earlier doctor left behind goes first. */
export async function lookThroughProbe(report: Report, through: Through): Promise<void> {
  const { databaseUrl, given, log, signal } = through;
  for (const old of await withClient(databaseUrl, findOldProbes)) {
    await withClient(databaseUrl, (client) => removeProbe(client, old));
    report.right("A probe that an earlier doctor left behind was removed.");
  }
  const mark = newMark();
  try {
    const probe = await makeProbe({ databaseUrl, mark, publicUrl: given.publicUrl, log });
    await Promise.race([live(report, through, probe), interruption(signal)]);
    await lookAtConsumers(report, databaseUrl, probe);
  } catch (error) {
    report.wrong(
      error instanceof Refusal
        ? `The probe was refused: ${reason(error)}.`
        : `The probe broke off: ${reason(error)}.`,
      "Read the node's log of this moment.",
    );
  }
  try {
    await removeSurely(databaseUrl, mark);
    report.right("The probe was removed, and nothing of it is left.");
  } catch (error) {
    report.wrong(
      `The probe could not be removed: ${reason(error)}.`,
      "Run the doctor again in ten minutes: it begins with removing what was left behind.",
    );
  }
}

/** After an interruption something that the probe asked for may still be on its way into the tables. */
async function removeSurely(databaseUrl: string, mark: string): Promise<void> {
  for (let tries = 1; ; tries += 1)
    try {
      return await withClient(databaseUrl, (client) => removeProbe(client, mark));
    } catch (error) {
      if (tries === REMOVALS) throw error;
      await pause(1_000);
    }
}

async function live(report: Report, through: Through, probe: Probe): Promise<void> {
  const { urls, pokes } = through;
  const [first = ""] = urls;
  const token = await signIn(first, probe);
  report.right(`A sign-in at ${first} works.`);
  await lookAtSecret(report, through, token);
  const thread = await makeThread(first, token, { mark: probe.mark, clientKey: randomUUID() });
  const doomed = await signIn(first, probe);
  await lookAtDelivery(report, { urls, ...thread, token, doomed, pokes });
}

/** One session on all nodes: it is the same secret that they sign with. */
async function lookAtSecret(report: Report, through: Through, token: string): Promise<void> {
  const { databaseUrl, given, urls } = through;
  const strangers: string[] = [];
  for (const url of urls)
    await ask<{ viewer: object | null }>(url, token, "{ viewer { person { id } } }").then(
      ({ viewer }) => viewer ?? strangers.push(url),
      (error: unknown) => {
        if (!(error instanceof Refusal) || error.code !== "UNAUTHENTICATED") throw error;
        strangers.push(url);
      },
    );
  const advice = "Give all nodes the same BARAZA_SECRET, or none of them one.";
  if (strangers.length > 0)
    report.wrong(`A session of ${urls[0]} is not known at ${strangers.join(" and ")}.`, advice);
  else if (urls.length > 1) report.right("A session of one node is good at the others.");
  const secret = given.secret ?? (await withClient(databaseUrl, keptSecret));
  if (secret && verifiedToken(token, secret) === null)
    report.look(
      "The secret in this environment is not the one that the nodes sign with.",
      `A node that is started with this environment would know nobody. ${advice}`,
    );
}

async function keptSecret(client: pg.ClientBase): Promise<string | null> {
  const { rows } = await client.query<{ secret: string | null }>("select secret from installation");
  return rows[0]?.secret ?? null;
}

/** Also what makes the removal safe: nobody is at the probe's channels any more. */
async function lookAtConsumers(report: Report, databaseUrl: string, probe: Probe): Promise<void> {
  const until = performance.now() + CONSUMERS_MS;
  const behind = () => withClient(databaseUrl, (client) => channelsBehind(client, probe));
  let left = await behind();
  for (; left > 0 && performance.now() < until; left = await behind()) await pause(200);
  if (left === 0) report.right("The consumers of the log (mentions, letters) keep up.");
  else
    report.look(
      `The consumers of the log are more than ${CONSUMERS_MS / 1000} s late: mentions and letters wait.`,
      "Look at baraza_consumer_age_seconds, and for a consumer that failed in the nodes' logs.",
    );
}

async function channelsBehind(client: pg.ClientBase, { mark, email }: Probe): Promise<number> {
  const { rows } = await client.query<{ behind: number }>(
    `select count(*)::integer as behind
     from channel cross join unnest($1::text[]) as heard (consumer)
     left join consumer_position taken
       on taken.channel_id = channel.id and taken.consumer = heard.consumer
     where channel.head_seq > coalesce(taken.seq, 0) and channel.id in (
       select id from network where slug = $2
       union all
       select "group".id from "group" join network on network.id = network_id where slug = $2
       union all
       select id from auth."user" where email = $3)`,
    [consumers.map(({ name }) => name), probeSlug(mark), email],
  );
  return rows[0]?.behind ?? 0;
}

function interruption(signal: AbortSignal | undefined): Promise<never> {
  return new Promise((_, reject) => {
    signal?.addEventListener("abort", () => reject(new Error("it was interrupted")), {
      once: true,
    });
  });
}
