/**
 * A problem that the person who starts Baraza can put right. The message is one plain sentence that says what to
 * do; `main` prints it alone, without a stack, and exits with 1.
 */
export class PlainError extends Error {
  override name = "PlainError";
}
