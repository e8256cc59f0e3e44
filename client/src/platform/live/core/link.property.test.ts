import fc from "fast-check";
import { expect, test } from "vitest";
import { fakeClock } from "../testing/fake-clock.ts";
import { FakeServer } from "../testing/fake-server.ts";
import { createLink } from "./link.ts";
import type { LiveAnswer } from "./position.ts";

type Act =
  | "publish"
  | "burst"
  | "cut"
  | "drop"
  | "double"
  | "swap"
  | "refuse"
  | "wait"
  | "wake"
  | "offline";
const acts: Act[] = [
  "publish",
  "burst",
  "cut",
  "drop",
  "double",
  "swap",
  "refuse",
  "wait",
  "wake",
  "offline",
];

/** Whatever happens on the way, in quiet everything was applied once and in order. */
test("every update once, in order, through any faults", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.constantFrom(...acts), { maxLength: 40 }),
      fc.integer({ min: 0, max: 100 }),
      async (plan, luck) => {
        const clock = fakeClock();
        const server = new FakeServer();
        let turn = luck;
        const link = createLink({
          socket: server.transport("socket"),
          stream: async () => server.transport("stream"),
          clock,
          random: () => ((turn = (turn * 37 + 11) % 101), turn / 101),
          checkSession: async () => true,
        });
        const seen: number[] = [];
        link.follow({
          query: "",
          field: "threadUpdates",
          variables: {},
          logged: true,
          after: "c0",
          apply: (updates: readonly LiveAnswer[]) => seen.push(...updates.map((each) => each.seq)),
          reset: async () => null,
          ended: () => {},
        });
        const faults: Partial<Record<Act, (answers: LiveAnswer[]) => LiveAnswer[]>> = {
          drop: (answers) => answers.slice(1),
          double: (answers) => [...answers, ...answers],
          swap: (answers) => answers.toReversed(),
        };
        for (const act of plan) {
          server.fault = faults[act] ?? ((answers) => answers);
          if (act === "cut") server.cut();
          else if (act === "refuse") server.refuse("INTERNAL");
          else if (act === "wait") await clock.pass(700);
          else if (act === "wake") link.wake();
          else if (act === "offline") {
            link.setOnline(false);
            await clock.pass(300);
            link.setOnline(true);
          } else server.publish(act === "burst" ? 230 : 2);
        }
        server.fault = (answers) => answers;
        await clock.pass(60_000);
        server.publish(1);
        await clock.pass(1000);
        expect(seen).toEqual(server.log.map((each) => each.seq));
        expect(link.state().state).toBe("live");
      },
    ),
    { numRuns: 150 },
  );
});
