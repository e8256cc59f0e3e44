import { z } from "zod";
import { PASSWORD_LENGTH } from "./password.ts";

const email = z
  .string({ error: "Give an e-mail address." })
  .trim()
  .toLowerCase()
  .max(254, { error: "This e-mail address is too long." })
  .pipe(z.email({ error: "This is not an e-mail address." }));

const newPassword = z
  .string({ error: "Give a password." })
  .min(PASSWORD_LENGTH.min, {
    error: `Use at least ${PASSWORD_LENGTH.min} characters for the password.`,
  })
  .max(PASSWORD_LENGTH.max, {
    error: `Use at most ${PASSWORD_LENGTH.max} characters for the password.`,
  });

/** Too long to be anybody's, but not a reason to say so. */
const givenPassword = z
  .string({ error: "Give your password." })
  .min(1, { error: "Give your password." });

// Control characters and those that turn the direction of what follows: a name must not rewrite the page around it.
const unfit = /[\p{Cc}\p{Cs}\u2028\u2029\u202a-\u202e\u2066-\u2069]/u;

const name = z
  .string({ error: "Give your name." })
  .trim()
  .min(1, { error: "Give your name." })
  .max(200, { error: "This name is too long: use at most 200 characters." })
  .refine((text) => !unfit.test(text), {
    error: "This name has characters that cannot be shown: please type it again.",
  });

const rememberMe = z.boolean({ error: "rememberMe has to be true or false." }).optional();
const token = z.string({ error: "Give the code from the link." }).min(1).max(1000);

/** What each request may say. Whatever else it says is left out before the library sees it. */
export const bodies = {
  signUp: z.object({ name, email, password: newPassword }),
  signIn: z.object({ email, password: givenPassword, rememberMe }),
  email: z.object({ email }),
  reset: z.object({ token, newPassword }),
  changePassword: z.object({ currentPassword: givenPassword, newPassword }),
  session: z.object({ token }),
  none: z.unknown().transform(() => ({})),
};
