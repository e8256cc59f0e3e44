import type { I18n } from "@lingui/core";

type CompiledMessage = ReturnType<Parameters<I18n["setMessagesCompiler"]>[0]>;
type Tokens = Exclude<CompiledMessage, string>;

/**
 * Makes Lingui's tokens from an English source message: text, `{name}`, and `{n, plural, …}`,
 * `{n, selectordinal, …}` or `{x, select, …}`, nested as deep as one likes.
 *
 * Lingui's own compiler reads all of ICU and weighs 5 kB; English stands in the code and uses only
 * this much. Catalogues of other languages are compiled when they are built.
 */
export function compileSource(message: string): CompiledMessage {
  const reader = { text: message, at: 0 };
  return readTokens(reader, false);
}

interface Reader {
  text: string;
  at: number;
}

function readTokens(reader: Reader, inCase: boolean): Tokens {
  const tokens: Tokens = [];
  let text = "";
  const flush = () => {
    if (text !== "") tokens.push(text);
    text = "";
  };
  while (reader.at < reader.text.length) {
    const char = reader.text[reader.at];
    if (char === "}" && inCase) break;
    reader.at += 1;
    if (char === "'") text += readQuoted(reader, inCase);
    else if (char === "#" && inCase) {
      flush();
      tokens.push("#");
    } else if (char === "{") {
      flush();
      tokens.push(readArgument(reader));
    } else text += char;
  }
  flush();
  return tokens;
}

/** ICU: `''` is an apostrophe, `'{…'` is literal, any other apostrophe is itself. */
function readQuoted(reader: Reader, inCase: boolean): string {
  const next = reader.text[reader.at];
  if (next === "'") {
    reader.at += 1;
    return "'";
  }
  if (next !== "{" && next !== "}" && !(next === "#" && inCase)) return "'";
  const end = reader.text.indexOf("'", reader.at);
  const literal = reader.text.slice(reader.at, end === -1 ? undefined : end);
  reader.at = end === -1 ? reader.text.length : end + 1;
  return literal;
}

function readArgument(reader: Reader): Tokens[number] {
  const name = readWord(reader);
  if (reader.text[reader.at] === "}") {
    reader.at += 1;
    return [name];
  }
  reader.at += 1;
  const kind = readWord(reader);
  reader.at += 1;
  const cases: Record<string, Tokens | number | undefined> = { offset: undefined };
  for (;;) {
    skipSpace(reader);
    if (reader.at >= reader.text.length || reader.text[reader.at] === "}") break;
    const key = readWord(reader).replace(/^=/, "");
    if (key.startsWith("offset:")) {
      cases["offset"] = Number(key.slice("offset:".length));
      continue;
    }
    reader.at += 1;
    cases[key] = readTokens(reader, true);
    reader.at += 1;
  }
  reader.at += 1;
  return [name, kind, cases] as Tokens[number];
}

function readWord(reader: Reader): string {
  skipSpace(reader);
  const start = reader.at;
  while (reader.at < reader.text.length && !/[\s,{}]/.test(reader.text[reader.at])) reader.at += 1;
  const word = reader.text.slice(start, reader.at);
  skipSpace(reader);
  return word;
}

function skipSpace(reader: Reader): void {
  while (/\s/.test(reader.text[reader.at] ?? "")) reader.at += 1;
}
