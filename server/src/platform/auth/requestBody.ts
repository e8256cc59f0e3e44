import type { IncomingMessage } from "node:http";

const LARGEST = 16 * 1024;

/** Why a body was not taken, as the answer's status and code. */
export class BodyRefused extends Error {
  readonly status: 400 | 413 | 415;
  readonly code: string;

  constructor(status: 400 | 413 | 415, code: string) {
    super(code);
    this.status = status;
    this.code = code;
  }
}

/** The JSON of a request; undefined when it has no body. Throws BodyRefused. */
export async function jsonBody(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    // The rest is read and dropped up to a bound, so that the sender gets to see the answer.
    if (size <= LARGEST) chunks.push(chunk);
    if (size > 64 * LARGEST) break;
  }
  if (size > LARGEST) throw new BodyRefused(413, "TOO_LARGE");
  if (size === 0) return undefined;
  // A form on another site can send anything but JSON without being asked first.
  if (!/^application\/json\s*(;|$)/i.test(request.headers["content-type"] ?? ""))
    throw new BodyRefused(415, "UNSUPPORTED_MEDIA_TYPE");
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(Buffer.concat(chunks)));
  } catch {
    throw new BodyRefused(400, "BAD_USER_INPUT");
  }
}
