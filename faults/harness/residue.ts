import { readRows } from "../../server/src/testing/database.ts";
import { readAllOf } from "../../server/src/testing/redis.ts";
import type { Stage } from "../stage/stage.ts";
import type { Event, Of } from "./events.ts";
import { pause } from "./random.ts";

/** A withdrawn text lies aside for five seconds; a node empties that place once a second. */
const GONE_MS = 7_000;

/** The texts of a run, by what they belong to. */
export class Texts {
  readonly #byKey = new Map<string, string[]>();
  readonly #byMessage = new Map<string, string[]>();

  take(event: Event): void {
    if (event.kind === "sent") add(this.#byKey, event.key, event.body);
    if (event.kind === "edit") add(this.#byMessage, event.messageId, event.body);
  }

  of({ id, key }: { id: string; key: string }): string[] {
    return [...(this.#byKey.get(key) ?? []), ...(this.#byMessage.get(id) ?? [])];
  }
}

const add = (lists: Map<string, string[]>, key: string, text: string) =>
  lists.set(key, [...(lists.get(key) ?? []), text]);

/** Looks for the texts of withdrawn messages in every table and in Redis. */
export async function findResidue(stage: Stage, texts: Texts): Promise<Of<"residue">> {
  const { databaseUrl: url } = stage;
  const read = () =>
    readRows<{ id: string; key: string; ago: number }>(
      url,
      `select id, client_key as key, extract(epoch from now() - withdrawn_at)::float8 * 1000 as ago
       from message where withdrawn_at is not null`,
      [],
    );
  const youngest = Math.min(...(await read()).map(({ ago }) => ago));
  if (youngest < GONE_MS) await pause(GONE_MS - youngest);
  const bodies = (await read()).flatMap((message) => texts.of(message));
  const found: string[] = [];
  const tables = await readRows<{ name: string }>(
    url,
    "select table_name as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'",
    [],
  );
  for (const { name } of tables) {
    const [row] = await readRows<{ text: string }>(
      url,
      `select b as text from "${name}" t, unnest($1::text[]) b where position(b in t::text) > 0 limit 1`,
      [bodies],
    );
    if (row) found.push(`table ${name} ("${row.text}")`);
  }
  for (const [key, text] of await readAllOf(stage.redis.url))
    if (bodies.some((body) => text.includes(body))) found.push(`Redis ${key}`);
  return { kind: "residue", at: Date.now(), looked: bodies.length, found };
}
