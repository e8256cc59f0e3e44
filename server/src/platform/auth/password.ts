import { hash, verify } from "@node-rs/argon2";

/** Characters, not bytes. Long enough to resist guessing, short enough to keep hashing cheap. */
export const PASSWORD_LENGTH = { min: 10, max: 200 };

/** Argon2id is the library's default; the cost is OWASP's first choice, about 30 ms on a small server. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** Keyboards write the same accented letter in different ways. */
const typed = (password: string) => password.normalize("NFKC");

/** Hashes a password for `createAccount`, so that many accounts can share one hash. */
export function hashPassword(password: string): Promise<string> {
  return hash(typed(password), cost);
}

export function verifyPassword({ hash: kept, password }: { hash: string; password: string }) {
  return verify(kept, typed(password));
}
