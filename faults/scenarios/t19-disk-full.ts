import { onServer } from "../../server/src/testing/database.ts";
import type { Fault } from "../nemesis/nemesis.ts";
import { folderOf } from "../stage/postgres.ts";
import { fillDisk, freeDisk, mountSmallDisk } from "../stage/smallDisk.ts";
import path from "node:path";
import type { Scenario } from "./scenario.ts";

/** Enough for the cluster and its log of a run. */
const MIB = 400;

const diskOf = (url: Parameters<typeof folderOf>[0]) => path.dirname(path.dirname(folderOf(url)));

/** Tables cannot grow: commands fail one by one, and go on when there is room again. */
const fullForTables: Fault = {
  of: "postgres",
  name: "disk full",
  async inflict({ stage, wait }) {
    const disk = diskOf(stage.postgres);
    fillDisk(disk);
    await wait(4_000, 6_000);
    freeDisk(disk);
  },
};

/** The log itself cannot grow: PostgreSQL gives up, and an operator makes room and starts it. */
const fullForLog: Fault = {
  of: "postgres",
  name: "disk full, for PostgreSQL's log too",
  async inflict({ stage, wait }) {
    const disk = diskOf(stage.postgres);
    fillDisk(disk);
    for (let i = 0; i < 3; i++)
      await onServer(stage.postgres.url, "select pg_switch_wal()").catch(() => {});
    await wait(4_000, 6_000);
    freeDisk(disk);
    await stage.postgres.halt();
    await stage.postgres.startAgain();
  },
};

export const t19: Scenario = {
  name: "t19",
  title: "the disk of PostgreSQL is full",
  invariants: ["I1", "I3", "I4", "I7"],
  seconds: 25,
  cast: { rest: [0, 20] },
  disk: () => mountSmallDisk(MIB),
  steps: ({ nemesis }, seconds) =>
    nemesis.repeat(seconds, [fullForTables, fullForLog], [2_000, 3_000]),
};
