import { between, oneOf, pause, type Random } from "../harness/random.ts";
import type { Link } from "../stage/link.ts";
import type { Device } from "./device.ts";
import type { House } from "./house.ts";

/** Somebody's device and the link that it hangs on. */
export interface Desk {
  device: Device;
  link: Link;
}

export interface Weather {
  random: Random;
  /** How long links are held and devices sleep, besides the short times. */
  longMs: number;
  /** Is told each time. */
  saw: (name: string) => void;
}

type Fault = [name: string, run: () => Promise<void>];

/** Each kind once, in another order each time, and from the beginning again until then. */
async function round(faults: Fault[], { random, saw }: Weather, until: number): Promise<void> {
  for (let first = true; first || Date.now() < until; first = false) {
    const left = [...faults];
    while (left.length > 0 && (first || Date.now() < until)) {
      await pause(between(random, 200, 900));
      const [[name, run]] = left.splice(Math.floor(random() * left.length), 1);
      saw(name);
      await run();
    }
  }
}

/** What befalls one device and its link. */
export async function troubleDesk(desk: Desk, weather: Weather, until: number): Promise<void> {
  const { device, link } = desk;
  const { random, longMs } = weather;
  const some = (from: number, to: number) => pause(between(random, from, to));
  const hold = async (wait: () => Promise<void>) => {
    link.hold();
    await wait();
    link.release();
  };
  const sleep = async (wait: () => Promise<void>) => {
    device.sleep();
    await wait();
    device.wake();
  };
  const faults: Fault[] = [
    ["link cut", async () => link.cut()],
    [
      "link away",
      async () => {
        link.refuse(true);
        link.cut();
        await some(500, 2_500);
        link.refuse(false);
      },
    ],
    ["link held for 4 s", () => hold(() => pause(4_000))],
    [
      "link held, then cut",
      async () => {
        await hold(() => some(500, 2_000));
        link.cut();
      },
    ],
    [
      "link slow and lossy",
      async () => {
        link.set({ bytesPerSecond: 8_000, lossy: 0.02, swallow: 0.02 });
        await some(2_000, 4_000);
        link.set();
      },
    ],
    ["device asleep", () => sleep(() => some(1_000, 4_000))],
    [
      "device asleep, link gone meanwhile",
      () =>
        sleep(async () => {
          await some(500, 1_500);
          link.cut();
          await some(200, 1_000);
        }),
    ],
    [
      "clock set",
      () => device.setClock(oneOf(random, [-1, 1]) * between(random, 1, 3) * 3_600_000),
    ],
  ];
  if (longMs > 0)
    faults.push(
      [`link held for ${longMs / 1_000} s`, () => hold(() => pause(longMs))],
      [`device asleep for ${longMs / 1_000} s`, () => sleep(() => pause(longMs))],
    );
  await round(faults, weather, until);
}

/** What befalls the house: nodes and Redis. */
export async function troubleHouse(house: House, weather: Weather, until: number): Promise<void> {
  const { random } = weather;
  const some = (from: number, to: number) => pause(between(random, from, to));
  const faults: Fault[] = [
    [
      "kill -9 of a node",
      async () => {
        const node = oneOf(random, house.nodes);
        await node.end("SIGKILL");
        await some(100, 1_500);
        await node.comeBack();
      },
    ],
    ["Redis away", () => house.withoutRedis(() => some(500, 3_000))],
    ["Redis hung", () => house.withHungRedis(() => some(500, 2_000))],
  ];
  await round(faults, weather, until);
}
