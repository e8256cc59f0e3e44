import { isLoopback } from "../limits/clientAddress.ts";
import type { Log } from "../log/log.ts";
import type { Mailer } from "./mail.ts";
import { Mailbox } from "./mailbox.ts";
import { createSmtpMailer } from "./smtp.ts";

/** Letters go to the mail server. Without one they lie in a mailbox in memory, which `mailboxPage` shows. */
export function createMailer(options: {
  config: { smtpUrl: string | null; mailFrom: string; publicUrl: string };
  log: Log;
}): { mailer: Mailer; mailbox: Mailbox | null } {
  const { config, log } = options;
  const { smtpUrl, mailFrom: from } = config;
  if (smtpUrl) return { mailer: createSmtpMailer({ smtpUrl, from, log }), mailbox: null };
  if (!isLoopback(new URL(config.publicUrl).hostname))
    log.warn("There is no mail server, so nobody gets a mail: set SMTP_URL.");
  const mailbox = new Mailbox();
  return { mailer: mailbox, mailbox };
}
