/** SQLSTATE classes and codes of a server that is away, starting, stopping or too busy, or of a lock not got. */
const CODES = /^(08|53|57P0|55P03|57014|25P03|25P04|40P01)/;
const SYSTEM = new Set(["ECONNREFUSED", "ECONNRESET", "ENOENT", "EPIPE", "ETIMEDOUT", "ENOTFOUND"]);
const WORDS =
  /connection terminated|query read timeout|timeout exceeded when trying to connect|client has encountered a connection error/i;

/** Whether the database was not there for a statement (rather than the statement being wrong). */
export function isOutage(error: unknown): boolean {
  for (
    let each = error, depth = 0;
    each instanceof Error && depth < 5;
    each = each.cause ?? previous(each), depth += 1
  ) {
    const code = (each as { code?: unknown }).code;
    if (typeof code === "string" && (CODES.test(code) || SYSTEM.has(code))) return true;
    if (WORDS.test(each.message)) return true;
  }
  return false;
}

/** The ORM keeps the driver's error under another name. */
const previous = (error: Error) => (error as { previous?: unknown }).previous;

/** For who has noticed by other signs that the database is away. */
export const outage = () => Object.assign(new Error("the database is away"), { code: "08000" });
