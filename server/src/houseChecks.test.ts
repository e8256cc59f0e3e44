import pg from "pg";
import { afterAll, beforeAll, beforeEach, describe, expect, inject, it } from "vitest";
import { houseChecks } from "./houseChecks.ts";
import { cloneDatabase, onServer } from "./testing/database.ts";

let database: Awaited<ReturnType<typeof cloneDatabase>>;
let pool: pg.Pool;
beforeAll(async () => {
  database = await cloneDatabase(inject("postgresUrl"));
  pool = new pg.Pool({ connectionString: database.url });
});
afterAll(async () => {
  await pool.end();
  await database.drop();
});

const live = { staleMs: 0 };
beforeEach(() => {
  live.staleMs = 0;
});
const look = (name: string, given: Partial<Parameters<typeof houseChecks>[0]> = {}) => {
  const checks = houseChecks({ pool, redis: null, live, dataDir: null, ...given });
  const found = checks.find((each) => each.name === name);
  if (!found) throw new Error(`there is no check ${name}`);
  return found.check();
};

describe("what a node asks itself", () => {
  it("is answered with nothing when all is well", async () => {
    for (const name of ["database", "migrations", "sweep"])
      expect(await look(name), name).toBeUndefined();
    expect(await look("disk", { dataDir: "/" })).not.toBe("");
  });

  it("tells of a PostgreSQL that is away, without its address", async () => {
    const away = new pg.Pool({ connectionString: "postgresql://me:secret@127.0.0.1:1/none" });
    for (const name of ["database", "migrations"])
      await expect(look(name, { pool: away })).rejects.toThrow(
        /^PostgreSQL cannot be asked \(ECONNREFUSED\)\.$/,
      );
  });

  it("tells of a Redis that is away", async () => {
    const redis = { ping: () => Promise.reject(new Error("no")) };
    await expect(look("redis", { redis })).rejects.toThrow(/^Redis does not answer: /);
    expect(await look("redis", { redis: { ping: async () => "PONG" } })).toBeUndefined();
  });

  it("tells of tables that are older, and of such that are newer", async () => {
    await onServer(database.url, "insert into migration (name) values ('999-from-the-future')");
    expect(await look("migrations")).toMatch(/999-from-the-future of a newer version/);
    await onServer(database.url, "delete from migration where name = '001-house'");
    await expect(look("migrations")).rejects.toThrow(/lacks the step 001-house: run the migration/);
  });

  it("tells of heads that were not read lately", async () => {
    live.staleMs = 12_000;
    expect(await look("sweep")).toMatch(/12 s ago/);
  });
});
