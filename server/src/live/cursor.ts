const VERSION = "1";

/** A place in one channel's log under one epoch. It carries no right and no secret. */
export interface Position {
  epoch: string;
  channelId: string;
  seq: number;
}

export function writeCursor({ epoch, channelId, seq }: Position): string {
  return Buffer.from(`${VERSION}.${epoch}.${channelId}.${seq}`).toString("base64url");
}

/** The position in a cursor, or null when the text is none of this version's. */
export function readCursor(cursor: string): Position | null {
  if (cursor.length > 200) return null;
  const text = Buffer.from(cursor, "base64url").toString("latin1");
  const [version, epoch, channelId, digits, ...rest] = text.split(".");
  if (version !== VERSION || !epoch || !channelId || !digits || rest.length > 0) return null;
  if (!/^(0|[1-9]\d{0,9})$/.test(digits)) return null;
  return { epoch, channelId, seq: Number(digits) };
}
