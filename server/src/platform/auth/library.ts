import { betterAuth } from "better-auth";
import { bearer } from "better-auth/plugins";
import type { Pool } from "pg";
import type { Log } from "../log/log.ts";
import { accountExistsLetter, resetPasswordLetter, verifyEmailLetter } from "../mail/letters.ts";
import type { Mailer } from "../mail/mail.ts";
import type { Limits } from "../limits/limits.ts";
import { TooMany } from "../limits/tooMany.ts";
import { hashPassword, PASSWORD_LENGTH, verifyPassword } from "./password.ts";
import { DAY_MS, SESSION_ABSOLUTE_MS, SESSION_IDLE_MS } from "./session.ts";
import { cookiePrefix } from "./signedToken.ts";
import { trustedOrigins } from "./trustedOrigins.ts";

/** The header in which our handler tells the library the client's address; a client's own is never passed on. */
export const ADDRESS_HEADER = "x-baraza-client-address";

export const AUTH_PATH = "/api/auth";

/** A person's account, as other parts may know it. The person has the same id. */
export interface Account {
  id: string;
  name: string;
  email: string;
}

export interface LibraryOptions {
  /** Its `search_path` is `auth`. */
  pool: Pool;
  config: { publicUrl: string; secret: string };
  mailer: Mailer;
  limits: Limits;
  log: Log;
  onAccountCreated: (account: Account) => Promise<void>;
  onSessionsEnded: (sessionIds: string[]) => void | Promise<void>;
}

export type Library = ReturnType<typeof createLibrary>;

/** better-auth as we use it: e-mail and password, sessions in PostgreSQL, cookie or bearer token. */
export function createLibrary(options: LibraryOptions) {
  const { pool, config, mailer, limits, log } = options;
  const secure = config.publicUrl.startsWith("https:");

  async function tellOwner({ email, name }: { email: string; name: string }): Promise<void> {
    try {
      await limits.takeMail("account-exists", email);
      const url = `${config.publicUrl}/sign-in`;
      mailer.send({ to: email, ...accountExistsLetter({ name, url }) });
    } catch (refusal) {
      if (refusal instanceof TooMany) return; // the answer must not differ
      log.error({ reason: (refusal as Error).message }, "a letter was not written");
    }
  }

  return betterAuth({
    database: pool,
    baseURL: config.publicUrl,
    basePath: AUTH_PATH,
    secret: config.secret,
    trustedOrigins: trustedOrigins(config.publicUrl),
    telemetry: { enabled: false },
    onAPIError: { throw: true }, // faults come to our handler instead of the console
    rateLimit: { enabled: false }, // ours count in PostgreSQL and know failures from successes
    // Signed tokens only: whoever reads the session table has nothing to sign in with.
    plugins: [bearer({ requireSignature: true })],
    logger: {
      level: "error",
      log: (_level, message, ...rest) => {
        // The message and the code only: the details of a database error quote what people typed.
        const error = rest.find((each) => each instanceof Error);
        const code = error && "code" in error ? error.code : undefined;
        log.error({ reason: error?.message, code }, `accounts: ${message}`);
      },
    },
    session: {
      expiresIn: SESSION_ABSOLUTE_MS / 1000,
      disableSessionRefresh: true,
      freshAge: 0,
    },
    verification: { storeIdentifier: "hashed" },
    emailAndPassword: {
      enabled: true,
      autoSignIn: false, // else the answer to a sign-up tells whether the address has an account
      minPasswordLength: PASSWORD_LENGTH.min,
      maxPasswordLength: PASSWORD_LENGTH.max,
      password: { hash: hashPassword, verify: verifyPassword },
      revokeSessionsOnPasswordReset: true,
      resetPasswordTokenExpiresIn: 3600,
      async sendResetPassword({ user, token }) {
        const url = `${config.publicUrl}/reset?token=${encodeURIComponent(token)}`;
        mailer.send({ to: user.email, ...resetPasswordLetter({ name: user.name, url }) });
      },
      async onPasswordReset({ user }) {
        // Whoever got here reads the mailbox: its address is proved, its account unlocked, older links are void.
        await pool.query(`update auth."user" set "emailVerified" = true where id = $1`, [user.id]);
        await pool.query("delete from auth.verification where value = $1", [user.id]);
        await limits.unlock(user.email);
      },
      async onExistingUserSignUp({ user }) {
        // Not awaited: the sign-up holds a connection, and waiting for a second one may be waiting for each other.
        void tellOwner(user);
      },
    },
    emailVerification: {
      sendOnSignUp: true,
      expiresIn: DAY_MS / 1000,
      async sendVerificationEmail({ user, token }) {
        const url = `${config.publicUrl}${AUTH_PATH}/verify-email?token=${encodeURIComponent(token)}`;
        mailer.send({ to: user.email, ...verifyEmailLetter({ name: user.name, url }) });
      },
    },
    databaseHooks: {
      user: {
        create: {
          async after({ id, name, email }) {
            try {
              await options.onAccountCreated({ id, name, email });
            } catch (error) {
              // An account without a person could neither be used nor made again.
              await pool.query(`delete from auth."user" where id = $1`, [id]);
              throw error;
            }
          },
        },
      },
      session: {
        create: {
          async before(session) {
            const idle = new Date(Date.now() + SESSION_IDLE_MS);
            return {
              data: { ...session, expiresAt: session.expiresAt < idle ? session.expiresAt : idle },
            };
          },
        },
        delete: {
          async after({ id }) {
            await options.onSessionsEnded([id]);
          },
        },
      },
    },
    advanced: {
      database: { generateId: "uuid", joins: true, validateSchema: false },
      // Said, because the library relaxes both where it believes to be under test.
      disableOriginCheck: false,
      disableCSRFCheck: false,
      ipAddress: { ipAddressHeaders: [ADDRESS_HEADER] },
      useSecureCookies: false, // its prefix is __Secure-, which lets other hosts of the domain set the cookie
      cookiePrefix: cookiePrefix(config.publicUrl),
      defaultCookieAttributes: { secure, httpOnly: true, sameSite: "lax", path: "/" },
    },
  });
}
