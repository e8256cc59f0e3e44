import { randomUUID } from "node:crypto";
import type { Mail, Mailer } from "./mail.ts";

/** A letter as it lies in the mailbox. */
export interface KeptMail extends Mail {
  id: string;
  at: Date;
}

const KEPT = 200;

/** Keeps the last 200 letters in this process's memory, for an installation without a mail server. */
export class Mailbox implements Mailer {
  readonly #mails: KeptMail[] = [];

  send(mail: Mail): void {
    this.#mails.unshift({ ...mail, id: randomUUID(), at: new Date() });
    this.#mails.length = Math.min(this.#mails.length, KEPT);
  }

  /** Latest first. */
  mails(): readonly KeptMail[] {
    return this.#mails;
  }

  async settle(): Promise<void> {}
}
