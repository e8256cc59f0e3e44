const withoutDots = new Set(["gmail.com", "googlemail.com"]);

/**
 * One mailbox has many spellings; tries against any of them count as one. Only for counting: an account keeps the
 * address as its owner wrote it.
 */
export function canonicalEmail(email: string): string {
  const clean = email.trim().normalize("NFKC").toLowerCase();
  const at = clean.lastIndexOf("@");
  if (at < 0) return clean;
  const domain = clean.slice(at + 1);
  const local = clean.slice(0, at).replace(/\+.*$/s, "");
  return withoutDots.has(domain) ? `${local.replaceAll(".", "")}@gmail.com` : `${local}@${domain}`;
}
