import { readMention, safeHref } from "./safe-href.ts";
import { deepest, type Inline } from "./tree.ts";

const spans = [
  { mark: "**", kind: "strong" },
  { mark: "__", kind: "strong" },
  { mark: "~~", kind: "strike" },
  { mark: "*", kind: "em" },
  { mark: "_", kind: "em" },
] as const;
const special = /[\\`*_~[!<\n]|https?:\/\//g;
const link =
  /^(!?)\[((?:[^[\]\\]|\\.|\[[^[\]]*\])*)\]\(\s*<?([^\s<>()]*(?:\([^\s<>()]*\)[^\s<>()]*)*)>?(?:\s+["'(][^"')\n]*["')])?\s*\)/;

/** Text with marks to nodes. Time grows with the length: a mark with no partner is looked for only once. */
export function parseInline(text: string, depth = 0): Inline[] {
  const nodes: Inline[] = [];
  const unpaired = new Set<string>();
  let plain = "";
  let at = 0;
  const add = (node: Inline, length: number) => {
    if (plain !== "") nodes.push({ kind: "text", text: plain });
    plain = "";
    nodes.push(node);
    at += length;
  };
  while (at < text.length) {
    special.lastIndex = at;
    const next = special.exec(text)?.index ?? text.length;
    plain += text.slice(at, next);
    at = next;
    if (at >= text.length) break;
    const found = depth < deepest ? readNode(text, at, depth, unpaired) : null;
    if (found) add(found.node, found.length);
    else if (text[at] === "\\" && /[!-/:-@[-`{-~]/.test(text[at + 1] ?? "")) {
      plain += text[at + 1];
      at += 2;
    } else {
      // A run of the same sign is one step, so that a long row of them costs no more than its length.
      const run = /^([*_~`])\1*/.exec(text.slice(at, at + 1000))?.[0] ?? text[at];
      plain += run;
      at += run.length;
    }
  }
  if (plain !== "") nodes.push({ kind: "text", text: plain });
  return nodes;
}

interface Found {
  node: Inline;
  length: number;
}

function readNode(text: string, at: number, depth: number, unpaired: Set<string>): Found | null {
  const char = text[at];
  if (char === "\n") return { node: { kind: "break" }, length: 1 };
  if (char === "`") return readCode(text, at, unpaired);
  if (char === "[" || char === "!") return readLink(text, at, depth);
  if (char === "<" || char === "h") return readAddress(text, at);
  return readSpan(text, at, depth, unpaired);
}

function readCode(text: string, at: number, unpaired: Set<string>): Found | null {
  const fence = /^`+/.exec(text.slice(at, at + 100))![0];
  if (unpaired.has(fence)) return null;
  const end = text.indexOf(fence, at + fence.length);
  if (end === -1) {
    unpaired.add(fence);
    return null;
  }
  const inner = text.slice(at + fence.length, end).replace(/^ (.+) $/s, "$1");
  return { node: { kind: "code", text: inner }, length: end + fence.length - at };
}

/** A link, or a picture, which is shown as a link: nothing is fetched that the reader did not ask for. */
function readLink(text: string, at: number, depth: number): Found | null {
  const match = link.exec(text.slice(at, at + 3000));
  if (!match) return null;
  const [whole, , label = "", address = ""] = match;
  const children = parseInline(label || address, Math.max(depth + 1, deepest - 2)).map(unlinked);
  const mention = readMention(address);
  if (mention) return { node: { kind: "mention", of: mention, children }, length: whole.length };
  const href = safeHref(address);
  return href ? { node: { kind: "link", href, children }, length: whole.length } : null;
}

/** A link in a link is its text. */
function unlinked(node: Inline): Inline {
  return node.kind === "link" || node.kind === "mention"
    ? { kind: "text", text: node.children.map((one) => ("text" in one ? one.text : "")).join("") }
    : node;
}

function readAddress(text: string, at: number): Found | null {
  const rest = text.slice(at, at + 2100);
  const angled = /^<((?:https?:\/\/|mailto:)[^\s<>]+)>/.exec(rest);
  const bare = /^https?:\/\/[^\s<>"'`]+/.exec(rest);
  const address = angled?.[1] ?? bare?.[0].replace(/[.,:;!?*_~)\]}]+$/, "");
  const href = address && safeHref(address);
  if (!href) return null;
  const node: Inline = { kind: "link", href, children: [{ kind: "text", text: address }] };
  return { node, length: angled ? angled[0].length : address.length };
}

function readSpan(text: string, at: number, depth: number, unpaired: Set<string>): Found | null {
  for (const { mark, kind } of spans) {
    if (!text.startsWith(mark, at) || unpaired.has(mark)) continue;
    const from = at + mark.length;
    if (/\s/.test(text[from] ?? " ")) continue;
    // snake_case is a word, not an emphasis.
    if (mark[0] === "_" && /[\p{L}\p{N}]/u.test(text[at - 1] ?? "")) continue;
    const end = findEnd(text, from, mark);
    if (end === -1) {
      unpaired.add(mark);
      continue;
    }
    const children = parseInline(text.slice(from, end), depth + 1);
    return { node: { kind, children }, length: end + mark.length - at };
  }
  return null;
}

function findEnd(text: string, from: number, mark: string): number {
  for (let end = text.indexOf(mark, from + 1); end !== -1; end = text.indexOf(mark, end + 1)) {
    const before = text[end - 1];
    if (/[\s\\]/.test(before)) continue;
    const after = text[end + mark.length] ?? "";
    if (mark[0] === "_" && /[\p{L}\p{N}]/u.test(after)) continue;
    // One star does not end at the first half of two.
    if (mark.length === 1 && (after === mark || before === mark)) continue;
    return end;
  }
  return -1;
}
