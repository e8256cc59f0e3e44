import type { IncomingMessage, ServerResponse } from "node:http";
import type { Pool } from "pg";
import { runWithTransaction } from "@better-auth/core/context";
import { together } from "../database/together.ts";
import { toldBy, type AnyHeaders } from "./credentials.ts";
import { createHandler } from "./handler.ts";
import { createLibrary, type Account, type LibraryOptions } from "./library.ts";
import { hashPassword } from "./password.ts";
import { prolonged } from "./session.ts";
import { signedTokenIn, tokenVerifier } from "./signedToken.ts";

/** Who asks, as the session says. */
export interface SignedIn {
  personId: string;
  sessionId: string;
  email: string;
  emailVerified: boolean;
  /** Moves with use, up to 14 days after the sign-in. */
  expiresAt: Date;
}

export type NewAccount = { name: string; email: string; verified: boolean } & (
  | { password: string }
  | { passwordHash: string }
);

export interface Accounts {
  /** For /api/auth and all below it. It reads the body itself: mount it before anything that parses bodies. */
  handler: (request: IncomingMessage, response: ServerResponse) => Promise<void>;
  /**
   * The session of a request, by bearer token or cookie; null for a stranger; rejects when the
   * database is away. `authorization` is for callers who send
   * it elsewhere than in a header, and then counts instead of the header.
   */
  viewerOf(headers: AnyHeaders, authorization?: string): Promise<SignedIn | null>;
  /** Which of these sessions still stand. One statement; for the sweep of live sockets. */
  validSessions(sessionIds: string[]): Promise<Set<string>>;
  /** The address of a person who has an account. */
  accountOf(personId: string): Promise<{ email: string; emailVerified: boolean }>;
  /** Makes an account without mail or limits, for seeds and tests. `onAccountCreated` hears of it. */
  createAccount(account: NewAccount): Promise<Account>;
}

export interface AccountsOptions extends Omit<LibraryOptions, "config"> {
  config: { publicUrl: string; secret: string; trustProxy: number };
}

const findSession = `
  select session.token, session.id as "sessionId", session."createdAt", session."expiresAt",
    "user".id as "personId", "user".email, "user"."emailVerified"
  from auth.session join auth."user" on "user".id = session."userId"
  where session.token = any($1) and session."expiresAt" > now()`;

/** When a thousand sockets come back at once, their sessions are looked up by one statement. */
const sessionOf = together(
  async (pool: Pool, tokens: readonly string[]) => {
    const { rows } = await pool.query<SignedIn & { createdAt: Date; token: string }>({
      name: "session",
      text: findSession,
      values: [tokens],
    });
    const found = new Map(rows.map(({ token, ...session }) => [token, session]));
    return tokens.map((token) => found.get(token) ?? null);
  },
  { apartMs: 5 },
);

/**
 * Accounts and sessions. `pool` has `search_path=auth`, where `authSchemaSql` made the tables. `onAccountCreated` is
 * awaited before the sign-up is answered; when it throws there is no account. `onSessionsEnded` is called once the
 * sessions are gone from PostgreSQL: by sign-out, revocation, change or reset of the password.
 */
export function createAccounts(options: AccountsOptions): Accounts {
  const { pool, limits, config, log } = options;
  const library = createLibrary(options);
  const verified = tokenVerifier(config.secret);

  return {
    handler: createHandler({ library, limits, config, log }),

    async viewerOf(headers, authorization) {
      const told = toldBy(headers, authorization);
      const signed = told && signedTokenIn(told, config.publicUrl);
      const token = signed && verified(signed);
      if (!token) return null;
      // Not asked of the library: this is on the way of every request, and when the database is away the caller has
      // to hear that, not that nobody is signed in.
      const session = await sessionOf(pool, token);
      if (!session) return null;
      const { createdAt, ...viewer } = session;
      const expiresAt = prolonged({ createdAt, expiresAt: viewer.expiresAt }, new Date());
      if (!expiresAt) return viewer;
      await pool.query(
        `update auth.session set "expiresAt" = $2, "updatedAt" = now() where id = $1`,
        [viewer.sessionId, expiresAt],
      );
      return { ...viewer, expiresAt };
    },

    async validSessions(sessionIds) {
      const { rows } = await pool.query<{ id: string }>(
        `select id from auth.session where id = any($1::uuid[]) and "expiresAt" > now()`,
        [sessionIds],
      );
      return new Set(rows.map((row) => row.id));
    },

    async accountOf(personId) {
      const { rows } = await pool.query<{ email: string; emailVerified: boolean }>(
        `select email, "emailVerified" from auth."user" where id = $1`,
        [personId],
      );
      const account = rows[0];
      if (!account) throw new Error(`person ${personId} has no account`);
      return account;
    },

    async createAccount({ name, email, verified, ...secret }) {
      const password =
        "passwordHash" in secret ? secret.passwordHash : await hashPassword(secret.password);
      const { internalAdapter, adapter } = await library.$context;
      return runWithTransaction(adapter, async () => {
        const user = await internalAdapter.createUser(
          { name, email: email.toLowerCase(), emailVerified: verified },
          { method: "email-password" },
        );
        await internalAdapter.linkAccount({
          userId: user.id,
          providerId: "credential",
          accountId: user.id,
          password,
        });
        return { id: user.id, name: user.name, email: user.email };
      });
    },
  };
}
