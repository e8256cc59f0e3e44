import { readRows } from "../../server/src/testing/database.ts";
import { signalPostgres } from "../stage/postgres.ts";
import type { Fault } from "./nemesis.ts";

export const stopPostgres: Fault = {
  of: "postgres",
  name: "PostgreSQL stopped at once",
  async inflict({ stage, wait }) {
    await stage.postgres.halt();
    await wait(200, 1_500);
    await stage.postgres.startAgain();
  },
};

export const pausePostgres: Fault = {
  of: "postgres",
  name: "PostgreSQL paused",
  async inflict({ stage, wait }) {
    signalPostgres(stage.postgres, "SIGSTOP");
    await wait(300, 3_000);
    signalPostgres(stage.postgres, "SIGCONT");
  },
};

/** Somebody holds a channel's row: whoever writes there waits, and is told to come again after four seconds. */
export const lockChannel: Fault = {
  of: "postgres",
  name: "a channel's row locked 4 s",
  async inflict({ stage }) {
    await readRows(
      stage.databaseUrl,
      `with held as (select id from channel where kind = 'GROUP' order by head_seq desc limit 1 for update)
       select pg_sleep(4) from held`,
      [],
    );
  },
};
