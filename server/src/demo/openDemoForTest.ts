import { sql } from "kysely";
import { Actor, World } from "../testing/world.ts";
import { seedDemo } from "./seed.ts";

type Row = Record<string, unknown>;

/** A database with the demo world in it, and ways to look into it. */
export async function openDemo(postgresUrl: string) {
  const world = await World.open(postgresUrl);
  const start = performance.now();
  await seedDemo(world.house);
  const seconds = (performance.now() - start) / 1_000;

  /** Rows in camel case. */
  const ask = <Found = Row>(query: string) => rowsOf<Found>(world, query);

  /** The person with this address, signed in. */
  async function actor(email: string): Promise<Actor> {
    const [user] = await ask<{ id: string }>(`select id from auth."user" where email = '${email}'`);
    return new Actor(world.house, { personId: user.id, sessionId: null, scopes: "all" });
  }
  return { world, seconds, ask, actor };
}

export async function rowsOf<Found = Row>({ house }: World, query: string): Promise<Found[]> {
  const { rows } = await sql.raw<Found>(query).execute(house.database.db);
  return rows;
}
