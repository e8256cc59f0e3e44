import pg from "pg";
import { expect, inject, it } from "vitest";
import { outliveConnections } from "./outlive.ts";

it.each(["while it is idle", "in the middle of work", "between two statements"])(
  "a connection that is lost %s is told of, and ends nothing",
  async (when) => {
    const told: string[] = [];
    const pool = new pg.Pool({ connectionString: inject("postgresUrl"), max: 1 });
    outliveConnections(pool, ({ message }) => told.push(message));
    const operator = new pg.Client(inject("postgresUrl"));
    await operator.connect();
    const client = await pool.connect();
    const { rows } = await client.query<{ pid: number }>("select pg_backend_pid() as pid");
    const ended = new Promise<void>((resolve) => client.on("end", () => resolve()));
    if (when === "while it is idle") client.release();
    const outcome =
      when === "in the middle of work"
        ? client.query("select pg_sleep(30)").then(
            () => "done",
            (error: Error) => error.message,
          )
        : "terminated";
    await operator.query("select pg_terminate_backend($1)", [rows[0]?.pid]);
    await ended;
    expect(await outcome).toMatch(/terminat/);
    if (when !== "while it is idle") client.release(true);
    expect(told.join()).toMatch(/terminat/);
    expect((await pool.query("select 1 as one")).rows).toEqual([{ one: 1 }]);
    await operator.end();
    await pool.end();
  },
);
