import { serverAudits } from "graphql-http";
import { afterAll, beforeAll, expect, test } from "vitest";
import { world, type World } from "./testing/world.ts";

let w: World;
beforeAll(async () => {
  w = await world({
    strangersReadSchema: true,
    limits: { pointsPerAddress: 1e6 },
  });
});
afterAll(() => w.stop());

/** GET is refused; and what cannot run is 400 for every media type, so that no proxy takes it for an answer. */
const known = ["notice 5A70", "notice D6D5", "notice 6A70", "warn 572B", "warn FDE2", "warn 7B9B"];

test("the audits of GraphQL over HTTP pass, but for what is refused on purpose", async () => {
  const audits = serverAudits({ url: () => w.url });
  const exceptions: string[] = [];
  for (const audit of audits) {
    const result = await audit.fn();
    if (result.status !== "ok") exceptions.push(`${result.status} ${audit.id}`);
    if ("response" in result) await result.response.body?.cancel().catch(() => undefined);
  }
  expect(exceptions).toEqual(known);
});
