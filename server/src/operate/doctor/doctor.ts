import { PlainError } from "../../platform/config/plainError.ts";
import { createLog } from "../../platform/log/log.ts";
import { findInstallation, withClient, type Installation } from "../installation.ts";
import { lookAtNodes } from "./lookAtNodes.ts";
import { lookAtDatabase, lookAtDisk, lookAtRedis } from "./lookAtStores.ts";
import { lookThroughProbe } from "./lookThroughProbe.ts";
import { Report } from "./report.ts";

const log = createLog({ level: "silent" });

/**
 * Looks at a running installation from end to end, through a probe that leaves nothing behind, and says what is right
 * and what is not. @returns whether nothing is wrong.
 */
export async function examine(options: {
  environment: NodeJS.ProcessEnv;
  /** Where it is reached, each node of its own or the proxy; none: at PUBLIC_URL. */
  urls: readonly string[];
  say: (line: string) => void;
  /** Aborted when the operator has seen enough: the probe is removed all the same. */
  signal?: AbortSignal;
}): Promise<boolean> {
  const { environment, say, signal } = options;
  const report = new Report(say);
  let installation: Installation | null = null;
  try {
    installation = await findInstallation({ environment, log, start: false });
  } catch (error) {
    if (!(error instanceof PlainError)) throw error;
    report.wrong(error.message, "Without it nothing can be sent, and no probe be made.");
  }
  const urls = options.urls.length > 0 ? options.urls : [publicUrl(installation, environment)];
  const serving = await lookAtNodes(
    report,
    urls.map((url) => url.replace(/\/+$/, "")),
  );
  if (installation) await lookInside(report, { installation, serving, nodes: urls.length, signal });
  report.end();
  return report.counts.wrong === 0;
}

async function lookInside(
  report: Report,
  options: {
    installation: Installation;
    serving: readonly string[];
    nodes: number;
    signal: AbortSignal | undefined;
  },
): Promise<void> {
  const { installation, serving, nodes, signal } = options;
  const { given, databaseUrl } = installation;
  await lookAtDisk(report, installation);
  const pokes = await lookAtRedis(report, { redisUrl: given.redisUrl, nodes });
  const sound = await withClient(databaseUrl, (client) => lookAtDatabase(report, client));
  if (!sound || serving.length === 0) return;
  await lookThroughProbe(report, { databaseUrl, given, urls: serving, pokes, log, signal });
}

/** Without the installation's own word: the database may be away, and the address is known all the same. */
const publicUrl = (installation: Installation | null, environment: NodeJS.ProcessEnv): string =>
  installation?.given.publicUrl ??
  environment["PUBLIC_URL"]?.trim() ??
  `http://localhost:${environment["PORT"]?.trim() || 4000}`;
