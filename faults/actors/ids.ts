/** Ids are opaque to everybody else; the log that they are held against has the uuid. */
export const uuidOf = (id: string): string =>
  Buffer.from(id, "base64url").toString().split(":")[1] ?? "";

/** The seq in a cursor. Opaque likewise: only who checks the house may look. */
export const seqOf = (cursor: string): number =>
  Number(Buffer.from(cursor, "base64url").toString("latin1").split(".").at(-1));
