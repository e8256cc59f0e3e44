import { setTimeout as delay } from "node:timers/promises";
import type { z } from "zod";
import type { Limits, Verdict } from "../limits/limits.ts";
import { codeOf, refusal } from "./answers.ts";
import { bodies } from "./bodies.ts";

/** One request on its way to the library. */
export interface Call<Body> {
  body: Body;
  address: string;
  limits: Limits;
  /** The signed-in account's e-mail, or null. */
  email: () => Promise<string | null>;
  /** Asks the library, with this body instead of the one that came. */
  forward: (body?: object) => Promise<Response>;
  endOtherSessions: () => Promise<void>;
  /** Where the application starts, for links that a person follows. */
  home: string;
}

export interface Route {
  body: z.ZodType;
  answer: (call: Call<never>) => Promise<Response>;
}

// The library does the same work for a known and an unknown address, but for a few statements. These floors lie above
// the longest way, so that the clock does not tell either.
const SIGN_IN_FLOOR_MS = 120;
const SIGN_UP_FLOOR_MS = 400;
const RESET_FLOOR_MS = 150;

const forward = (call: { forward: () => Promise<Response> }) => call.forward();

/** Everything that can be asked under /api/auth. What else the library offers is closed. */
export const routes = new Map<string, Route>([
  ["GET /get-session", route(bodies.none, forward)],
  ["GET /list-sessions", route(bodies.none, forward)],
  ["POST /sign-out", route(bodies.none, forward)],
  ["POST /revoke-session", route(bodies.session, forward)],
  ["POST /revoke-sessions", route(bodies.none, forward)],
  ["POST /revoke-other-sessions", route(bodies.none, forward)],
  ["POST /reset-password", route(bodies.reset, forward)],
  [
    "POST /sign-up/email",
    route(bodies.signUp, async ({ limits, address, forward }) => {
      await limits.takeSignUp(address);
      return levelled(SIGN_UP_FLOOR_MS, async () => {
        const answer = await forward();
        // A double click: the address was free when both looked. The second asks again and hears what all hear.
        return answer.status === 422 ? forward() : answer;
      });
    }),
  ],
  [
    "POST /sign-in/email",
    route(bodies.signIn, ({ body, limits, address, forward }) =>
      limits.guess({ email: body.email, address }, async () => {
        const started = performance.now();
        const answer = await forward();
        if (answer.ok) return { verdict: "right", answer: await withToken(answer) };
        await delay(Math.max(0, started + SIGN_IN_FLOOR_MS - performance.now()));
        return { verdict: verdictOf(answer, answer.status === 401), answer };
      }),
    ),
  ],
  [
    "POST /change-password",
    route(bodies.changePassword, async ({ body, email, limits, address, forward, ...call }) => {
      const own = await email();
      if (!own) return refusal(401, "UNAUTHORIZED");
      return limits.guess({ email: own, address }, async () => {
        const answer = await forward({ ...body, revokeOtherSessions: false });
        const wrong = !answer.ok && (await codeOf(answer)) === "INVALID_PASSWORD";
        if (answer.ok && body.revokeOtherSessions) await call.endOtherSessions();
        return { verdict: verdictOf(answer, wrong), answer };
      });
    }),
  ],
  [
    "POST /request-password-reset",
    route(bodies.email, async ({ body, limits, forward }) => {
      await limits.takeMail("reset-password", body.email);
      return levelled(RESET_FLOOR_MS, forward);
    }),
  ],
  [
    "POST /send-verification-email",
    route(bodies.email, async ({ body, limits, forward }) => {
      await limits.takeMail("verify-email", body.email);
      return forward();
    }),
  ],
  [
    // Followed from a mail: a person wants a page, not JSON.
    "GET /verify-email",
    route(bodies.none, async ({ forward, home }) => {
      const answer = await forward();
      const error = answer.ok ? "" : `?error=${await codeOf(answer)}`;
      const location = `${home}/verify${error}`;
      return new Response(null, { status: 302, headers: { location } });
    }),
  ],
]);

/** Ties what `answer` may read to what `body` lets through. */
function route<Schema extends z.ZodType>(
  body: Schema,
  answer: (call: Call<z.infer<Schema>>) => Promise<Response>,
): Route {
  return { body, answer };
}

async function levelled<T>(floorMs: number, work: () => Promise<T>): Promise<T> {
  const [result] = await Promise.allSettled([work(), delay(floorMs)]);
  if (result.status === "rejected") throw result.reason;
  return result.value;
}

function verdictOf(answer: Response, wrong: boolean): Verdict {
  if (answer.ok) return "right";
  return wrong ? "wrong" : "neither";
}

/** The body names the same token as the header `set-auth-token`: the library's own is unsigned and opens nothing. */
async function withToken(answer: Response): Promise<Response> {
  const token = answer.headers.get("set-auth-token");
  if (!answer.ok || !token) return answer;
  const body = (await answer.json()) as object;
  return Response.json({ ...body, token }, { status: answer.status, headers: answer.headers });
}
