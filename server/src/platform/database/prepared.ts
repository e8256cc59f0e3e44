import pg from "pg";
import { CompiledQuery, sql } from "kysely";

const MARK = "/* prepared */ ";
/** Of all connections together; a statement beyond them runs as any other. */
const MOST = 200;
const names = new Map<string, string>();

/**
 * Begins a statement whose text is always the same and which runs very often: each connection prepares it once, and
 * PostgreSQL parses and plans it once instead of every time. It names its columns: what `*` stands for may change
 * under a running node.
 * @example sql`${prepared}select id from thread where id = any(${ids}::uuid[])`
 */
export const prepared = sql.raw(MARK);

/**
 * The same for a statement whose text is at hand: composing it anew each time costs as much as sending it. Rows come
 * under the names that it gives its columns. Runs wherever other reads do, inside transactions and on a replica.
 */
export const preparedQuery = <Row>(text: string, values: readonly unknown[]): CompiledQuery<Row> =>
  CompiledQuery.raw(MARK + text, [...values]);

function nameOf(text: string): string | undefined {
  const known = names.get(text);
  if (known || names.size >= MOST) return known;
  const name = `baraza_${names.size}`;
  names.set(text, name);
  return name;
}

/**
 * The columns of a table under the names that reads know them by, for a statement that is written by hand:
 * `thread.group_id as "groupId"`.
 */
export const columnsOf = (table: string, names: readonly string[]): string =>
  names.map((name) => `${table}.${snakeCase(name)} as "${name}"`).join(", ");

const snakeCase = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** What the library takes beside a text and its values is passed on as it comes. */
type Ask = (this: pg.Client, text: unknown, values?: unknown, ...rest: unknown[]) => unknown;
// oxlint-disable-next-line typescript/unbound-method -- it is called with the connection as `this`
const asking = () => pg.Client.prototype.query as Ask;

/** A connection that prepares what begins so. */
export class PreparingClient extends pg.Client {
  override query = function (this: pg.Client, text: unknown, values?: unknown, ...rest: unknown[]) {
    const name = typeof text === "string" && text.startsWith(MARK) ? nameOf(text) : undefined;
    return name
      ? asking().call(this, { name, text, values }, ...rest)
      : asking().call(this, text, values, ...rest);
  } as pg.Client["query"];
}
