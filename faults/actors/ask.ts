import { NoAnswer, type WirePerson } from "../../server/src/testing/wire.ts";
import { mutations } from "./documents.ts";

/** The server said no, and means it. */
export class Refused extends Error {
  readonly code: string;

  constructor(code: string, message: string) {
    super(`${code}: ${message}`);
    this.code = code;
  }
}

/** Codes after which asking again may help. */
const passing = /UNAVAILABLE|THROTTLED|TIMED_OUT|INTERNAL/;

/**
 * Asks for a mutation once. Throws NoAnswer when it is not known whether it was done or when it is to be asked
 * again, Refused when the answer is no for good.
 */
export async function ask(
  person: WirePerson,
  url: string,
  name: keyof typeof mutations,
  input: object,
): Promise<Record<string, any>> {
  try {
    const { [name]: answer } = await person.ask(url, mutations[name], { input });
    const [error] = answer.errors as { code: string; message: string }[];
    if (error) throw new Refused(error.code, error.message);
    return answer;
  } catch (error) {
    if (!(error instanceof NoAnswer)) throw error;
    const code = /"code":"([A-Z_]+)"/.exec(error.message)?.[1];
    if (code && !passing.test(code)) throw new Refused(code, error.message);
    throw error;
  }
}

/** Asks until there is an answer, until `goOn` says that it is enough; null then. */
export async function askOn(
  url: () => string,
  goOn: () => boolean,
  once: (url: string) => Promise<Record<string, any>>,
): Promise<Record<string, any> | null> {
  while (goOn()) {
    try {
      return await once(url());
    } catch (error) {
      if (!(error instanceof NoAnswer)) throw error;
      await new Promise((resolve) => setTimeout(resolve, 20 + Math.random() * 200));
    }
  }
  return null;
}

const PATIENCE_MS = 60_000;

/** For what has to be there before a run can begin, however slow the machine is. */
export async function patiently<T>(once: () => Promise<T>): Promise<T> {
  for (const until = Date.now() + PATIENCE_MS; ;) {
    try {
      return await once();
    } catch (error) {
      // A request that never came to an answer is a TypeError of fetch where nobody wraps it.
      if (!(error instanceof NoAnswer || error instanceof TypeError) || Date.now() > until)
        throw error;
      await new Promise((resolve) => setTimeout(resolve, 500));
    }
  }
}
