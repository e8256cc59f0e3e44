import type { IncomingMessage, ServerResponse } from "node:http";
import { isOutage } from "../database/outage.ts";
import { clientAddress } from "../limits/clientAddress.ts";
import type { Limits } from "../limits/limits.ts";
import { TooMany } from "../limits/tooMany.ts";
import type { Log } from "../log/log.ts";
import { inOurWords, refusal, throttled } from "./answers.ts";
import { credentialsOf, read } from "./credentials.ts";
import { ADDRESS_HEADER, AUTH_PATH, type Library } from "./library.ts";
import { BodyRefused, jsonBody } from "./requestBody.ts";
import { routes, type Call } from "./routes.ts";

/** Mounted by express, which shortens `url` and keeps the whole in `originalUrl`. */
type MountedRequest = IncomingMessage & { originalUrl?: string };

export interface HandlerOptions {
  library: Library;
  limits: Limits;
  config: { publicUrl: string; trustProxy: number };
  log: Log;
}

/** Answers everything under /api/auth: limits before, the library in the middle, plain words after. */
export function createHandler(options: HandlerOptions) {
  return async (request: MountedRequest, response: ServerResponse): Promise<void> => {
    const answer = await answerTo(request, options).catch((fault: unknown) =>
      explain(fault, options),
    );
    const body = Buffer.from(await answer.arrayBuffer());
    if (response.destroyed) return;
    const cookies = answer.headers.getSetCookie();
    answer.headers.delete("set-cookie");
    answer.headers.delete("content-length");
    response.setHeaders(answer.headers);
    response.setHeader("cache-control", "no-store");
    if (cookies.length) response.setHeader("set-cookie", cookies);
    response.writeHead(answer.status).end(body);
  };
}

async function answerTo(request: MountedRequest, options: HandlerOptions): Promise<Response> {
  const { library, limits, config } = options;
  const url = URL.parse(request.originalUrl ?? request.url ?? "/", config.publicUrl);
  if (!url?.pathname.startsWith(AUTH_PATH)) return refusal(404, "NOT_FOUND");
  const path = url.pathname.slice(AUTH_PATH.length);
  const route = routes.get(`${request.method} ${path}`);
  if (!route) {
    const known = [...routes.keys()].some((key) => key.endsWith(` ${path}`));
    return known ? refusal(405, "METHOD_NOT_ALLOWED") : refusal(404, "NOT_FOUND");
  }
  const parsed = route.body.safeParse(await jsonBody(request));
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    return refusal(400, issue?.path.length ? issue.message : "BAD_USER_INPUT");
  }
  const address = clientAddress(request, config.trustProxy);
  const credentials = credentialsOf(request.headers);
  const call: Call<unknown> = {
    body: parsed.data,
    address,
    limits,
    home: config.publicUrl,
    async email() {
      if (!credentials) return null;
      const session = await library.api.getSession({ headers: credentials });
      return session?.user.email ?? null;
    },
    async forward(body = parsed.data as object) {
      const headers = passedOn(request, credentials);
      headers.set(ADDRESS_HEADER, address);
      const init: RequestInit = { method: request.method ?? "GET", headers };
      if (request.method === "POST") {
        headers.set("content-type", "application/json");
        init.body = JSON.stringify(body);
      }
      const target = new URL(`${AUTH_PATH}${path}`, config.publicUrl);
      // The only thing that an address may say; where to go next is ours to say.
      const token = url.searchParams.get("token");
      if (token) target.searchParams.set("token", token);
      return library.handler(new Request(target, init));
    },
    async endOtherSessions() {
      if (credentials) await library.api.revokeOtherSessions({ headers: credentials });
    },
  };
  return inOurWords(await route.answer(call as Call<never>));
}

const browserWords = ["origin", "referer", "sec-fetch-site", "sec-fetch-mode", "sec-fetch-dest"];
const programWords = ["origin", "referer"];

/** What the library needs to know of the request: who asks, and what its own check for other sites looks at. */
function passedOn(request: IncomingMessage, credentials: Headers | null): Headers {
  const headers = new Headers(credentials ?? {});
  // Node's fetch sends sec-fetch-mode and no origin, which the library takes for a browser with something to hide.
  // A browser always sends sec-fetch-site as well.
  const words = read(request.headers, "sec-fetch-site") ? browserWords : programWords;
  for (const name of ["user-agent", ...words]) {
    const value = read(request.headers, name);
    if (value) headers.set(name, value);
  }
  return headers;
}

function explain(fault: unknown, { log }: HandlerOptions): Response {
  if (fault instanceof TooMany) return throttled(fault);
  if (fault instanceof BodyRefused) return refusal(fault.status, fault.code);
  const { message, code } = fault as { message?: string; code?: string };
  log.error({ reason: message, code }, "an account request failed");
  return isOutage(fault) ? refusal(503, "UNAVAILABLE") : refusal(500, "INTERNAL");
}
