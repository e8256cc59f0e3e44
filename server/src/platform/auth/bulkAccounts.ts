import { sql } from "kysely";
import type { Db } from "../database/database.ts";

/**
 * Makes many accounts with one password, in the caller's transaction: e-mails count as verified, no mail is written,
 * nobody is told. The rows are those that `createAccount` makes.
 */
export async function insertAccounts(
  db: Db,
  {
    accounts,
    passwordHash,
  }: {
    accounts: readonly { id: string; name: string; email: string; createdAt: Date }[];
    passwordHash: string;
  },
): Promise<void> {
  const ids = accounts.map(({ id }) => id);
  const names = accounts.map(({ name }) => name);
  const emails = accounts.map(({ email }) => email.toLowerCase());
  const instants = accounts.map(({ createdAt }) => createdAt.toISOString());
  await sql`
    insert into auth."user" (id, name, email, "emailVerified", "createdAt", "updatedAt")
    select id, name, email, true, at, at
    from unnest(${sql.val(ids)}::uuid[], ${sql.val(names)}::text[], ${sql.val(emails)}::text[],
      ${sql.val(instants)}::timestamptz[]) as made (id, name, email, at)`.execute(db);
  await sql`
    insert into auth.account ("accountId", "providerId", "userId", password, "createdAt", "updatedAt")
    select id::text, 'credential', id, ${passwordHash}, "createdAt", "createdAt"
    from auth."user" where id = any(${sql.val(ids)}::uuid[])`.execute(db);
}
