import type { Log } from "../log/log.ts";
import type { Mailer } from "./mail.ts";
import { Mailbox } from "./mailbox.ts";
import { createSmtpMailer } from "./smtp.ts";

/** Without a mail server the mailer is a mailbox, which `mailboxPage` shows. */
export function createMailer(options: {
  config: { smtpUrl: string | null; mailFrom: string };
  log: Log;
}): { mailer: Mailer; mailbox: Mailbox | null } {
  const { smtpUrl, mailFrom } = options.config;
  if (smtpUrl)
    return {
      mailer: createSmtpMailer({ smtpUrl, from: mailFrom, log: options.log }),
      mailbox: null,
    };
  const mailbox = new Mailbox();
  return { mailer: mailbox, mailbox };
}
