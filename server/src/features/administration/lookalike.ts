/** Scripts with letters that pass for those of another one. */
const SCRIPTS = ["Latin", "Cyrillic", "Greek", "Armenian", "Cherokee"].map(
  (name) => new RegExp(`\\p{Script=${name}}`, "u"),
);
/** Cyrillic and Greek letters that are each some Latin letter's twin. */
const TWINS = /^[асеорхуіјѕԁһӏԛԝΑαοΟνΝρΡυΥχΧικΚτΤ]{2,}$/u;

/**
 * Whether an address may be meant to be taken for another one: letters of scripts that look alike within one of its
 * words, letters that are another form of a plain one, or a part written as its code, which hides what it shows.
 */
export function looksAlike(address: string): boolean {
  return (
    address.split(/[@.+\-_]/).some(isMixed) ||
    address.normalize("NFKC") !== address ||
    /(^|[@.])xn--/.test(address)
  );
}

function isMixed(word: string): boolean {
  const letters = word.replaceAll(/\P{L}/gu, "");
  return SCRIPTS.filter((script) => script.test(letters)).length > 1 || TWINS.test(letters);
}
