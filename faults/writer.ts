import { randomUUID } from "node:crypto";
import { sendMutation } from "../server/src/testing/scene.ts";
import { NoAnswer, type WirePerson } from "../server/src/testing/wire.ts";
import type { History } from "./history.ts";
import { between, pause } from "./random.ts";

/** A message that nobody acknowledges for so long is given up: nobody knows then whether it was taken. */
const GIVE_UP_MS = 30_000;

/** Sends one message after the other, each until it is acknowledged, under one key and through any node. */
export async function write(options: {
  name: string;
  person: WirePerson;
  url: string;
  threadId: string;
  history: History;
  random: () => number;
  goOn: () => boolean;
}): Promise<void> {
  const { name, person, url, threadId, history, random, goOn } = options;
  for (let n = 1; goOn(); n++) {
    const body = `${name} ${n}`;
    const input = { threadId, body, clientKey: randomUUID() };
    history.add({ kind: "sent", at: Date.now(), writer: name, n, body });
    const until = Date.now() + GIVE_UP_MS;
    for (let tries = 1; Date.now() < until; tries++) {
      const messageId = await trySend(person, url, input);
      if (messageId) {
        history.add({ kind: "acked", at: Date.now(), writer: name, n, messageId, tries });
        break;
      }
      await pause(between(random, 20, 250));
    }
    await pause(between(random, 10, 60));
  }
}

/** The message's uuid, or null when it is to be sent again. */
async function trySend(person: WirePerson, url: string, input: object): Promise<string | null> {
  try {
    const { sendMessage } = await person.ask(url, sendMutation, { input });
    if (sendMessage.errors[0]) throw new Error(`refused: ${sendMessage.errors[0].message}`);
    return uuidOf(sendMessage.message.id);
  } catch (error) {
    if (error instanceof NoAnswer) return null;
    throw error;
  }
}

/** Ids are opaque to everybody else; the log that they are held against has the uuid. */
export const uuidOf = (id: string): string =>
  Buffer.from(id, "base64url").toString().split(":")[1] ?? "";
