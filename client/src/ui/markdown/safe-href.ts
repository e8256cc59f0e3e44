import type { Mention } from "./tree.ts";

const allowed = new Set(["http:", "https:", "mailto:", "tel:"]);

/** The address if a link may lead there, else null. Addresses inside the site start with one slash. */
export function safeHref(address: string): string | null {
  // Browsers drop these before they look at the scheme: "java\nscript:" must not pass for a path.
  // oxlint-disable-next-line no-control-regex -- control characters are what is looked for
  if (/[\u0000-\u0020\u007f-\u00a0\u200e\u200f\u202a-\u202e\u2066-\u2069]/.test(address))
    return null;
  if (/^\/(?![/\\])/.test(address)) return address;
  try {
    return allowed.has(new URL(address).protocol) ? address : null;
  } catch {
    return null;
  }
}

export function readMention(address: string): Mention | null {
  const [, kind, value] = /^(person|role):([\w=+/-]{1,200})$/.exec(address) ?? [];
  if (!kind || !value) return null;
  return kind === "person" ? { kind, id: value } : { kind: "role", role: value };
}
