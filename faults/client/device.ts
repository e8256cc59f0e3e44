import { fork, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import type {
  Answered,
  Differences,
  Opening,
  Order,
  Standing,
} from "../../client/src/testing/device/words.ts";

/** One tab on somebody's device: a process of its own that runs the client's sync code. */
export class Device {
  readonly #child: ChildProcess;
  readonly #waiting = new Map<number, PromiseWithResolvers<Answered & { answer?: unknown }>>();
  #asked = 0;
  #words = "";

  private constructor(child: ChildProcess) {
    this.#child = child;
    child.on("message", (answered: Answered) => {
      this.#waiting.get(answered.id)?.resolve(answered);
      this.#waiting.delete(answered.id);
    });
    const keep = (text: Buffer) => (this.#words = `${this.#words}${String(text)}`.slice(-4_000));
    child.stdout?.on("data", keep);
    child.stderr?.on("data", keep);
    child.on("exit", () => {
      for (const { reject } of this.#waiting.values())
        reject(new Error(`a device ended: ${this.#words}`));
      this.#waiting.clear();
    });
  }

  /** Opens a thread. `program` is from `bundleDevice`. */
  static async open(program: string, opening: Opening): Promise<Device> {
    const child = fork(program, { stdio: ["ignore", "pipe", "pipe", "ipc"] });
    const end = () => child.kill("SIGKILL");
    process.on("exit", end);
    child.on("exit", () => process.off("exit", end));
    const device = new Device(child);
    await device.#ask({ do: "open", opening });
    return device;
  }

  /** Somebody writes this and presses Send. */
  async say(body: string): Promise<void> {
    await this.#ask({ do: "say", body });
  }

  /** Somebody sets the clock, by so many milliseconds. */
  async setClock(by: number): Promise<void> {
    await this.#ask({ do: "set clock", by });
  }

  async tell(): Promise<Standing> {
    return (await this.#ask({ do: "tell" })) as Standing;
  }

  /** What is shown against a fresh query. */
  async compare(): Promise<Differences> {
    return (await this.#ask({ do: "compare" })) as Differences;
  }

  /** The lid is closed: nothing runs until it is opened, and nobody is told. */
  sleep(): void {
    this.#child.kill("SIGSTOP");
  }

  wake(): void {
    this.#child.kill("SIGCONT");
  }

  async end(): Promise<void> {
    if (this.#child.exitCode !== null || this.#child.signalCode !== null) return;
    const gone = once(this.#child, "exit");
    this.#child.kill("SIGKILL");
    await gone;
  }

  async #ask(order: Order): Promise<unknown> {
    const id = ++this.#asked;
    const waiting = Promise.withResolvers<Answered>();
    this.#waiting.set(id, waiting);
    this.#child.send({ id, ...order });
    const answered = await waiting.promise;
    if ("failed" in answered) throw new Error(`a device could not ${order.do}: ${answered.failed}`);
    return answered.answer;
  }
}
