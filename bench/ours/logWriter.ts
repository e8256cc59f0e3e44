import { Client } from "pg";
import { RedisPokes } from "../../server/src/live/pokesRedis.ts";
import { createLog } from "../../server/src/platform/log/log.ts";
import { clock } from "../harness/clock.ts";
import {
  atOf,
  AUTHOR,
  bodyOf,
  groupUuid,
  keyUuid,
  messageUuid,
  personUuid,
  threadUuid,
} from "../load/event.ts";

const append = `
  with given as (select * from unnest($1::uuid[], $2::int[], $3::timestamptz[], $4::uuid[], $5::uuid[], $6::jsonb[])
      as given (channel_id, seq, at, label, subject, data)),
    messages as (insert into message (id, thread_id, group_id, seq, author_id, author_role, body, client_key, created_at)
      select subject, label, channel_id, seq, $7, 'MEMBER', data->>'body', (data->>'clientKey')::uuid, at from given),
    threads as (update thread set last_message_seq = last.seq
      from (select label, max(seq) as seq from given group by label) last where thread.id = last.label),
    written as (insert into channel_update (channel_id, seq, at, name, version, label, label_prev, subject, actor_id, data)
      select channel_id, seq, at, 'MessageSent', 1, label, seq - 1, subject, $7, data from given)
  update channel set head_seq = heads.head from (select channel_id, max(seq) as head from given group by channel_id) heads
  where channel.id = heads.channel_id`;

/**
 * The rest of the installation: states messages in the log as `sendMessage` of another node does, and pokes. So a node
 * can be measured by what it delivers, apart from what writing costs, and at a rate that no writer could keep up.
 */
export class LogWriter {
  readonly #client: Client;
  readonly #pokes: RedisPokes | null;
  readonly #body: (seq: number) => string;
  /** Whether a room's updates of one moment are one commit; else each is one of its own, as a mutation makes it. */
  readonly #together: boolean;
  #waiting: (readonly [number, number])[] = [];
  #busy = false;
  #committed: (room: number, seq: number, at: number) => void = () => {};
  failed: unknown = null;

  private constructor(
    client: Client,
    pokes: RedisPokes | null,
    { body = bodyOf, together = false }: { body?: (seq: number) => string; together?: boolean },
  ) {
    this.#client = client;
    this.#pokes = pokes;
    this.#body = body;
    this.#together = together;
  }

  static async open(options: {
    databaseUrl: string;
    /** null when nobody is to be poked: `onCommitted` says all. */
    redisUrl: string | null;
    body?: (seq: number) => string;
    together?: boolean;
  }): Promise<LogWriter> {
    const client = new Client(options.databaseUrl);
    await client.connect();
    // The benchmark measures the delivery; how soon this one's commits are on the disk is nobody's matter here.
    await client.query("set synchronous_commit = off");
    const { redisUrl } = options;
    const log = createLog({ level: "error" });
    const pokes = redisUrl ? new RedisPokes({ url: redisUrl, prefix: "baraza", log }) : null;
    for (let i = 0; pokes && !pokes.ready && i < 500; i++)
      await new Promise((go) => setTimeout(go, 10));
    return new LogWriter(client, pokes, options);
  }

  /** What comes while a commit is under way goes with a later one. */
  write(batch: readonly (readonly [room: number, seq: number])[]): void {
    this.#waiting.push(...batch);
    if (!this.#busy) void this.#drain();
  }

  /** Hears of each message when its commit is done. */
  onCommitted(listener: (room: number, seq: number, at: number) => void): void {
    this.#committed = listener;
  }

  async close(): Promise<void> {
    await this.#pokes?.close();
    await this.#client.end();
  }

  async #drain(): Promise<void> {
    this.#busy = true;
    try {
      while (this.#waiting.length > 0) {
        await this.#commit(this.#next());
      }
    } catch (error) {
      this.failed = error;
    } finally {
      this.#busy = false;
    }
  }

  /** The next commit: other rooms' updates come from other writers, whose commits fall together as they like. */
  #next(): (readonly [number, number])[] {
    const waiting = this.#waiting;
    this.#waiting = [];
    if (this.#together) return waiting;
    const rooms = new Set<number>();
    return waiting.filter((each) => {
      if (!rooms.has(each[0])) return rooms.add(each[0]);
      this.#waiting.push(each);
      return false;
    });
  }

  async #commit(batch: readonly (readonly [number, number])[]): Promise<void> {
    await this.#client.query({
      name: "append",
      text: append,
      values: [
        batch.map(([room]) => groupUuid(room)),
        batch.map(([, seq]) => seq),
        batch.map(([, seq]) => atOf(seq).toISOString()),
        batch.map(([room]) => threadUuid(room)),
        batch.map(([room, seq]) => messageUuid(room, seq)),
        batch.map(([room, seq]) => this.#data(room, seq)),
        personUuid(AUTHOR),
      ],
    });
    const at = clock();
    for (const [room, seq] of batch) this.#committed(room, seq, at);
    const heads = new Map<number, number>();
    for (const [room, seq] of batch) heads.set(room, Math.max(seq, heads.get(room) ?? 0));
    for (const [room, seq] of heads) this.#pokes?.poke(groupUuid(room), seq);
  }

  #data(room: number, seq: number): string {
    return JSON.stringify({
      messageId: messageUuid(room, seq),
      threadId: threadUuid(room),
      groupId: groupUuid(room),
      seq,
      authorId: personUuid(AUTHOR),
      authorRole: "MEMBER",
      body: this.#body(seq),
      quoteId: null,
      clientKey: keyUuid(room, seq),
    });
  }
}
