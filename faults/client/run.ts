import type { Opening } from "../../client/src/testing/device/words.ts";
import { ask, type Person, tell } from "../../e2e/api.ts";
import { makeGroup, startThread } from "../../e2e/world.ts";
import { between, pause, seeded, type Random } from "../harness/random.ts";
import { Link } from "../stage/link.ts";
import { bundleDevice } from "./bundle.ts";
import { Device } from "./device.ts";
import { House } from "./house.ts";
import { operate } from "./operator.ts";
import { loseOne, type Plant } from "./plant.ts";
import { judge, type Logged, type Seen, type Verdict } from "./verdict.ts";
import { troubleDesk, troubleHouse, type Desk } from "./weather.ts";

export interface Options {
  /** How long there are faults; each kind comes once at least. */
  seconds: number;
  seed: number;
  devices: number;
  /** 0: no long pauses. */
  longMs: number;
}

export interface Run extends Verdict {
  /** What the operator did besides. */
  acts: number;
  /** From the end of the last fault until every screen was whole and nothing waited. */
  convergeMs: number;
  faults: Record<string, number>;
  /** What a client did that an update was kept from. */
  planted: Plant;
}

/** Where nothing has moved for so long nothing will: the longest pause of a client is 30 s. */
const STILL_MS = 40_000;
/** What was done last has come to every screen by then. */
const SAME_MS = 10_000;

interface Seat extends Desk {
  name: string;
  said: string[];
}

/** People write on devices that run the client's own sync code, while links, nodes, Redis and devices fail. */
export async function run({ seconds, seed, devices, longMs }: Options): Promise<Run> {
  const random = seeded(seed);
  const [house, bundle] = await Promise.all([House.start(), bundleDevice()]);
  const seats: Seat[] = [];
  try {
    const group = await makeGroup(house.url, { members: devices });
    const thread = await startThread(group.coordinator, group.id);
    const planted = await loseOne(bundle.program, house, { group, thread });
    const threadId = thread.id;
    for (const member of group.members)
      seats.push(
        await takeSeat(bundle.program, house.url, { member, groupId: group.id, threadId }),
      );
    const faults: Record<string, number> = {};
    const weather = {
      random,
      longMs,
      saw: (name: string) => (faults[name] = (faults[name] ?? 0) + 1),
    };
    let writing = true;
    const goOn = () => writing;
    const operator = operate({ by: group.coordinator, threadId, random, goOn });
    const writers = seats.map((seat) => write(seat, random, goOn));
    const until = Date.now() + seconds * 1_000;
    await Promise.all([
      troubleHouse(house, weather, until),
      ...seats.map((seat) => troubleDesk(seat, weather, until)),
    ]).finally(() => (writing = false));
    const calm = Date.now();
    const [acts] = await Promise.all([operator, ...writers]);
    await quiet(seats, () => readLog(group.coordinator, threadId));
    const convergeMs = Date.now() - calm;
    // Nobody could write while it is closed, so this comes last.
    for (const wish of ["closeThread", "reopenThread"])
      await tell(group.coordinator, wish, { threadId });
    const seen = await Promise.all(seats.map(look));
    const log = await readLog(group.coordinator, threadId);
    return { ...judge(seen, log), acts, convergeMs, faults, planted };
  } catch (error) {
    throw new Error(`the run broke down; the nodes' last words: ${house.lastWords}`, {
      cause: error,
    });
  } finally {
    await Promise.all(seats.map(({ device }) => device.end()));
    await Promise.all(seats.map(({ link }) => link.close()));
    await house.stop();
    bundle.remove();
  }
}

/** One member's device on a link of its own, with the thread open. */
async function takeSeat(
  program: string,
  url: string,
  {
    member,
    ...place
  }: { member: Person } & Pick<Opening, "groupId" | "threadId" | "breaksSockets">,
): Promise<Seat> {
  const link = await Link.open({ port: Number(new URL(url).port) });
  const device = await Device.open(program, {
    url: `http://127.0.0.1:${link.port}`,
    cookie: member.cookies.map(({ name, value }) => `${name}=${value}`).join("; "),
    personId: member.id,
    ...place,
  });
  return { name: member.name, device, link, said: [] };
}

async function write(seat: Seat, random: Random, goOn: () => boolean): Promise<void> {
  while (goOn()) {
    const body = `${seat.name} ${seat.said.length + 1}`;
    seat.said.push(body);
    await seat.device.say(body);
    await pause(between(random, 300, 1_500));
  }
}

/** Waits until every screen has everything and nothing waits to be sent, or nothing has moved for too long. */
async function quiet(seats: readonly Seat[], log: () => Promise<Logged[]>): Promise<void> {
  let before = "";
  for (let until = 0; before === "" || Date.now() < until;) {
    const head = (await log()).at(-1)?.seq ?? 0;
    const standings = await Promise.all(seats.map(({ device }) => device.tell()));
    const places = standings.map(({ waiting, link, messages }) => ({
      waiting,
      link,
      last: messages.at(-1)?.seq,
    }));
    if (places.every((at) => at.waiting === 0 && at.link === "live" && at.last === head)) break;
    const now = JSON.stringify(places);
    if (now !== before) until = Date.now() + STILL_MS;
    before = now;
    await pause(100);
  }
}

/** What is on a screen, once it is the same as a fresh query; or when it will not be. */
async function look({ name, said, device }: Seat): Promise<Seen> {
  const until = Date.now() + SAME_MS;
  for (;;) {
    const differences = await device.compare();
    if (differences.length === 0 || Date.now() > until)
      return { name, said, differences, standing: await device.tell() };
    await pause(200);
  }
}

interface Page {
  messages: { nodes: Logged[]; pageInfo: { hasNextPage: boolean; endCursor: string | null } };
}

/** Every message of the thread, by the API. */
async function readLog(who: Person, threadId: string): Promise<Logged[]> {
  const query = `query($id: ID!, $after: String) { thread: node(id: $id) { ... on Thread {
    messages(first: 100, after: $after) { nodes { seq body } pageInfo { hasNextPage endCursor } } } } }`;
  const all: Logged[] = [];
  for (let after: string | null = null; ;) {
    const answer: { thread: Page } = await ask(who, query, { id: threadId, after });
    const { nodes, pageInfo } = answer.thread.messages;
    all.push(...nodes);
    if (!pageInfo.hasNextPage) return all;
    after = pageInfo.endCursor;
  }
}
