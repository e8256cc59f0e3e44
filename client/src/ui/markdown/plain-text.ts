import { parseMarkdown } from "./parse-blocks.ts";
import type { Block, Inline } from "./tree.ts";

/** A message as one line of words, for a list or a notice. */
export function plainText(markdown: string): string {
  return parseMarkdown(markdown.slice(0, 1000))
    .map(ofBlock)
    .join(" ")
    .replaceAll(/\s+/g, " ")
    .trim();
}

function ofBlock(block: Block): string {
  switch (block.kind) {
    case "rule":
      return "";
    case "code":
      return block.text;
    case "list":
      return block.items.map((item) => item.map(ofBlock).join(" ")).join(", ");
    case "quote":
      return block.children.map(ofBlock).join(" ");
    default:
      return block.children.map(ofInline).join("");
  }
}

function ofInline(node: Inline): string {
  if ("text" in node) return node.text;
  return node.kind === "break" ? " " : node.children.map(ofInline).join("");
}
