import { randomBytes } from "node:crypto";
import pg from "pg";

/**
 * The secret that all nodes on a database share when they were not given one: the first to ask makes it.
 * Whoever reads the database can read it, so an installation that others depend on sets BARAZA_SECRET instead.
 */
export async function sharedSecret(url: string): Promise<string> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query<{ secret: string }>(
      "update installation set secret = coalesce(secret, $1) returning secret",
      [randomBytes(32).toString("base64url")],
    );
    return rows[0].secret;
  } finally {
    await client.end();
  }
}
