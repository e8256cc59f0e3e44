const EMAIL = /^[^\s@<>"(),:;\\[\]\p{C}]{1,64}@[^\s@.,:;<>()\p{C}]+(?:\.[^\s@.,:;<>()\p{C}]+)+$/u;

/** An address as it is kept and compared: in lower case, whole. Null for what is none, or has something hidden in it. */
export function addressOf(text: string): string | null {
  const address = text.toWellFormed().trim().normalize("NFC").toLowerCase();
  return address.length <= 254 && EMAIL.test(address) ? address : null;
}
