/** The addresses in what a person pasted: lines, commas, semicolons, or "Name <address>". Each once, in order. */
export function readAddresses(text: string): string[] {
  const addresses = text
    .split(/[\s,;]+/)
    .map((part) => part.replace(/^[<("']+|[>)"'.]+$/g, ""))
    .filter((part) => part.includes("@"));
  return [...new Set(addresses)];
}
