import { z } from "zod";
import { PASSWORD_LENGTH } from "./password.ts";

// What is wrong is said by a code; `answers.ts` has the words.

const email = z
  .string({ error: "INVALID_EMAIL" })
  .trim()
  .toLowerCase()
  .max(254, { error: "INVALID_EMAIL" })
  .pipe(z.email({ error: "INVALID_EMAIL" }));

const newPassword = z
  .string({ error: "PASSWORD_TOO_SHORT" })
  .min(PASSWORD_LENGTH.min, { error: "PASSWORD_TOO_SHORT" })
  .max(PASSWORD_LENGTH.max, { error: "PASSWORD_TOO_LONG" });

/** May be longer than any password is: that is a wrong password like another. */
const givenPassword = z.string({ error: "PASSWORD_MISSING" }).min(1, { error: "PASSWORD_MISSING" });

// Control characters and those that turn the direction of what follows: a name must not rewrite the page around it.
const unfit = /[\p{Cc}\p{Cs}\u2028\u2029\u202a-\u202e\u2066-\u2069]/u;

const name = z
  .string({ error: "NAME_MISSING" })
  .trim()
  .min(1, { error: "NAME_MISSING" })
  .max(200, { error: "NAME_TOO_LONG" })
  .refine((text) => !unfit.test(text), { error: "NAME_UNFIT" });

const flag = z.boolean({ error: "BAD_USER_INPUT" });
const token = z
  .string({ error: "INVALID_TOKEN" })
  .max(1000, { error: "INVALID_TOKEN" })
  .regex(/^[\w.-]+$/, { error: "INVALID_TOKEN" });

/** What each request may say. Whatever else it says is left out before the library sees it. */
export const bodies = {
  signUp: z.object({ name, email, password: newPassword }),
  signIn: z.object({ email, password: givenPassword, rememberMe: flag.optional() }),
  email: z.object({ email }),
  reset: z.object({ token, newPassword }),
  changePassword: z.object({
    currentPassword: givenPassword,
    newPassword,
    revokeOtherSessions: flag.default(true),
  }),
  session: z.object({ token }),
  none: z.unknown().transform(() => ({})),
};
