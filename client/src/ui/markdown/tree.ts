/** What a message can be made of. There is no node for raw HTML, so none can come out. */
export type Inline =
  | { kind: "text"; text: string }
  | { kind: "break" }
  | { kind: "code"; text: string }
  | { kind: "strong" | "em" | "strike"; children: Inline[] }
  | { kind: "link"; href: string; children: Inline[] }
  | { kind: "mention"; of: Mention; children: Inline[] };

export type Block =
  | { kind: "paragraph" | "heading"; children: Inline[] }
  | { kind: "quote"; children: Block[] }
  | { kind: "list"; start: number | null; items: Block[][] }
  | { kind: "code"; text: string }
  | { kind: "rule" };

export type Mention = { kind: "person"; id: string } | { kind: "role"; role: string };

/** Deeper nesting is shown as the text that it is: no message needs it, and an attack might. */
export const deepest = 6;
