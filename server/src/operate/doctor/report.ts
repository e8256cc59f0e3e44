type Mark = "right" | "look" | "wrong";

/** What the doctor finds, said as it is found: each finding a plain sentence, and after what is not right what to do. */
export class Report {
  readonly #say: (line: string) => void;
  readonly counts: Record<Mark, number> = { right: 0, look: 0, wrong: 0 };

  constructor(say: (line: string) => void) {
    this.#say = say;
  }

  right(finding: string): void {
    this.#add("right", finding);
  }

  /** Works, and deserves a look. */
  look(finding: string, advice: string): void {
    this.#add("look", finding, advice);
  }

  wrong(finding: string, advice: string): void {
    this.#add("wrong", finding, advice);
  }

  end(): void {
    const { right, look, wrong } = this.counts;
    this.#say("");
    if (wrong > 0) this.#say(`Something is wrong: ${wrong} of ${right + look + wrong} findings.`);
    else if (look > 0) this.#say(`All of it works; ${look} of ${right + look} deserve a look.`);
    else this.#say(`All of it works: ${right} findings.`);
  }

  #add(mark: Mark, finding: string, advice?: string): void {
    this.counts[mark] += 1;
    this.#say(`${mark.padEnd(7)}${finding}`);
    if (advice) this.#say(`       ${advice}`);
  }
}

/** Milliseconds as a person reads them. */
export const ms = (milliseconds: number): string =>
  milliseconds < 10_000
    ? `${Math.max(0, Math.round(milliseconds))} ms`
    : `${Math.round(milliseconds / 1000)} s`;

export const reason = (error: unknown): string => {
  const { message, cause } = error as Error & { cause?: { code?: string; message?: string } };
  const words = cause?.code ?? cause?.message ?? message ?? String(error);
  return (words.split("\n", 1)[0] ?? "").replace(/\.$/, "");
};
