import { GraphQLError } from "graphql";

/** Codes of top-level errors: faults, authentication, limits, and what the viewer may not see. */
export type ErrorCode = "UNAUTHENTICATED" | "FORBIDDEN" | "NOT_FOUND" | "BAD_USER_INPUT";

function error(code: ErrorCode, message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code } });
}

/** For what does not exist and for what the viewer may not see: the two must not differ. */
export const notFound = () => error("NOT_FOUND", "There is nothing here that you can see.");
export const unauthenticated = () => error("UNAUTHENTICATED", "Sign in first.");
export const forbidden = (message: string) => error("FORBIDDEN", message);
export const badInput = (message: string) => error("BAD_USER_INPUT", message);
/** The database is away: nothing is known to be saved, and the same request may be sent again. */
export const unavailable = () =>
  new GraphQLError("This cannot be done right now. Try again in a moment.", {
    extensions: { code: "UNAVAILABLE", retryAfter: 2 },
  });
