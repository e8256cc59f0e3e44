import { readRows } from "../../server/src/testing/database.ts";
import { listenToAll } from "../../server/src/testing/redis.ts";
import type { Stage } from "../stage/stage.ts";
import type { Answer, OpenStream } from "./streams.ts";

interface Row {
  seq: number;
  at: Date;
  messageId: string;
  body: string;
  label: string;
}

/**
 * A delivery that trusts pokes: it tells the one entry that a poke names and nothing else, it reads nothing behind
 * its position and never sweeps. Nothing in the product works so; it is here to show that the checker notices.
 */
export function followPokes(stage: Stage): OpenStream {
  return ({ operation }, { next }) => {
    const { id } = operation.variables as { id: string };
    const label = Buffer.from(id, "base64url").toString().split(":")[1];
    let last = 0;
    const hear = async (channel: string, seq: number) => {
      const [row] = await readRows<Row>(
        stage.databaseUrl,
        `select seq, at, label, data->>'messageId' as "messageId", data->>'body' as body from channel_update
         where channel_id::text = $1 and seq = $2 and name = 'MessageSent'`,
        [channel, seq],
      );
      if (row?.label !== label) return;
      next(answerOf(row, last));
      last = row.seq;
    };
    const listener = listenToAll(stage.redis.url, (name, text) => {
      const channel = /[0-9a-f-]{36}$/.exec(name)?.[0];
      if (channel) void hear(channel, Number(text)).catch(() => {});
    });
    return { leave: () => listener.stop() };
  };
}

const answerOf = ({ seq, at, messageId, body }: Row, prev: number): Answer => ({
  data: {
    updates: {
      __typename: "MessageSent",
      seq,
      prev,
      at: at.toISOString(),
      cursor: "",
      message: {
        id: Buffer.from(`Message:${messageId}`).toString("base64url"),
        body,
        version: 1,
        withdrawnAt: null,
      },
    },
  },
});
