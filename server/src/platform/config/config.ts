import path from "node:path";
import { z } from "zod";
import { PlainError } from "./plainError.ts";
import { keptSecret } from "./secret.ts";

/** What the operator decides. Everything else is the code's own business. */
export interface Config {
  /** Where the one listener stands; 0 asks the system for a free port. */
  port: number;
  /** 127.0.0.1 unless told otherwise: the demo accounts have a published password and are for this machine only. */
  host: string;
  /** Absolute; holds the embedded database and the secret. */
  dataDir: string;
  /** null: the embedded PostgreSQL is started. */
  databaseUrl: string | null;
  /** A PostgreSQL that streams from it and answers replay and history; null: there is none. */
  databaseReplicaUrl: string | null;
  /** How many days an entry of the log is kept at the least: who was away longer begins anew. */
  logKeptDays: number;
  /** null: this is the only node, and live delivery stays within it. */
  redisUrl: string | null;
  /** What people type in the browser, without a trailing slash; links in mails and the origin check use it. */
  publicUrl: string;
  /** Fill an empty database with the demo world. */
  demo: boolean;
  /** null: mails are kept in a mailbox in memory. */
  smtpUrl: string | null;
  mailFrom: string;
  /** At least 32 characters; signs sessions and tokens, so all nodes share it. */
  secret: string;
  /** How many proxies of ours stand in front; their X-Forwarded-For entries are believed, no more. */
  trustProxy: number;
  logLevel: "silent" | "fatal" | "error" | "warn" | "info" | "debug" | "trace";
  /** Milliseconds between two heartbeats on a live connection. */
  heartbeatMs: number;
  /** null: /metrics is for this machine only. */
  metricsToken: string | null;
  /** Sockets that may open in a second on one node; more are told to try again. */
  upgradesPerSecond: number;
}

/** What the environment says. Without a secret of its own an installation with a database keeps one there. */
export type GivenConfig = Omit<Config, "secret"> & { secret: string | null };

const wholeNumber = (from: number, to: number) =>
  z
    .string()
    .regex(/^\d{1,9}$/)
    .transform(Number)
    .pipe(z.number().min(from).max(to));

const switchWords = new Map([
  ...["1", "true", "yes", "on"].map((word) => [word, true] as const),
  ...["0", "false", "no", "off"].map((word) => [word, false] as const),
]);
const onOrOff = z
  .string()
  .toLowerCase()
  .refine((word) => switchWords.has(word))
  .transform((word) => switchWords.get(word));

const address = (protocol: RegExp) =>
  z.string().refine((text) => URL.canParse(text) && protocol.test(text));

