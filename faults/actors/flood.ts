import { randomUUID } from "node:crypto";
import { Client } from "pg";
import { RedisPokes } from "../../server/src/live/pokesRedis.ts";
import { createLog } from "../../server/src/platform/log/log.ts";
import type { History } from "../harness/history.ts";
import { pause } from "../harness/random.ts";
import type { Stage } from "../stage/stage.ts";
import type { Thread } from "../stage/world.ts";
import type { Account } from "./account.ts";
import { uuidOf } from "./ids.ts";

/** States a message as the mutation does; all but what is its own is as in the thread's first. */
const say = `create function pg_temp.say(of_channel uuid, of_thread uuid, new_id uuid, new_key uuid, new_body text)
  returns int language plpgsql as $$
  declare channel_seq int; message_seq int; before int;
  begin
    update channel set head_seq = head_seq + 1 where id = of_channel returning head_seq into channel_seq;
    select max(seq) into before from channel_update where channel_id = of_channel and label = of_thread;
    update thread set last_message_seq = last_message_seq + 1 where id = of_thread returning last_message_seq into message_seq;
    insert into message select (jsonb_populate_record(first, jsonb_build_object('id', new_id, 'seq', message_seq,
      'body', new_body, 'client_key', new_key, 'created_at', now()))).* from message first
      where thread_id = of_thread and seq = 1;
    insert into channel_update select (jsonb_populate_record(first, jsonb_build_object('seq', channel_seq,
      'at', clock_timestamp(), 'label_prev', before, 'subject', new_id, 'data', data || jsonb_build_object('seq',
      message_seq, 'messageId', new_id, 'body', new_body, 'clientKey', new_key)))).* from channel_update first
      where channel_id = of_channel and label = of_thread and name = 'MessageSent' order by first.seq limit 1;
    return channel_seq;
  end $$`;

export interface FloodOptions {
  stage: Stage;
  history: History;
  /** Who started the thread. */
  account: Account;
  thread: Thread;
  perSecond: number;
  /** How many of its messages somebody has not heard yet: the flood waits for those who read. */
  behind: (seq: number) => number;
}

/** Not so far ahead of those who read that what is measured is how far they are behind. */
const AHEAD = 500;
/** Messages of one commit. */
const TOGETHER = 100;

/**
 * Very many messages in one thread, faster than mutations could say them: past the nodes, into the log as another node
 * would write it, and pokes.
 */
export class Flood {
  readonly #options: FloodOptions;
  readonly #client: Client;
  readonly #pokes: RedisPokes;
  /** Messages said. */
  count = 0;

  private constructor(options: FloodOptions, client: Client) {
    this.#options = options;
    this.#client = client;
    const url = options.stage.redis.url;
    this.#pokes = new RedisPokes({ url, prefix: "baraza", log: createLog({ level: "error" }) });
  }

  static async open(options: FloodOptions): Promise<Flood> {
    const client = new Client(options.stage.databaseUrl);
    await client.connect();
    // How soon its commits are on the disk is nobody's matter.
    await client.query("set synchronous_commit = off");
    // Plans are made once, while the tables are small.
    await client.query("set enable_seqscan = off");
    await client.query(say);
    return new Flood(options, client);
  }

  /** Says so many more. */
  async say(count: number): Promise<void> {
    const { perSecond, behind } = this.#options;
    const [end, begin, first] = [this.count + count, performance.now(), this.count];
    while (this.count < end) {
      const seq = await this.#sayTogether(Math.min(TOGETHER, end - this.count));
      const due = begin + ((this.count - first) * 1_000) / perSecond;
      const early = due - performance.now();
      if (early > 5) await pause(early);
      while (behind(seq) > AHEAD) await pause(5);
    }
  }

  async close(): Promise<void> {
    await this.#pokes.close();
    await this.#client.end();
  }

  /** Returns the last one's place in the channel. */
  async #sayTogether(count: number): Promise<number> {
    const { account, thread, history } = this.#options;
    const channel = thread.group.uuid;
    const person = uuidOf(account.person.id);
    const batch = Array.from({ length: count }, () => {
      const told = { writer: "flood", n: ++this.count };
      const [key, body] = [randomUUID(), `flood ${told.n}.`];
      const message = { person, channel, key, body, read: 0 };
      history.add({ kind: "sent", at: Date.now(), ...told, ...message });
      return { told, key, body, messageId: randomUUID() };
    });
    const { rows } = await this.#client.query<{ seq: number }>({
      name: "say",
      text: `select pg_temp.say($1, $2, id, key, body) as seq
        from unnest($3::uuid[], $4::uuid[], $5::text[]) as batch (id, key, body)`,
      values: [
        channel,
        thread.uuid,
        batch.map(({ messageId }) => messageId),
        batch.map(({ key }) => key),
        batch.map(({ body }) => body),
      ],
    });
    for (const { told, messageId } of batch)
      history.add({ kind: "acked", at: Date.now(), ...told, messageId, tries: 1 });
    const { seq } = rows[count - 1];
    this.#pokes.poke(channel, seq);
    return seq;
  }
}
