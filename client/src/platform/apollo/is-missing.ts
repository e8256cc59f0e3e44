import { CombinedGraphQLErrors } from "@apollo/client";

/** Whether the server said that there is no such thing for this reader. An address that was typed wrong says the same. */
export function isMissing(error: unknown): boolean {
  return (
    CombinedGraphQLErrors.is(error) &&
    error.errors.some(({ extensions }) =>
      ["NOT_FOUND", "BAD_USER_INPUT"].includes(String(extensions?.["code"])),
    )
  );
}
