export interface Mentionable {
  readonly name: string;
  /** `person:<id>` or `role:<role>`, as it stands in a message's link. */
  readonly address: string;
}

const link = /\[@((?:[^[\]\\]|\\.)+)\]\(((?:person|role):[\w=+/-]{1,200})\)/g;
const escaped = (name: string): string => name.replaceAll(/[\\[\]*_~`<>]/g, String.raw`\$&`);

/** A message's body as it stands in the text box: `@Name` in place of the link, and who is meant by it. */
export function toText(body: string): { text: string; mentions: Mentionable[] } {
  const mentions: Mentionable[] = [];
  const text = body.replaceAll(link, (_, name: string, address: string) => {
    const plain = name.replaceAll(/\\(.)/g, "$1");
    mentions.push({ name: plain, address });
    return `@${plain}`;
  });
  return { text, mentions };
}

/** The text of the box as a message's body: each `@Name` that was chosen becomes its link. */
export function toBody(text: string, mentions: readonly Mentionable[]): string {
  if (mentions.length === 0) return text;
  // The longest first, so that "@Grace N" does not cut into "@Grace Nyirenda".
  const known = [...new Map(mentions.map((each) => [each.name, each])).values()].toSorted(
    (a, b) => b.name.length - a.name.length,
  );
  let body = "";
  let at = 0;
  while (at < text.length) {
    const found = text[at] === "@" && known.find((each) => text.startsWith(each.name, at + 1));
    if (found) {
      body += `[@${escaped(found.name)}](${found.address})`;
      at += found.name.length + 1;
    } else {
      body += text[at];
      at += 1;
    }
  }
  return body;
}

/** The word after an `@` in front of the caret, where one is being written; null elsewhere. */
export function mentionBefore(text: string, caret: number): { from: number; word: string } | null {
  const before = text.slice(0, caret);
  const found = /(?:^|[\s(])@([^\s@][^@\n]{0,30})?$/u.exec(before);
  if (!found) return null;
  const word = found[1] ?? "";
  return { from: caret - word.length - 1, word };
}

const plain = (text: string): string =>
  text.normalize("NFD").replaceAll(/\p{M}/gu, "").toLocaleLowerCase();

/** Those whose name, or a word of it, begins with what was written; accents do not count. */
export function matching(all: readonly Mentionable[], word: string, limit = 6): Mentionable[] {
  const wanted = plain(word);
  return all
    .filter(({ name }) => {
      const own = plain(name);
      return own.startsWith(wanted) || own.split(/[\s-]+/).some((part) => part.startsWith(wanted));
    })
    .slice(0, limit);
}
