const ASK_MS = 10_000;

/** An answer that was not the one that was asked for. */
export class Refusal extends Error {
  readonly status: number;
  readonly code: string | null;

  constructor(message: string, status: number, code: string | null = null) {
    super(message);
    this.status = status;
    this.code = code;
  }
}

async function post(
  url: string,
  body: object,
  token?: string,
): Promise<{ answer: Response; text: string }> {
  const answer = await fetch(url, {
    method: "POST",
    headers: {
      "content-type": "application/json",
      ...(token !== undefined && { authorization: `Bearer ${token}` }),
    },
    body: JSON.stringify(body),
    signal: AbortSignal.timeout(ASK_MS),
  });
  return { answer, text: await answer.text() };
}

/** A session's bearer token, signed by the node that is asked. */
export async function signIn(
  url: string,
  account: { email: string; password: string },
): Promise<string> {
  const { answer, text } = await post(`${url}/api/auth/sign-in/email`, account);
  const token = answer.headers.get("set-auth-token");
  if (answer.ok && token) return token;
  throw new Refusal(`a sign-in was answered ${answer.status} ${text.slice(0, 200)}`, answer.status);
}

export async function signOut(url: string, token: string): Promise<void> {
  const { answer, text } = await post(`${url}/api/auth/sign-out`, {}, token);
  if (!answer.ok)
    throw new Refusal(
      `a sign-out was answered ${answer.status} ${text.slice(0, 200)}`,
      answer.status,
    );
}

interface Answer<Data> {
  data?: Data | null;
  errors?: { message: string; extensions?: { code?: string } }[];
}

/** Throws a Refusal when the answer has errors, at its top or in the payload of a mutation. */
export async function ask<Data extends object>(
  url: string,
  token: string,
  query: string,
  variables: object = {},
): Promise<Data> {
  const { answer, text } = await post(`${url}/graphql`, { query, variables }, token);
  let body: Answer<Data>;
  try {
    body = JSON.parse(text) as Answer<Data>;
  } catch {
    throw new Refusal(
      `${url}/graphql was answered ${answer.status} and no JSON: ${text.slice(0, 80)}`,
      answer.status,
    );
  }
  const [error] = body.errors ?? [];
  if (error || !body.data)
    throw new Refusal(
      error?.message ?? `answered ${answer.status} without data`,
      answer.status,
      error?.extensions?.code ?? null,
    );
  for (const payload of Object.values(body.data)) {
    const [refusal] = (payload as { errors?: { message: string }[] } | null)?.errors ?? [];
    if (refusal) throw new Refusal(refusal.message, answer.status);
  }
  return body.data;
}