/** Not parsed as a URL: "postgresql://user@/db?host=/run/postgresql" is good PostgreSQL and no good URL. */
const postgres = z.string().regex(/^postgres(ql)?:\/\//);

/** A server may be an IPv6 address in brackets; what stands before the @ are user and password. */
const clusterOfRedis =
  /^rediss?\+cluster:\/\/([^@/\s]*@)?(\[[\da-f:]+\]|[\w.-]+)(:\d+)?(,(\[[\da-f:]+\]|[\w.-]+)(:\d+)?)*\/?$/i;

const variables = z.object({
  PORT: wholeNumber(0, 65535).default(4000),
  HOST: z
    .string()
    .regex(/^[\w.:-]+$/)
    .default("127.0.0.1"),
  DATA_DIR: z.string().default(".data"),
  DATABASE_URL: postgres.optional(),
  DATABASE_REPLICA_URL: postgres.optional(),
  LOG_KEPT_DAYS: wholeNumber(1, 36_500).default(14),
  // The addresses of a cluster, separated by commas, are no URL either.
  REDIS_URL: z.union([address(/^rediss?:/), z.string().regex(clusterOfRedis)]).optional(),
  PUBLIC_URL: address(/^https?:/)
    .transform((url) => new URL(url).href.replace(/\/+$/, ""))
    .optional(),
  DEMO: onOrOff.optional(),
  SMTP_URL: address(/^smtps?:/).optional(),
  MAIL_FROM: z.string().includes("@").optional(),
  BARAZA_SECRET: z.string().min(32).optional(),
  TRUST_PROXY: wholeNumber(0, 10).default(0),
  LOG_LEVEL: z.enum(["silent", "fatal", "error", "warn", "info", "debug", "trace"]).default("info"),
  HEARTBEAT_MS: wholeNumber(100, 300_000).default(25_000),
  METRICS_TOKEN: z.string().min(16).optional(),
  UPGRADES_PER_SECOND: wholeNumber(1, 100_000).default(300),
});

const wanted: Record<keyof z.infer<typeof variables>, string> = {
  PORT: "a port number from 0 to 65535",
  HOST: "the address to listen on, such as 127.0.0.1 or 0.0.0.0",
  DATA_DIR: "a folder",
  DATABASE_URL: "a PostgreSQL address, such as postgresql://user:password@host:5432/baraza",
  DATABASE_REPLICA_URL: "the address of a PostgreSQL that streams from DATABASE_URL",
  LOG_KEPT_DAYS: "a number of days from 1 to 36500",
  REDIS_URL:
    "a Redis address, such as redis://host:6379, or those of a cluster, such as redis+cluster://one:6379,two:6379",
  PUBLIC_URL: "the address that people use, such as https://baraza.example.org",
  DEMO: "1 or 0",
  SMTP_URL: "a mail server's address, such as smtp://user:password@host:587",
  MAIL_FROM: "an e-mail address",
  BARAZA_SECRET: "at least 32 random characters",
  TRUST_PROXY: "the number of proxies in front of Baraza, from 0 to 10",
  LOG_LEVEL: "one of silent, fatal, error, warn, info, debug and trace",
  HEARTBEAT_MS: "a number of milliseconds from 100 to 300000",
  METRICS_TOKEN: "at least 16 random characters",
  UPGRADES_PER_SECOND: "a number from 1 to 100000",
};

/** Reads the environment. An empty variable counts as absent. Throws a PlainError that names the first wrong one. */
export function readConfig(environment: NodeJS.ProcessEnv): GivenConfig {
  const given = Object.entries(environment).filter(([, value]) => value?.trim());
  const parsed = variables.safeParse(
    Object.fromEntries(given.map(([name, value]) => [name, value?.trim()])),
  );
  if (!parsed.success) {
    const name = parsed.error.issues[0]?.path[0] as keyof typeof wanted;
    throw new PlainError(
      `The environment variable ${name} has to be ${wanted[name]}: correct it or leave it out.`,
    );
  }
  const env = parsed.data;
  const dataDir = path.resolve(env.DATA_DIR);
  const publicUrl = env.PUBLIC_URL ?? `http://localhost:${env.PORT}`;
  return {
    port: env.PORT,
    host: env.HOST,
    dataDir,
    databaseUrl: env.DATABASE_URL ?? null,
    databaseReplicaUrl: env.DATABASE_REPLICA_URL ?? null,
    logKeptDays: env.LOG_KEPT_DAYS,
    redisUrl: env.REDIS_URL ?? null,
    publicUrl,
    demo: env.DEMO ?? !env.DATABASE_URL,
    smtpUrl: env.SMTP_URL ?? null,
    mailFrom: env.MAIL_FROM ?? `Baraza <no-reply@${new URL(publicUrl).hostname}>`,
    secret: env.BARAZA_SECRET ?? (env.DATABASE_URL ? null : keptSecret(dataDir)),
    trustProxy: env.TRUST_PROXY,
    logLevel: env.LOG_LEVEL,
    heartbeatMs: env.HEARTBEAT_MS,
    metricsToken: env.METRICS_TOKEN ?? null,
    upgradesPerSecond: env.UPGRADES_PER_SECOND,
  };
}
