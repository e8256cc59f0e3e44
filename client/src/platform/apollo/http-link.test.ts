import { gql } from "@apollo/client";
import { afterEach, expect, test, vi } from "vitest";
import { createClient } from "./client.ts";

afterEach(() => vi.unstubAllGlobals());

const query = gql`
  {
    viewer {
      email
    }
  }
`;

/** A server that takes a request and never says anything. */
function hangs(): AbortSignal[] {
  const signals: AbortSignal[] = [];
  vi.stubGlobal("fetch", (_url: string, { signal }: { signal: AbortSignal }) => {
    signals.push(signal);
    return new Promise((_resolve, reject) => {
      signal.addEventListener("abort", () => reject(signal.reason as Error));
    });
  });
  return signals;
}

test("a link that hangs is given up when whoever asked says so", async () => {
  const signals = hangs();
  const patience = new AbortController();
  const answer = createClient().query({
    query,
    context: { fetchOptions: { signal: patience.signal } },
  });
  await vi.waitFor(() => expect(signals).toHaveLength(1));
  patience.abort();
  await expect(answer).rejects.toThrow("aborted");
  expect(signals[0]?.aborted).toBe(true);
});

test("what is no JSON is a lost link", async () => {
  vi.stubGlobal("fetch", async () => new Response("<h1>Bad gateway</h1>", { status: 502 }));
  await expect(createClient().query({ query })).rejects.toThrow("JSON");
});
