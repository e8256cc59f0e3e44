import { randomUUID } from "node:crypto";

/** Somebody who is signed in, as a program is: what a journey has to prepare goes through the API. */
export interface Person {
  /** The node that they speak to. */
  url: string;
  id: string;
  name: string;
  email: string;
  token: string;
  /** The same session for a browser. */
  cookies: { name: string; value: string; url: string }[];
}

const password = "baraza-demo";

/** One of the demo accounts, or anybody who signed up by `signUp`. */
export async function signIn(url: string, email: string): Promise<Person> {
  return enter(url, "sign-in", { email, password });
}

/** Somebody new, with an address of their own. */
export async function signUp(url: string, name: string): Promise<Person> {
  return enter(url, "sign-up", { name, email: newAddress(), password });
}

export function newAddress(): string {
  return `${randomUUID()}@journeys.example`;
}

async function enter(
  url: string,
  door: string,
  body: { name?: string; email: string; password: string },
): Promise<Person> {
  const response = await fetch(`${url}/api/auth/${door}/email`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });
  // Signing up answers the same for a known and an unknown address: who they are comes with the session.
  if (response.ok && door === "sign-up") return signIn(url, body.email);
  const token = response.headers.get("set-auth-token");
  if (!token)
    throw new Error(`${door} of ${body.email}: ${response.status} ${await response.text()}`);
  const cookies = response.headers.getSetCookie().map((line) => {
    const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
    return { name, value, url };
  });
  const person = { url, id: "", name: "", email: body.email, token, cookies };
  const { viewer } = await ask<{ viewer: { person: { id: string; name: string } } }>(
    person,
    "{ viewer { person { id name } } }",
  );
  return { ...person, ...viewer.person };
}

/** One operation. Throws on errors of the request; `tell` throws on refusals too. */
export async function ask<Data>(
  who: Person,
  query: string,
  variables: Record<string, unknown> = {},
): Promise<Data> {
  const response = await fetch(`${who.url}/graphql`, {
    method: "POST",
    headers: { "content-type": "application/json", authorization: `Bearer ${who.token}` },
    body: JSON.stringify({ query, variables }),
  });
  const answer = (await response.json()) as { data?: Data; errors?: unknown };
  if (!answer.data || answer.errors) throw new Error(`${query}: ${JSON.stringify(answer.errors)}`);
  return answer.data;
}

export interface Refused {
  code: string;
  message: string;
}

/** One mutation by its name; `wants` is what to select of its payload. Refusals are part of the answer. */
export async function attempt<Payload>(
  who: Person,
  wish: string,
  input: Record<string, unknown>,
  wants = "",
): Promise<Payload & { errors: Refused[] }> {
  const type = `${wish[0]?.toUpperCase()}${wish.slice(1)}Input!`;
  const query = `mutation($input: ${type}) { ${wish}(input: $input) { ${wants} errors { code message } } }`;
  const data = await ask<Record<string, Payload & { errors: Refused[] }>>(who, query, { input });
  const payload = data[wish];
  if (!payload) throw new Error(`${wish} has no answer`);
  return payload;
}

/** Like `attempt`, where a refusal is a fault of the journey. */
export async function tell<Payload>(
  who: Person,
  wish: string,
  input: Record<string, unknown>,
  wants = "",
): Promise<Payload> {
  const payload = await attempt<Payload>(who, wish, input, wants);
  if (payload.errors.length > 0) throw new Error(`${wish}: ${JSON.stringify(payload.errors)}`);
  return payload;
}
