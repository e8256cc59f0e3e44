import { createHmac, timingSafeEqual } from "node:crypto";

// Tokens are made when they are wanted and never kept: id (16 bytes), generation (4), signature (16).
const LENGTH = 36;

interface Invited {
  id: string;
  generation: number;
}

/** The secret that lets its holder accept. `secret` is the installation's. */
export function writeInvitationToken({ id, generation }: Invited, secret: string): string {
  const body = Buffer.alloc(20);
  body.write(id.replaceAll("-", ""), "hex");
  body.writeUInt32BE(generation, 16);
  return Buffer.concat([body, sign(body, secret)]).toString("base64url");
}

/** What a token was made for, or null when this installation did not make it. */
export function readInvitationToken(token: string, secret: string): Invited | null {
  const bytes = Buffer.from(token.slice(0, 100), "base64url");
  if (bytes.length !== LENGTH || bytes.toString("base64url") !== token) return null;
  const body = bytes.subarray(0, 20);
  if (!timingSafeEqual(bytes.subarray(20), sign(body, secret))) return null;
  const id = body.toString("hex", 0, 16).replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
  return { id, generation: body.readUInt32BE(16) };
}

function sign(body: Buffer, secret: string): Buffer {
  return createHmac("sha256", secret)
    .update("baraza invitation 1\0")
    .update(body)
    .digest()
    .subarray(0, 16);
}
