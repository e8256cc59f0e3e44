import "reflect-metadata";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { demoAccounts } from "./demo/content/world.ts";
import { seedDemo } from "./demo/seed.ts";
import { startNode } from "./node.ts";
import { readConfig, type Config } from "./platform/config/config.ts";
import { PlainError } from "./platform/config/plainError.ts";
import { explainDatabase } from "./platform/database/explain.ts";
import { migrate } from "./platform/database/migrate.ts";
import { sharedSecret } from "./platform/database/sharedSecret.ts";
import { startEmbeddedPostgres } from "./platform/embedded/embedded.ts";
import { installLastResort } from "./platform/http/stop.ts";
import { createLog, type Log } from "./platform/log/log.ts";
import { findRedis } from "./live/findRedis.ts";

const client = fileURLToPath(new URL("../../client/dist", import.meta.url));

try {
  await main();
} catch (error) {
  if (!(error instanceof PlainError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exit(1);
}

async function main(): Promise<void> {
  const given = readConfig(process.env);
  const log = createLog({ level: given.logLevel });
  const embedded = given.databaseUrl
    ? null
    : await startEmbeddedPostgres({ dataDir: given.dataDir, log });
  const databaseUrl = given.databaseUrl ?? embedded?.url ?? "";
  try {
    await explainDatabase(() => migrate({ url: databaseUrl }));
    if (process.argv[2] === "migrate") return await embedded?.stop();
    if (given.redisUrl) await findRedis(given.redisUrl);
    const config = { ...given, secret: given.secret ?? (await sharedSecret(databaseUrl)) };
    await serve({ config, log, databaseUrl, endDatabase: async () => embedded?.stop() });
  } catch (error) {
    await embedded?.stop();
    throw error;
  }
}

async function serve({
  config,
  log,
  databaseUrl,
  endDatabase,
}: {
  config: Config;
  log: Log;
  databaseUrl: string;
  endDatabase: () => Promise<void>;
}): Promise<void> {
  const node = await startNode({
    config,
    log,
    databaseUrl,
    clientFolder: existsSync(client) ? client : null,
    prepare: config.demo ? seedDemo : undefined,
    graceMs: config.databaseUrl ? 5_000 : 0,
    limits: config.databaseUrl ? undefined : { drainMs: 500 },
  });
  const stop = async () => {
    await node.stop();
    await endDatabase();
  };
  installLastResort({ log, stop, deadlineMs: 40_000 });
  for (const signal of ["SIGINT", "SIGTERM"] as const)
    process.once(signal, () => void stop().then(() => process.exit(0)));

  greet(config);
}

/** What whoever started it wants to know. */
function greet({ publicUrl, demo, smtpUrl }: Config): void {
  const lines = ["", `Baraza is at ${publicUrl}`];
  if (demo)
    lines.push(
      "",
      "Sign in with the password baraza-demo as",
      ...demoAccounts.map(({ email, shows }) => `  ${email.padEnd(30)}${shows}`),
    );
  if (!smtpUrl) lines.push("", `Mails are kept at ${publicUrl}/dev/mail`);
  process.stdout.write(
    [...lines, "", "Ctrl-C stops it; what was written stays.", "", ""].join("\n"),
  );
}
