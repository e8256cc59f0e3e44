import { defineEntity, p, type InferEntity } from "@mikro-orm/core";
import type { Generated } from "kysely";

export const ChannelSchema = defineEntity({
  name: "Channel",
  tableName: "channel",
  properties: {
    id: p.uuid().primary(),
    kind: p.string().$type<ChannelKind>(),
    headSeq: p.integer().default(0),
  },
});

/** What owns an ordered log: a group, a network, a person (their inbox). A channel has its owner's id. */
export type ChannelKind = "GROUP" | "NETWORK" | "PERSON";

/** One entry of a channel's log, as stored. `data` is the fact's own: ids and the few values a reader needs. */
export interface Entry {
  channelId: string;
  /** 1, 2, 3 … without gaps in the channel. */
  seq: number;
  at: Date;
  /** The fact's name, such as `MessageSent`. */
  name: string;
  version: number;
  /** The thread that it belongs to, if any. */
  label: string | null;
  /** The seq of the entry before it with the same label, 0 when there is none. */
  labelPrev: number;
  /** What its text belongs to: a redaction finds the entries of one message by it. */
  subject: string | null;
  actorId: string | null;
  data: Readonly<Record<string, unknown>>;
}

export interface MembershipSpanRow {
  channelId: string;
  personId: string;
  /** First seq that the person may see. */
  fromSeq: number;
  /** First seq that they may not see any more; null while it is open. */
  toSeq: number | null;
}

declare module "../platform/database/tables.ts" {
  interface Tables {
    channel: InferEntity<typeof ChannelSchema> & {
      /** The log is kept behind this seq; keeping.ts raises it. */
      floorSeq: Generated<number>;
    };
    channelUpdate: Entry;
    membershipSpan: MembershipSpanRow;
    consumerPosition: { consumer: string; channelId: string; seq: number };
    /** The walk of keeping.ts over all channels, once an hour. */
    logKeeping: { id: boolean; walkedTo: string | null; roundEndedAt: Date };
    installation: { id: boolean; epoch: string };
  }
}
