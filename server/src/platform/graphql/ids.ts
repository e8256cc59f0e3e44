import { badInput } from "./errors.ts";

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** The opaque id of a Node: type and uuid, base64url. Callers must not read it. */
export function globalId(type: string, uuid: string): string {
  return Buffer.from(`${type}:${uuid}`).toString("base64url");
}

/** Type and uuid of a global id, or null when the text is no id of this server. */
export function readGlobalId(id: string): { type: string; uuid: string } | null {
  if (id.length > 120) return null;
  const text = Buffer.from(id, "base64url").toString("latin1");
  const colon = text.indexOf(":");
  const type = text.slice(0, colon);
  const uuid = text.slice(colon + 1);
  if (colon < 1 || !UUID.test(uuid) || globalId(type, uuid) !== id) return null;
  return { type, uuid };
}

/** The uuid of a global id of `type`. Throws `BAD_USER_INPUT` for anything else. */
export function uuidOf(type: string, id: string): string {
  const read = readGlobalId(id);
  if (read?.type !== type) throw badInput(`This is not the id of a ${type}.`);
  return read.uuid;
}

/** A caller's idempotency key: any uuid, kept in lower case. */
export function clientKeyOf(key: string): string {
  const lower = key.toLowerCase();
  if (!UUID.test(lower)) throw badInput("clientKey must be a uuid.");
  return lower;
}
