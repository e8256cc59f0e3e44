import { randomBytes } from "node:crypto";
import { Client, type QueryResultRow } from "pg";

/** The migrated, empty database that every test's own is copied from. */
export const templateName = "baraza_template";

/** Gives a test file a migrated database of its own, in a tenth of a second. */
export async function cloneDatabase(
  postgresUrl: string,
): Promise<{ url: string; drop: () => Promise<void> }> {
  const name = `test_${randomBytes(6).toString("hex")}`;
  await onServer(postgresUrl, `create database ${name} template ${templateName}`);
  return {
    url: databaseUrl(postgresUrl, name),
    drop: () => onServer(postgresUrl, `drop database if exists ${name} with (force)`),
  };
}

export function databaseUrl(postgresUrl: string, name: string): string {
  const url = new URL(postgresUrl);
  url.pathname = `/${name}`;
  return url.href;
}

/** What a test asks a database past the house. */
export async function readRows<Row extends QueryResultRow>(
  url: string,
  statement: string,
  values: unknown[],
): Promise<Row[]> {
  const client = new Client(url);
  await client.connect();
  try {
    return (await client.query<Row>(statement, values)).rows;
  } finally {
    await client.end();
  }
}

export async function onServer(postgresUrl: string, statement: string): Promise<void> {
  const client = new Client(postgresUrl);
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
