/** The doors of `/api/auth`. Each answers null, or why not, as a code that a screen turns into words. */
export type Refused =
  | "WRONG_PASSWORD"
  | "TAKEN"
  | "WEAK_PASSWORD"
  | "INVALID_EMAIL"
  | "INVALID_TOKEN"
  | "THROTTLED"
  | "UNVERIFIED"
  | "OFFLINE"
  | "FAILED";

const byCode: Record<string, Refused> = {
  INVALID_EMAIL_OR_PASSWORD: "WRONG_PASSWORD",
  INVALID_PASSWORD: "WRONG_PASSWORD",
  USER_ALREADY_EXISTS: "TAKEN",
  USER_ALREADY_EXISTS_USE_ANOTHER_EMAIL: "TAKEN",
  PASSWORD_TOO_SHORT: "WEAK_PASSWORD",
  PASSWORD_TOO_LONG: "WEAK_PASSWORD",
  PASSWORD_COMPROMISED: "WEAK_PASSWORD",
  INVALID_EMAIL: "INVALID_EMAIL",
  INVALID_TOKEN: "INVALID_TOKEN",
  TOKEN_EXPIRED: "INVALID_TOKEN",
  EMAIL_NOT_VERIFIED: "UNVERIFIED",
  THROTTLED: "THROTTLED",
};

async function post(path: string, body: object): Promise<Refused | null> {
  try {
    const answer = await fetch(`/api/auth/${path}`, {
      method: "POST",
      credentials: "same-origin",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
    });
    if (answer.ok) return null;
    if (answer.status === 429) return "THROTTLED";
    const said: unknown = await answer.json().catch(() => null);
    const code =
      typeof said === "object" && said !== null && "code" in said ? String(said.code) : "";
    return byCode[code] ?? "FAILED";
  } catch {
    return "OFFLINE";
  }
}

export const signIn = (email: string, password: string) =>
  post("sign-in/email", { email, password });

/**
 * Makes the account and goes in. Signing up answers the same for every address and opens no session; that an address
 * has an account with another password shows only at the door.
 */
export async function signUp(
  name: string,
  email: string,
  password: string,
): Promise<Refused | null> {
  // `callbackURL` is where the link in the confirming mail leads.
  const account = { name, email, password, callbackURL: "/verify" };
  const refused = await post("sign-up/email", account);
  if (refused) return refused;
  const closed = await signIn(email, password);
  return closed === "WRONG_PASSWORD" ? "TAKEN" : closed;
}

export const signOutHere = () => post("sign-out", {});

/** Answers the same whether or not the address has an account. */
export const requestReset = (email: string) =>
  post("request-password-reset", { email, redirectTo: "/reset" });

export const resetPassword = (token: string, newPassword: string) =>
  post("reset-password", { token, newPassword });

export const changePassword = (
  currentPassword: string,
  newPassword: string,
  signOutOthers: boolean,
) =>
  post("change-password", {
    currentPassword,
    newPassword,
    revokeOtherSessions: signOutOthers,
  });

export const sendVerification = (email: string) =>
  post("send-verification-email", { email, callbackURL: "/verify" });
