import { Fragment, memo, type ReactNode } from "react";
import { parseMarkdown } from "./parse-blocks.ts";
import type { Block, Inline, Mention } from "./tree.ts";

interface Props {
  text: string;
  /** How a mentioned person or role is shown; by default its name stands out. */
  mention?: (of: Mention, name: ReactNode) => ReactNode;
}

/** A text that a person wrote, with the light marks that messages have. Each block finds its own direction. */
export const Markdown = memo(function Markdown({ text, mention = plainMention }: Props) {
  return (
    <div className="prose-light max-w-[66ch]">
      {parseMarkdown(text).map((block, at) => show(block, at, mention))}
    </div>
  );
});

type ShowMention = NonNullable<Props["mention"]>;

function plainMention(_: Mention, name: ReactNode): ReactNode {
  return <span className="font-semibold text-brand">{name}</span>;
}

function show(
  block: Block,
  key: number,
  mention: ShowMention,
  dir: "auto" | null = "auto",
): ReactNode {
  switch (block.kind) {
    case "rule":
      return <hr key={key} />;
    case "code":
      return (
        <pre key={key} dir="auto" tabIndex={0}>
          <code>{block.text}</code>
        </pre>
      );
    case "quote":
      return (
        <blockquote key={key}>{block.children.map((one, at) => show(one, at, mention))}</blockquote>
      );
    case "list": {
      const items = block.items.map((item, at) => (
        // A list has one direction, so that its marks stand on one side; its lines find their own (base.css).
        <li key={at}>{item.map((one, inner) => show(one, inner, mention, null))}</li>
      ));
      return block.start === null ? (
        <ul key={key} dir="auto">
          {items}
        </ul>
      ) : (
        <ol key={key} dir="auto" start={block.start}>
          {items}
        </ol>
      );
    }
    default:
      return (
        <p
          key={key}
          dir={dir ?? undefined}
          className={block.kind === "heading" ? "font-semibold" : undefined}
        >
          {inline(block.children, mention)}
        </p>
      );
  }
}

function inline(nodes: readonly Inline[], mention: ShowMention): ReactNode {
  return nodes.map((node, at) => {
    switch (node.kind) {
      case "text":
        return node.text;
      case "break":
        return <br key={at} />;
      case "code":
        return <code key={at}>{node.text}</code>;
      case "strong":
        return <strong key={at}>{inline(node.children, mention)}</strong>;
      case "em":
        return <em key={at}>{inline(node.children, mention)}</em>;
      case "strike":
        return <s key={at}>{inline(node.children, mention)}</s>;
      case "mention":
        return <Fragment key={at}>{mention(node.of, inline(node.children, mention))}</Fragment>;
      case "link":
        return (
          <a
            key={at}
            href={node.href}
            title={node.href}
            target="_blank"
            rel="noopener noreferrer nofollow ugc"
          >
            {inline(node.children, mention)}
          </a>
        );
    }
  });
}
