import { PlainError } from "../config/plainError.ts";
import { isOutage } from "./outage.ts";

/** Runs the first work on a database, and says in one sentence what is wrong when it cannot be reached or used. */
export async function explainDatabase<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw plainly(error);
  }
}

function plainly(error: unknown): unknown {
  const { code } = error as { code?: string };
  if (code === "28P01" || code === "28000")
    return new PlainError("PostgreSQL refused the user or password of DATABASE_URL: correct them.");
  if (code === "3D000")
    return new PlainError(
      "The database that DATABASE_URL names does not exist: create it, or correct the name.",
    );
  if (code === "53100")
    return new PlainError("The disk of the database is full: make room and start again.");
  if (isOutage(error))
    return new PlainError(
      "PostgreSQL cannot be reached at DATABASE_URL: start it, or correct the address.",
    );
  return error;
}
