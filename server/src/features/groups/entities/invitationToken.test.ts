import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { readInvitationToken, writeInvitationToken } from "./invitationToken.ts";

const secret = "a secret for tests, 32 characters or more";

describe("an invitation's token", () => {
  it("says which invitation and which generation", () => {
    const invited = { id: randomUUID(), generation: 7 };
    const token = writeInvitationToken(invited, secret);
    expect(token).toMatch(/^[\w-]{48}$/);
    expect(readInvitationToken(token, secret)).toEqual(invited);
  });

  it("is worth nothing when one character of it is changed", () => {
    const token = writeInvitationToken({ id: randomUUID(), generation: 1 }, secret);
    for (let at = 0; at < token.length; at += 1) {
      const other = token[at] === "A" ? "B" : "A";
      expect(
        readInvitationToken(token.slice(0, at) + other + token.slice(at + 1), secret),
      ).toBeNull();
    }
  });

  it("is worth nothing under another secret, cut, prolonged or made up", () => {
    const token = writeInvitationToken({ id: randomUUID(), generation: 1 }, secret);
    expect(readInvitationToken(token, `${secret}!`)).toBeNull();
    for (const forged of [
      "",
      token.slice(1),
      `${token}A`,
      `${token}=`,
      ` ${token}`,
      "A".repeat(48),
      "\ud800",
      "🙂".repeat(50_000),
    ])
      expect(readInvitationToken(forged, secret)).toBeNull();
  });
});
