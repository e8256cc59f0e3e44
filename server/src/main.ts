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
import { startEmbeddedPostgres } from "./platform/embedded/embedded.ts";
import { installLastResort } from "./platform/http/stop.ts";
import { createLog, type Log } from "./platform/log/log.ts";

const client = fileURLToPath(new URL("../../client/dist", import.meta.url));

try {
  await main();
} catch (error) {
  if (!(error instanceof PlainError)) throw error;
  console.error(error.message);
  process.exit(1);
}

async function main(): Promise<void> {
  const config = readConfig(process.env);
  const log = createLog({ level: config.logLevel });
  const embedded = config.databaseUrl ? null : await startEmbeddedPostgres({ dataDir: config.dataDir, log });
  const databaseUrl = config.databaseUrl ?? embedded?.url ?? "";
  try {
    await explainDatabase(() => migrate({ url: databaseUrl }));
    if (process.argv[2] === "migrate") return await embedded?.stop();
    await serve({ config, log, databaseUrl, endDatabase: async () => embedded?.stop() });
  } catch (error) {
    await embedded?.stop();
    throw error;
  }
}

async function serve({ config, log, databaseUrl, endDatabase }: {
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

  if (config.demo) await seedDemo(node.house);
  console.log(`\nBaraza is at ${config.publicUrl}`);
  if (config.demo) {
    console.log("\nSign in with the password baraza-demo as");
    for (const { email, shows } of demoAccounts) console.log(`  ${email.padEnd(30)}${shows}`);
  }
  if (!config.smtpUrl) console.log(`\nMails are kept at ${config.publicUrl}/dev/mail`);
  console.log("\nCtrl-C stops it; what was written stays.\n");
}
