import type { IncomingMessage } from "node:http";
import { expect, test } from "vitest";
import { addressOf } from "./address.ts";

test.each([
  ["203.0.113.9", undefined, 0, "203.0.113.9"],
  ["::ffff:203.0.113.9", undefined, 0, "203.0.113.9"],
  ["10.0.0.1", "198.51.100.7", 0, "10.0.0.1"],
  ["10.0.0.1", "198.51.100.7", 1, "198.51.100.7"],
  ["10.0.0.1", "1.1.1.1, 198.51.100.7", 1, "198.51.100.7"],
  ["10.0.0.1", "1.1.1.1, 198.51.100.7, 10.0.0.2", 2, "198.51.100.7"],
  ["10.0.0.1", undefined, 2, "10.0.0.1"],
  ["2001:db8:1:2:3:4:5:6", undefined, 0, "2001:db8:1:2"],
  ["2001:db8::6", undefined, 0, "2001:db8:0:0"],
  ["::1", undefined, 0, "0:0:0:0"],
])("%s, forwarded %s, behind %i: %s", (remoteAddress, forwarded, trustProxy, address) => {
  const request = { socket: { remoteAddress }, headers: { "x-forwarded-for": forwarded } };
  expect(addressOf(request as unknown as IncomingMessage, trustProxy)).toBe(address);
});
