import { randomUUID } from "node:crypto";
import { type Person, tell } from "../../e2e/api.ts";
import { between, oneOf, pause, type Random } from "../harness/random.ts";

interface Message {
  id: string;
  version: number;
}

/** An answer that does not come in this time is not waited for: what was done or not, the log knows. */
const PATIENCE_MS = 3_000;

/**
 * Talks, edits, withdraws, reacts, pins and renames for as long as `goOn` says, past every link of the devices: so
 * that each kind of update comes to them. What fails is not done again.
 */
export async function operate(options: {
  by: Person;
  threadId: string;
  random: Random;
  goOn: () => boolean;
}): Promise<number> {
  const { by, threadId, random, goOn } = options;
  const own: Message[] = [];
  let done = 0;
  const wish = <Payload>(name: string, input: Record<string, unknown>, wants = "") =>
    Promise.race([
      tell<Payload>(by, name, input, wants),
      pause(PATIENCE_MS).then(() => Promise.reject(new Error("no answer"))),
    ]);
  const acts: (() => Promise<unknown>)[] = [
    async () => {
      const input = { threadId, body: `operator ${own.length + 1}`, clientKey: randomUUID() };
      const wants = "message { id version }";
      own.push((await wish<{ message: Message }>("sendMessage", input, wants)).message);
    },
    async () => {
      const one = oneOf(random, own);
      const input = {
        messageId: one.id,
        expectedVersion: one.version,
        body: `better ${randomUUID()}`,
      };
      const wants = "message { id version }";
      Object.assign(one, (await wish<{ message: Message }>("editMessage", input, wants)).message);
    },
    async () => {
      const [one] = own.splice(Math.floor(random() * own.length), 1);
      await wish("withdrawMessage", { messageId: one.id });
      if (random() < 0.5) await wish("restoreMessage", { messageId: one.id });
    },
    () => {
      const emoji = oneOf(random, ["👍", "🎉", "value:curiosity"]);
      return wish("react", { messageId: oneOf(random, own).id, emoji, on: random() < 0.7 });
    },
    () => wish("pinMessage", { messageId: oneOf(random, own).id, on: random() < 0.7 }),
    () => wish("renameThread", { threadId, title: `A thread by the name of ${randomUUID()}` }),
    () => wish("pinThread", { threadId, on: random() < 0.5 }),
  ];
  while (goOn()) {
    // The first acts are messages: the others need some.
    const act = own.length < 3 ? acts[0] : oneOf(random, acts);
    await act().then(
      () => (done += 1),
      () => {},
    );
    await pause(between(random, 30, 200));
  }
  return done;
}
