import type { Db } from "../../platform/database/database.ts";
import type { Job } from "../../platform/jobs/jobs.ts";
import type { LiveDelivery } from "../../live/live.ts";
import { tidyQueue } from "./commands/tidyQueue.ts";

const MOST = 200;

/** Ends offers and questions whose time is over. Until it comes by, taking a late offer is refused by the clock. */
export const lapseOffers: Job<{ db: Db; live: LiveDelivery }> = {
  name: "joining-lapse",
  cron: "* * * * *",
  async work(tools) {
    const { db } = tools;
    const due = await db
      .selectFrom("waitingPlace")
      .select("groupId")
      .where("state", "=", "OFFERED")
      .where("expiresAt", "<=", new Date())
      .union(db.selectFrom("application").select("groupId").where("dueAt", "<=", new Date()))
      .limit(MOST)
      .execute();
    for (const { groupId } of due) while (await tidyQueue(tools, groupId));
  },
};
