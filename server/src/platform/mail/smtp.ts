import { setTimeout as delay } from "node:timers/promises";
import { createTransport } from "nodemailer";
import type { Log } from "../log/log.ts";
import type { Mail, Mailer } from "./mail.ts";

const PAUSES_MS = [2_000, 15_000, 60_000];

/** Delivers through a mail server. */
export function createSmtpMailer(options: {
  smtpUrl: string;
  from: string;
  log: Log;
  pausesMs?: number[];
}): Mailer {
  const { smtpUrl, from, log, pausesMs = PAUSES_MS } = options;
  const transport = createTransport({
    url: smtpUrl,
    pool: true,
    maxConnections: 2,
    connectionTimeout: 15_000,
    greetingTimeout: 15_000,
    socketTimeout: 30_000,
  });
  const underWay = new Set<Promise<void>>();

  async function deliver({ kind, ...letter }: Mail): Promise<void> {
    for (let attempt = 0; ; attempt += 1) {
      try {
        await transport.sendMail({ from, ...letter });
        return;
      } catch (error) {
        const { code, responseCode } = error as { code?: string; responseCode?: number };
        const pause = pausesMs[attempt];
        const final = pause === undefined || (responseCode ?? 0) >= 500;
        // The server's words often quote the reader's address: only the codes are kept.
        log.warn({ mail: kind, code, responseCode, attempt, final }, "a mail was not delivered");
        if (final) return;
        await delay(pause, undefined, { ref: false });
      }
    }
  }

  return {
    send(mail) {
      const delivery = deliver(mail).finally(() => underWay.delete(delivery));
      underWay.add(delivery);
    },
    async settle(withinMs) {
      const deadline = delay(withinMs, undefined, { ref: false });
      await Promise.race([Promise.allSettled(underWay), deadline]);
      transport.close();
    },
  };
}
