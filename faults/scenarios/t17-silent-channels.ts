import { WireSocket } from "../../server/src/testing/wireSocket.ts";
import { threadDocument } from "../actors/documents.ts";
import type { Account } from "../actors/account.ts";
import type { Play } from "../harness/play.ts";
import { between, oneOf, pause } from "../harness/random.ts";
import type { StageNode } from "../stage/node.ts";
import type { Thread } from "../stage/world.ts";
import type { Scenario } from "./scenario.ts";

const GROUPS = 20;
const PEOPLE = 20;
/** The product lets a socket start 30 operations a second. */
const PER_SECOND = 25;

const inboxDocument = "subscription { updates: inboxUpdates { __typename } }";

export const t17: Scenario = {
  name: "t17",
  title: "10,000 subscribe/complete on silent channels: no reference is left",
  invariants: ["I15"],
  seconds: 60,
  size: 10_000,
  cast: { guests: 0, writers: 2, rest: [100, 300], programme: {} },
  async steps(play, _seconds, size) {
    const { world, stage } = play;
    const [home] = world.groups;
    const threads: Thread[] = [];
    const people = await world.addCrowd(PEOPLE, home);
    // Their own silent channels, and those of groups in which nobody speaks.
    for (let i = 0; i < GROUPS; i++) {
      const group = await world.addGroup(`Silent ${i + 1}`);
      threads.push(await world.addThread(group, "Nobody speaks"));
    }
    const before = await held(stage.nodes);
    let left = size;
    const take = () => left-- > 0;
    const done = await Promise.all(
      stage.nodes.flatMap((node) =>
        [world.manager, ...people].map((person) =>
          comeAndGo(play, { node, person, threads: person === world.manager ? threads : [], take }),
        ),
      ),
    );
    await pause(2_000);
    const after = await held(stage.nodes);
    play.figure(
      "I15",
      "subscriptions come and gone",
      done.reduce((sum, each) => sum + each, 0),
    );
    play.figure("I15", "references left of them", after - before, 0);
  },
};

/** Hubs and followers of all nodes. */
async function held(nodes: readonly StageNode[]): Promise<number> {
  const counts = await Promise.all(
    nodes.map((node) => node.measure("baraza_live_hubs", "baraza_live_followers")),
  );
  return counts.flat().reduce((sum, count) => sum + count, 0);
}

/** Subscribes and completes over one socket, at once or a moment later. Returns how often. */
async function comeAndGo(
  { random }: Play,
  options: { node: StageNode; person: Account; threads: readonly Thread[]; take: () => boolean },
): Promise<number> {
  const { node, person, threads, take } = options;
  let closed = "";
  const socket = new WireSocket(node.url, person.person, {
    next: () => {},
    over: () => {},
    closed: (why) => (closed = why),
  });
  let count = 0;
  while (!closed && take()) {
    const id = `${++count}`;
    if (threads.length > 0)
      socket.subscribe(id, { query: threadDocument, variables: { id: oneOf(random, threads).id } });
    else socket.subscribe(id, { query: inboxDocument, variables: {} });
    const rest = between(random, 0, 2_000 / PER_SECOND);
    if (random() < 0.5) socket.complete(id);
    else setTimeout(() => socket.complete(id), rest);
    await pause(rest);
  }
  await pause(500);
  // Some end by their socket, which must be as good.
  if (random() < 0.5) socket.terminate();
  else socket.close();
  return count;
}
