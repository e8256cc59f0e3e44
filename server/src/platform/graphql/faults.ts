import { randomUUID } from "node:crypto";
import { GraphQLError, type GraphQLFormattedError } from "graphql";
import type { Logger } from "../log/log.ts";

/** Makes what a caller may see of an error. */
export type Present = (error: unknown) => GraphQLFormattedError;

/** A limit was met: `retryAfter` in seconds. */
export const throttled = (message: string, retryAfter: number): GraphQLError =>
  new GraphQLError(message, {
    extensions: { code: "THROTTLED", retryAfter: Math.max(1, Math.ceil(retryAfter)) },
  });

/** What Apollo calls an error that nobody named. */
const unnamed = "INTERNAL_SERVER_ERROR";

function codeOf(error: GraphQLError): string | null {
  const cause = error.originalError;
  // Apollo wraps what validation found and puts a code of its own over that of the rule.
  const code =
    (cause instanceof GraphQLError && cause.extensions["code"]) || error.extensions["code"];
  if (typeof code === "string" && code !== unnamed) return code;
  // graphql-js refuses what the request itself got wrong without a code: variables before the first field runs,
  // and an argument whose variable is missing.
  if (!cause && !error.path) return "BAD_USER_INPUT";
  if (cause instanceof GraphQLError && cause.message.startsWith('Argument "'))
    return "BAD_USER_INPUT";
  return null;
}

/**
 * Errors with a code are told as they are, less the names that graphql-js suggests; anything else is logged under an
 * id, and the caller gets the id alone. `unavailable` says of a cause that the database cannot be reached.
 */
export function createPresent(options: {
  log: Logger;
  unavailable: (cause: unknown) => boolean;
  /** Hears the code of every error that is told. */
  told: (code: string) => void;
}): Present {
  const { log, unavailable, told } = options;
  const shown: Present = (thrown) => {
    const error = thrown instanceof GraphQLError ? thrown : null;
    const where = {
      ...(error?.locations && { locations: error.locations }),
      ...(error?.path && { path: error.path }),
    };
    const cause = error?.originalError ?? thrown;
    if (unavailable(cause)) {
      log.warn({ err: cause }, "the database cannot be reached");
      return {
        message: "This cannot be done right now. Try again in a moment.",
        ...where,
        extensions: { code: "UNAVAILABLE", retryAfter: 2 },
      };
    }
    const code = error && codeOf(error);
    if (!error || !code) {
      const id = randomUUID();
      log.error({ err: cause, errorId: id, path: error?.path }, "an operation failed");
      return {
        message: "Something went wrong on our side.",
        ...where,
        extensions: { code: "INTERNAL", id },
      };
    }
    const { http: _, stacktrace: __, exception: ___, ...extensions } = error.extensions;
    const message = error.message.replace(/ ?Did you mean .+\?$/s, "");
    return { message, ...where, extensions: { ...extensions, code } };
  };
  return (thrown) => {
    const formatted = shown(thrown);
    told(String(formatted.extensions?.["code"]));
    return formatted;
  };
}

const statuses: Record<string, number> = {
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  NOT_FOUND: 404,
  THROTTLED: 429,
  UNAVAILABLE: 503,
  TIMED_OUT: 503,
  INTERNAL: 500,
};
const wholeRequest = new Set(["THROTTLED", "UNAVAILABLE"]);

/** The status and headers of an HTTP answer. An operation that ran is 200, whatever became of its fields. */
export function httpHead(result: {
  data?: unknown;
  errors?: readonly GraphQLFormattedError[] | undefined;
}): { status: number; headers: Record<string, string> } {
  const errors = result.errors ?? [];
  const ran = result.data !== undefined;
  const telling = errors.find(
    ({ extensions }) => !ran || wholeRequest.has(String(extensions?.["code"])),
  );
  if (!telling) return { status: 200, headers: {} };
  const retryAfter = telling.extensions?.["retryAfter"];
  return {
    status: statuses[String(telling.extensions?.["code"])] ?? 400,
    headers: typeof retryAfter === "number" ? { "retry-after": String(retryAfter) } : {},
  };
}
