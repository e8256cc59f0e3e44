import { parseInline } from "./parse-inline.ts";
import { deepest, type Block } from "./tree.ts";

const item = /^( {0,3})(?:([-*+])|(\d{1,9})[.)])(?: +|$)/;
const fence = /^ {0,3}(`{3,}|~{3,})/;
const rule = /^ {0,3}(?:(?:\* *){3,}|(?:- *){3,}|(?:_ *){3,})$/;

/** A message's lines to blocks. A single line break stays one: people write messages, not documents. */
export function parseMarkdown(text: string): Block[] {
  return parseBlocks(text.replaceAll(/\r\n?/g, "\n").split("\n"), 0);
}

function parseBlocks(lines: readonly string[], depth: number): Block[] {
  const blocks: Block[] = [];
  let at = 0;
  while (at < lines.length) {
    const line = lines[at];
    if (line.trim() === "") at += 1;
    else if (fence.test(line)) at = readFence(lines, at, blocks);
    else if (rule.test(line)) {
      blocks.push({ kind: "rule" });
      at += 1;
    } else if (depth < deepest && /^ {0,3}>/.test(line)) at = readQuote(lines, at, depth, blocks);
    else if (depth < deepest && item.test(line)) at = readList(lines, at, depth, blocks);
    else at = readParagraph(lines, at, depth, blocks);
  }
  return blocks;
}

function readFence(lines: readonly string[], at: number, blocks: Block[]): number {
  const mark = fence.exec(lines[at])![1];
  let end = at + 1;
  while (end < lines.length && !lines[end].trim().startsWith(mark)) end += 1;
  blocks.push({ kind: "code", text: lines.slice(at + 1, end).join("\n") });
  return end + 1;
}

function readQuote(lines: readonly string[], at: number, depth: number, blocks: Block[]): number {
  const inner: string[] = [];
  while (at < lines.length && /^ {0,3}>/.test(lines[at]))
    inner.push(lines[at++].replace(/^ {0,3}> ?/, ""));
  blocks.push({ kind: "quote", children: parseBlocks(inner, depth + 1) });
  return at;
}

function readList(lines: readonly string[], at: number, depth: number, blocks: Block[]): number {
  const [, , bullet, number] = item.exec(lines[at])!;
  const items: Block[][] = [];
  while (at < lines.length) {
    const start = item.exec(lines[at]);
    if (!start || Boolean(start[2]) !== Boolean(bullet) || rule.test(lines[at])) break;
    const inner = [lines[at++].slice(start[0].length)];
    // Lines that are indented belong to the item; one empty line inside is let through.
    while (at < lines.length) {
      const line = lines[at];
      if (/^(?: {2,}|\t)\S/.test(line)) inner.push(line.replace(/^(?: {2,4}|\t)/, ""));
      else if (line.trim() === "" && /^(?: {2,}|\t)\S/.test(lines[at + 1] ?? "")) inner.push("");
      else break;
      at += 1;
    }
    items.push(parseBlocks(inner, depth + 1));
    if (lines[at]?.trim() === "" && item.test(lines[at + 1] ?? "")) at += 1;
  }
  blocks.push({ kind: "list", start: bullet ? null : Number(number), items });
  return at;
}

function readParagraph(
  lines: readonly string[],
  at: number,
  depth: number,
  blocks: Block[],
): number {
  const heading = /^ {0,3}#{1,6} +(.*?)(?: +#+)? *$/.exec(lines[at]);
  if (heading) {
    blocks.push({ kind: "heading", children: parseInline(heading[1]) });
    return at + 1;
  }
  const own = [lines[at++].trim()];
  while (at < lines.length && !startsBlock(lines[at], depth)) own.push(lines[at++].trim());
  blocks.push({ kind: "paragraph", children: parseInline(own.join("\n")) });
  return at;
}

function startsBlock(line: string, depth: number): boolean {
  if (line.trim() === "" || fence.test(line) || rule.test(line) || /^ {0,3}#{1,6} /.test(line))
    return true;
  return depth < deepest && (/^ {0,3}>/.test(line) || item.test(line));
}
