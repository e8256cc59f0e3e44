/** One update of a room as the first follower here got it; the others must get the same bytes. */
export interface Update {
  seq: number;
  /** The whole frame's text, as first received. */
  frame: Buffer;
  payloadAt: number;
  payloadEnd: number;
  count: number;
  /** When the last follower here had it. */
  lastAt: number;
  times: number[] | null;
}

export const PAYLOAD = Buffer.from('"payload":');
const SEQ = Buffer.from('"seq":');

/** What this process's followers of one room have got. */
export class RoomLog {
  readonly room: number;
  members = 0;
  readonly updates = new Map<number, Update>();

  constructor(room: number) {
    this.room = room;
  }

  /** Remembers an update that nobody here has seen yet. */
  add(buffer: Buffer, range: { start: number; end: number }, seq: number, times: boolean): Update {
    const frame = Buffer.from(buffer.subarray(range.start, range.end));
    const update: Update = {
      seq,
      frame,
      payloadAt: frame.indexOf(PAYLOAD) + PAYLOAD.length,
      payloadEnd: payloadEnd(frame),
      count: 0,
      lastAt: 0,
      times: times ? [] : null,
    };
    this.updates.set(seq, update);
    return update;
  }
}

/** The envelope's last field is the payload; a stack that orders its fields otherwise puts the id behind it. */
function payloadEnd(frame: Buffer): number {
  const behind = frame.lastIndexOf('},"id":');
  return behind > 0 && frame.indexOf('"id":"b') > behind ? behind + 1 : frame.length - 1;
}

/** The seq of the update in a payload: the first one in it; -1 when there is none. */
export function seqIn(buffer: Buffer, from: number, end: number): number {
  let at = buffer.indexOf(SEQ, from);
  if (at < 0 || at >= end) return -1;
  at += SEQ.length;
  let seq = 0;
  for (let digit = buffer[at] - 48; digit >= 0 && digit <= 9;) {
    seq = seq * 10 + digit;
    at += 1;
    digit = buffer[at] - 48;
  }
  return seq;
}
