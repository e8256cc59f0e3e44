import { sql } from "kysely";
import type { LiveDelivery } from "../../live/live.ts";
import type { Db } from "../../platform/database/database.ts";
import type { Job } from "../../platform/jobs/jobs.ts";
import { moveByTime } from "./commands/moveGroupOn.ts";
import { CIRCLE_REST_DAYS } from "./entities/context.ts";
import type { LifeState } from "./entities/life.ts";

const MOST = 200;

/** Graduates circles that are over, and seals them when they have rested. A circle that was opened again rests again. */
export const endCircles: Job<{ db: Db; live: LiveDelivery }> = {
  name: "circles-end",
  cron: "*/10 * * * *",
  async work({ db, live }) {
    const { rows } = await sql<{ id: string; to: LifeState }>`
      select id, case when state = 'GRADUATED' then 'SEALED' else 'GRADUATED' end as "to"
      from "group"
      where kind = 'COMMUNITY' and ends_on is not null and state <> 'SEALED'
        and ends_on < (now() at time zone 'UTC')::date
        and (state <> 'GRADUATED' or state_since <= now() - make_interval(days => ${CIRCLE_REST_DAYS}))
      order by ends_on limit ${MOST}`.execute(db);
    for (const { id, to } of rows) await moveByTime({ db, live }, { groupId: id, to });
  },
};
