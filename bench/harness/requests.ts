import { Agent, request } from "node:http";
import { clock } from "./clock.ts";

/** Sends requests one behind the other on a few connections and keeps what came back. */
export class Requests {
  readonly #port: number;
  readonly #agent: Agent;

  constructor(port: number, sockets = 8) {
    this.#port = port;
    this.#agent = new Agent({ keepAlive: true, maxSockets: sockets });
  }

  /** The body of an answer; anything but a 200 is an error. */
  post(body: string, headers: Record<string, string> = {}): Promise<string> {
    return new Promise((resolve, reject) => {
      const sent = request(
        {
          host: "127.0.0.1",
          port: this.#port,
          path: "/graphql",
          method: "POST",
          agent: this.#agent,
          headers: {
            "content-type": "application/json",
            "content-length": Buffer.byteLength(body),
            ...headers,
          },
        },
        (response) => {
          const chunks: Buffer[] = [];
          response.on("data", (chunk: Buffer) => chunks.push(chunk));
          response.on("end", () => {
            const text = Buffer.concat(chunks).toString();
            if (response.statusCode === 200) resolve(text);
            else reject(new Error(`${response.statusCode}: ${text.slice(0, 500)}`));
          });
          response.on("error", reject);
        },
      );
      sent.on("error", reject);
      sent.end(body);
    });
  }

  close(): void {
    this.#agent.destroy();
  }
}

/** Runs `work` over and over on so many lanes for the time; gives how often. */
export async function repeat(
  work: () => Promise<unknown>,
  { lanes, ms }: { lanes: number; ms: number },
): Promise<number> {
  const until = clock() + ms;
  let count = 0;
  const lane = async () => {
    while (clock() < until) {
      await work();
      count += 1;
    }
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  return count;
}

/** Runs `work` so many times on so many lanes. */
export async function inLanes(
  work: () => Promise<unknown>,
  { lanes, count }: { lanes: number; count: number },
): Promise<void> {
  let left = count;
  const lane = async () => {
    while (left > 0) {
      left -= 1;
      await work();
    }
  };
  await Promise.all(Array.from({ length: lanes }, lane));
}

/** The milliseconds that `work` takes. */
export async function timed(work: () => Promise<unknown>): Promise<number> {
  const from = clock();
  await work();
  return clock() - from;
}
