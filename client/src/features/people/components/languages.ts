/** Those of the countries where health workers meet here first, and the widest spoken elsewhere. */
export const languages =
  "en fr pt ar es sw am om ti so ne mai bho new bem ny toi loz lun kqn ha yo ig zu xh st tn af rw lg ln wo ff mg hi ur bn pa ta te ml gu mr si my th vi id ms tl zh ja ko fa ps tr ru uk pl ro de it nl el cy ga gd".split(
    " ",
  );

// Browsers leave these out to be smaller.
const unnamed: Record<string, string> = {
  bem: "Bemba",
  bho: "Bhojpuri",
  ff: "Fula",
  kqn: "Kaonde",
  loz: "Lozi",
  lun: "Lunda",
  mai: "Maithili",
  new: "Newar",
  ny: "Nyanja",
  toi: "Tonga",
};

/** A language by its name in the reader's language, or in English where the browser has none. */
export function languageName(code: string, locale: string): string {
  const name = new Intl.DisplayNames(locale, { type: "language" }).of(code);
  return name && name !== code ? name : (unnamed[code] ?? code);
}
