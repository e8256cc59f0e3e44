import { sql } from "kysely";
import { forward, pageOf, type ForwardArgs, type Page } from "../../house/connection.ts";
import type { Context } from "../../house/context.ts";
import { getMessage, type Message } from "../discussion/public.ts";

/** Messages that mention the viewer, in groups where they are members now, the newest first. */
export async function listMentions(ctx: Context, args: ForwardArgs): Promise<Page<Message>> {
  const { limit, after } = forward(args, ["instant", "uuid"]);
  let query = ctx.db
    .selectFrom("mention")
    .innerJoin("message", "message.id", "mention.messageId")
    .innerJoin("membership", (join) =>
      join
        .onRef("membership.groupId", "=", "message.groupId")
        .onRef("membership.personId", "=", "mention.personId")
        .on("membership.state", "=", "ACTIVE"),
    )
    .select(["mention.messageId", "mention.at"])
    .where("mention.personId", "=", ctx.personId)
    .where("message.withdrawnAt", "is", null)
    .orderBy("mention.at", "desc")
    .orderBy("mention.messageId", "desc")
    .limit(limit + 1);
  if (after)
    query = query.where(
      sql<boolean>`(mention.at, mention.message_id) < (${after[0]}::timestamptz, ${after[1]}::uuid)`,
    );
  const rows = await query.execute();
  const messages = await Promise.all(rows.map((row) => getMessage(ctx, row.messageId)));
  return pageOf(
    rows.map((row, at) => ({ ...row, message: messages[at] })),
    {
      limit,
      after,
      key: (row) => [row.at.toISOString(), row.messageId],
      present: (row) => row.message,
    },
  );
}
