import type { FormattedExecutionResult } from "graphql";
import { post, type World } from "./world.ts";

export type Transport = "http" | "socket" | "stream";
export const transports: readonly Transport[] = ["http", "socket", "stream"];

/** The first answer in the body of an event stream, or the JSON that stands in its place. */
async function streamed(
  url: string,
  payload: unknown,
  headers: Record<string, string>,
): Promise<FormattedExecutionResult> {
  const response = await fetch(`${url}/stream`, {
    method: "POST",
    headers: { "content-type": "application/json", accept: "text/event-stream", ...headers },
    body: JSON.stringify(payload),
  });
  const text = await response.text();
  const data = /^data: (.+)$/m.exec(text)?.[1] ?? text;
  return JSON.parse(data) as FormattedExecutionResult;
}

/** The same operation over any transport, as a person with that name or as a stranger. */
export async function ask(
  w: World,
  transport: Transport,
  payload: unknown,
  person?: string,
): Promise<FormattedExecutionResult> {
  const authorization = person && `Bearer ${person}`;
  const headers: Record<string, string> = authorization ? { authorization } : {};
  if (transport === "http") return (await post(w.url, payload, headers)).body;
  if (transport === "stream") return streamed(w.url, payload, headers);
  const client = await w.socket(authorization ? { authorization } : {});
  const answer = await client.ask(payload);
  client.socket.close();
  await client.closed;
  return answer;
}

export const codesOf = ({ errors }: FormattedExecutionResult): unknown[] =>
  (errors ?? []).map(({ extensions }) => extensions?.["code"]);
