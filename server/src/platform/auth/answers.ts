import type { TooMany } from "../limits/tooMany.ts";
import { PASSWORD_LENGTH } from "./password.ts";

/** Codes, the library's and ours, in plain words. A code that is not here gets the sentence of its status. */
const words = new Map([
  ["INVALID_EMAIL", "Give an e-mail address."],
  ["PASSWORD_MISSING", "Give your password."],
  ["PASSWORD_TOO_SHORT", `Use at least ${PASSWORD_LENGTH.min} characters for the password.`],
  ["PASSWORD_TOO_LONG", `Use at most ${PASSWORD_LENGTH.max} characters for the password.`],
  ["NAME_MISSING", "Give your name."],
  ["NAME_TOO_LONG", "This name is too long: use at most 200 characters."],
  ["NAME_UNFIT", "This name has characters that cannot be shown: please type it again."],
  ["INVALID_EMAIL_OR_PASSWORD", "The e-mail address or the password is not right."],
  ["INVALID_PASSWORD", "The current password is not right."],
  ["INVALID_TOKEN", "This link has been used or is too old. Please ask for a new one."],
  ["TOKEN_EXPIRED", "This link is too old. Please ask for a new one."],
  ["EMAIL_ALREADY_VERIFIED", "This e-mail address is confirmed already."],
  ["EMAIL_MISMATCH", "You are signed in with another e-mail address."],
  ["UNAUTHORIZED", "Please sign in."],
]);

const byStatus = new Map([
  [400, "This request could not be read."],
  [401, "Please sign in."],
  [403, "This request came from another site and was refused."],
  [404, "There is nothing at this address."],
  [405, "This address does not take such a request."],
  [413, "This request is too large."],
  [415, "Send the request as JSON, with content-type application/json."],
]);

const FAULT = "Something went wrong on our side. Please try again in a moment.";

/** An error as every caller gets it: `{ code, message }`, the message fit to be shown. */
export function refusal(status: number, code: string, message?: string): Response {
  const fault = status >= 500;
  const told = fault ? FAULT : (message ?? words.get(code) ?? byStatus.get(status));
  return Response.json(
    {
      code: fault && status !== 503 ? "INTERNAL" : code,
      message: told ?? "This could not be done.",
    },
    { status, headers: { "cache-control": "no-store" } },
  );
}

export function throttled(tooMany: TooMany): Response {
  const answer = refusal(429, "THROTTLED", tooMany.message);
  answer.headers.set("retry-after", String(tooMany.retryAfterSeconds));
  return answer;
}

/** The library's answer with its errors in our words; cookies and other headers stay. */
export async function inOurWords(answer: Response): Promise<Response> {
  if (answer.status < 400) return answer;
  const code = await codeOf(answer);
  const plain = refusal(answer.status, code);
  for (const cookie of answer.headers.getSetCookie()) plain.headers.append("set-cookie", cookie);
  return plain;
}

/** The library's code for a refusal; reads a copy of the body. */
export async function codeOf(answer: Response): Promise<string> {
  try {
    const body: unknown = await answer.clone().json();
    if (typeof body === "object" && body && "code" in body && typeof body.code === "string")
      return body.code;
  } catch {
    // Not JSON: the status says it all.
  }
  return answer.status === 401 ? "UNAUTHORIZED" : "BAD_USER_INPUT";
}
