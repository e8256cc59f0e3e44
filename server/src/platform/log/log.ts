import { type DestinationStream, type Logger, pino } from "pino";
import { readable } from "./terminal.ts";

export type { Logger, Logger as Log } from "pino";

// Whatever bears one of these names, three levels deep, is not written.
const secretNames = [
  "authorization",
  "cookie",
  "set-cookie",
  "set-auth-token",
  "password",
  "newPassword",
  "token",
  "secret",
  "databaseUrl",
  "redisUrl",
  "smtpUrl",
];
const redact = {
  paths: secretNames.flatMap((name) => [`["${name}"]`, `*["${name}"]`, `*.*["${name}"]`]),
  censor: "[hidden]",
};

/** Hides what an address in a line of the log should not tell: the password before the host, codes in the query. */
function withoutSecrets(line: string): string {
  return line
    .replace(/(:\/\/[^:/?#@\s"\\]*):[^/?#\s"\\]*@/g, "$1:[hidden]@")
    .replace(/([?&](?:token|code|state|secret|password)=)[^&#\s"\\]*/gi, "$1[hidden]");
}

const terminal: DestinationStream = { write: (line) => process.stdout.write(readable(line)) };

/**
 * The one logger, made in `main` and handed down. Writes a JSON object a line, or lines for a person when the output
 * is a terminal. Errors go in the field `err`.
 */
export function createLog(options: { level: string; to?: DestinationStream }): Logger {
  return pino(
    // Drivers quote the address they could not reach, password included: the finished line is searched, not the fields.
    { level: options.level, base: undefined, redact, hooks: { streamWrite: withoutSecrets } },
    options.to ?? (process.stdout.isTTY ? terminal : pino.destination({ sync: true })),
  );
}
