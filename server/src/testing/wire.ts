import { randomUUID } from "node:crypto";
import { createClient, type Client } from "graphql-ws";

type Data = Record<string, any>;

const password = "a good long password";

/** What a server said instead of an answer: a status, a code, or that it was not there. */
export class NoAnswer extends Error {}

/** One person over the wire, as a program: a bearer token, and an address of their own. */
export class WirePerson {
  readonly id: string;
  readonly token: string;
  readonly email: string;
  readonly #address: string;

  private constructor(person: { id: string; token: string; email: string; address: string }) {
    this.id = person.id;
    this.token = person.token;
    this.email = person.email;
    this.#address = person.address;
  }

  /** Makes an account and signs in. */
  static async signUp(url: string, name: string): Promise<WirePerson> {
    const address = anyAddress();
    const email = `${randomUUID()}@people.example`;
    await postAuth(url, { path: "/sign-up/email", address, body: { name, email, password } });
    const stranger = new WirePerson({ id: "", token: "", email, address });
    const someone = await stranger.signInAgain(url);
    const { viewer } = await someone.ask(url, "{ viewer { person { id } } }");
    return new WirePerson({ id: viewer.person.id, token: someone.token, email, address });
  }

  /** The same person under another session. */
  async signInAgain(url: string): Promise<WirePerson> {
    const { id, email } = this;
    const address = this.#address;
    const answer = await postAuth(url, {
      path: "/sign-in/email",
      address,
      body: { email, password },
    });
    const token = answer.headers.get("set-auth-token") ?? "";
    return new WirePerson({ id, token, email, address });
  }

  /** The same person under the same session, at another address. */
  elsewhere(): WirePerson {
    const { id, token, email } = this;
    return new WirePerson({ id, token, email, address: anyAddress() });
  }

  /** What tells a server who asks and from where. */
  get credentials(): Record<string, string> {
    return { authorization: `Bearer ${this.token}`, "x-forwarded-for": this.#address };
  }

  get #headers(): Record<string, string> {
    return { "content-type": "application/json", ...this.credentials };
  }

  /** Asks once. Throws NoAnswer when it is not known whether the wish was met, or was refused as a whole. */
  async ask(url: string, query: string, variables: Data = {}, ms = 6_000): Promise<Data> {
    const answer = await fetch(`${url}/graphql`, {
      method: "POST",
      headers: { ...this.#headers, connection: "close" },
      body: JSON.stringify({ query, variables }),
      signal: AbortSignal.timeout(ms),
    }).catch((error: unknown) => {
      throw new NoAnswer(String(error), { cause: error });
    });
    const text = await answer.text().catch(() => "");
    if (!answer.ok || !text) throw new NoAnswer(`${answer.status} ${text}`);
    const { data, errors } = JSON.parse(text) as {
      data: Data | null;
      errors?: { message: string }[];
    };
    if (errors || !data) throw new NoAnswer(text);
    return data;
  }

  /** Signs out everywhere that this token is used. */
  async signOut(url: string): Promise<void> {
    const answer = await fetch(`${url}/api/auth/sign-out`, {
      method: "POST",
      headers: this.#headers,
      body: "{}",
    });
    if (!answer.ok) throw new NoAnswer(`sign-out: ${answer.status}`);
  }

  /** A socket of its own; it does not come back by itself. `onClosed` hears the close code. */
  socket(url: string, onClosed: (code: number) => void = () => {}): Client {
    return createClient({
      url: `${url.replace(/^http/, "ws")}/graphql`,
      connectionParams: { authorization: `Bearer ${this.token}` },
      retryAttempts: 0,
      lazy: true,
      on: { closed: (event) => onClosed((event as { code?: number }).code ?? 0) },
    });
  }

  /** The answers of a live field over server-sent events, until the stream ends or `signal` does. */
  async *stream(
    url: string,
    query: string,
    variables: Data,
    signal: AbortSignal,
  ): AsyncGenerator<Data> {
    const answer = await fetch(`${url}/graphql/stream`, {
      method: "POST",
      headers: { ...this.#headers, accept: "text/event-stream" },
      body: JSON.stringify({ query, variables }),
      signal,
    });
    if (!answer.ok || !answer.body) throw new NoAnswer(`${answer.status} ${await answer.text()}`);
    let rest = "";
    for await (const piece of answer.body.pipeThrough(new TextDecoderStream())) {
      const events = `${rest}${piece}`.split("\n\n");
      rest = events.pop() ?? "";
      for (const event of events) {
        const data = /^data: ?(.+)$/m.exec(event)?.[1];
        if (/^event: next$/m.test(event) && data) yield JSON.parse(data) as Data;
      }
    }
  }
}

const anyAddress = () => `10.${[0, 0, 0].map(() => Math.floor(Math.random() * 250)).join(".")}`;

async function postAuth(
  url: string,
  { path, address, body }: { path: string; address: string; body: object },
): Promise<Response> {
  const answer = await fetch(`${url}/api/auth${path}`, {
    method: "POST",
    headers: { "content-type": "application/json", "x-forwarded-for": address },
    body: JSON.stringify(body),
  });
  if (!answer.ok) throw new NoAnswer(`${path}: ${answer.status} ${await answer.text()}`);
  return answer;
}
