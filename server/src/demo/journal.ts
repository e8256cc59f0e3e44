import type { Insertable } from "kysely";
import type { ChannelKind, Entry, MembershipSpanRow } from "../live/entities.ts";
import type { Fact } from "../live/fact.ts";
import type { Statement } from "../live/write.ts";
import type { Tables } from "../platform/database/tables.ts";

/** A fact as a command of that time would have stated it. */
type Past<Data extends object> = Statement<Data> & {
  at: Date;
  actorId: string;
  /** Whose view of the channel begins with it. */
  admits?: string;
};

/** What happened, in any order of telling; it is numbered once all is known, each channel by the time of day. */
export class Journal {
  readonly #channels = new Map<string, { kind: ChannelKind; past: Past<object>[] }>();
  readonly #facts = new Map<Past<object>, Fact<object>>();

  createChannel(id: string, kind: ChannelKind): void {
    this.#channels.set(id, { kind, past: [] });
  }

  /** Of two at the same time, the one told first happened first. */
  happened<Data extends object>(fact: Fact<Data>, past: Past<Data>): void {
    const channel = this.#channels.get(past.channelId);
    if (!channel) throw new Error(`no channel ${past.channelId}`);
    channel.past.push(past);
    this.#facts.set(past, fact);
  }

  /** The rows of live delivery: logs without gaps, their heads, and the spans that begin in them. */
  settle(): {
    channel: Insertable<Tables["channel"]>[];
    channelUpdate: Entry[];
    membershipSpan: MembershipSpanRow[];
  } {
    const channel: Insertable<Tables["channel"]>[] = [];
    const channelUpdate: Entry[] = [];
    const membershipSpan: MembershipSpanRow[] = [];
    for (const [id, { kind, past }] of this.#channels) {
      const entries = this.#number(past);
      channel.push({ id, kind, headSeq: entries.length });
      channelUpdate.push(...entries);
      for (const { seq, data } of entries)
        for (const personId of (data["admits"] as string[] | undefined) ?? [])
          membershipSpan.push({ channelId: id, personId, fromSeq: seq, toSeq: null });
    }
    return { channel, channelUpdate, membershipSpan };
  }

  #number(past: Past<object>[]): Entry[] {
    const lastOf = new Map<string, number>();
    const inOrder = past.toSorted((one, other) => one.at.getTime() - other.at.getTime());
    return inOrder.map((each, index) => {
      const { channelId, at, label = null, subject = null, actorId, data, admits } = each;
      const { name, version } = this.#facts.get(each)!;
      const seq = index + 1;
      const labelPrev = (label && lastOf.get(label)) || 0;
      if (label) lastOf.set(label, seq);
      const marks = admits ? { admits: [admits] } : {};
      return {
        channelId,
        seq,
        at,
        name,
        version,
        label,
        labelPrev,
        subject,
        actorId,
        data: { ...data, ...marks },
      };
    });
  }
}
