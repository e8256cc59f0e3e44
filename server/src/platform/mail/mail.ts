/** One letter. `text` is the letter; `html` says the same with a button. */
export interface Mail {
  /** Which letter it is, for the log, which must not name the reader. */
  kind: string;
  to: string;
  subject: string;
  text: string;
  html: string;
}

export interface Mailer {
  /**
   * Takes a letter and returns at once, so that nobody can tell from the time of an answer whether a letter was
   * written. What cannot be delivered is tried again a few times, then logged.
   */
  send(mail: Mail): void;
  /** Waits for the letters under way, at most `withinMs`. */
  settle(withinMs: number): Promise<void>;
}
