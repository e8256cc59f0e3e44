import { t } from "@lingui/core/macro";
import type { Refused } from "../../../platform/session/accounts.ts";

/** Why an account's door stayed shut, in words that say what to do. */
export function refusedWords(refused: Refused): string {
  switch (refused) {
    case "WRONG_PASSWORD":
      return t`The e-mail address and the password do not belong together. Check both, or set a new password.`;
    case "TAKEN":
      return t`There is already an account with this e-mail address. Sign in instead.`;
    case "WEAK_PASSWORD":
      return t`Choose another password: at least 10 characters, and not one that is easy to guess.`;
    case "INVALID_EMAIL":
      return t`This does not look like an e-mail address. Check it for a missing letter or a space.`;
    case "INVALID_TOKEN":
      return t`This link has expired or was already used. Ask for a new one.`;
    case "THROTTLED":
      return t`That was tried too many times. Wait a few minutes, then try again.`;
    case "UNVERIFIED":
      return t`Confirm your e-mail address first: open the link in the mail that we sent you.`;
    case "OFFLINE":
      return t`Baraza could not be reached. Check your connection and try again. What you typed is still here.`;
    case "FAILED":
      return t`Something went wrong on our side. Try again in a moment.`;
  }
}
