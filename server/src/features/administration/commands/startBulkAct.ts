import type { Context } from "../../../house/context.ts";
import { refused } from "../../../house/refusal.ts";
import { uuidOf } from "../../../platform/graphql/ids.ts";
import type { StartBulkActInput } from "../types.ts";
import { findHearers, getActFor, tell } from "./acts.ts";

/** Letters that one network's acts may send in a day. */
const PER_DAY = 20_000;

/**
 * Lets a planned act begin. A second click finds it begun and changes nothing. Whoever planned it, it is the act of who
 * lets it begin: the letters go out in their name.
 */
export async function startBulkAct(ctx: Context, input: StartBulkActInput): Promise<string> {
  const personId = ctx.personId;
  const id = uuidOf("BulkAct", input.bulkActId);
  const hearers = [...new Set([...(await findHearers(ctx.db, id)), personId])];
  await ctx.live.write({ channels: hearers, actorId: personId }, async (tx) => {
    const { db, at } = tx;
    const act = await getActFor(db, { id, personId, action: "START" });
    if (input.includeLookalikes)
      await db
        .updateTable("bulkLine")
        .set({ plan: "INVITE" })
        .where("actId", "=", id)
        .where("plan", "=", "LOOKALIKE")
        .execute();
    const { total } = await db
      .selectFrom("bulkLine")
      .select(({ fn }) => fn.countAll<string>().as("total"))
      .where("actId", "=", id)
      .where("plan", "in", ["INVITE", "SEND_AGAIN"])
      .executeTakeFirstOrThrow();
    if (Number(total) === 0)
      throw refused("INVALID_INPUT", "Nobody in this list can be invited: put it right first.", [
        "bulkActId",
      ]);
    const { sent } = await db
      .selectFrom("bulkAct")
      .select(({ fn }) => fn.sum<string | null>("total").as("sent"))
      .where("networkId", "=", act.networkId)
      .where("startedAt", ">", new Date(at.getTime() - 86_400_000))
      .executeTakeFirstOrThrow();
    if (Number(sent ?? 0) + Number(total) > PER_DAY)
      throw refused("LIMIT_REACHED", `A network sends at most ${PER_DAY} invitations a day.`);
    await db
      .updateTable("bulkAct")
      .set({ state: "RUNNING", total: Number(total), actorId: personId, startedAt: at })
      .where("id", "=", id)
      .execute();
    await db.deleteFrom("bulkText").where("actId", "=", id).execute();
    tell(tx, { act: { id, actorId: personId }, hearers });
  });
  return id;
}
