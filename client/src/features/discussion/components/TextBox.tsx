import { useLingui } from "@lingui/react/macro";
import { useEffect, useId, useLayoutEffect, useRef, useState } from "react";
import type { KeyboardEvent, RefObject } from "react";
import { useMentionables } from "../hooks/use-mentionables.ts";
import { matching, mentionBefore } from "../mentions.ts";
import type { Mentionable } from "../mentions.ts";

interface Props {
  label: string;
  placeholder?: string;
  groupId: string;
  text: string;
  onText: (text: string) => void;
  onMention: (one: Mentionable) => void;
  onSend: () => void;
  /** Answers true when the key was taken. */
  onKey?: (event: KeyboardEvent<HTMLTextAreaElement>) => boolean;
  box: RefObject<HTMLTextAreaElement | null>;
}

const MOST = 10_000;
const NEAR = 9000;

/** On a keyboard Enter sends and Shift+Enter breaks the line; on glass Enter breaks the line and the button sends. */
function entersNewLine(): boolean {
  return matchMedia("(pointer: coarse)").matches;
}

/** The growing text box with names to choose after an `@`, which stand above the nearest positioned frame. */
export function TextBox({
  label,
  placeholder,
  groupId,
  text,
  onText,
  onMention,
  onSend,
  onKey,
  box,
}: Props) {
  const { t } = useLingui();
  const id = useId();
  const { all, ask } = useMentionables(groupId);
  const [writing, setWriting] = useState<{ from: number; word: string } | null>(null);
  const [chosen, setChosen] = useState(0);
  const caret = useRef<number | null>(null);
  const found = writing ? matching(all, writing.word) : [];
  const open = found.length > 0;

  useLayoutEffect(() => {
    const element = box.current;
    if (!element) return;
    element.style.setProperty("block-size", "auto");
    element.style.setProperty("block-size", `${element.scrollHeight}px`);
    if (caret.current === null) return;
    element.setSelectionRange(caret.current, caret.current);
    caret.current = null;
  }, [text, box]);

  useEffect(() => {
    if (writing) void ask();
  });

  function look(element: HTMLTextAreaElement): void {
    const next = mentionBefore(element.value, element.selectionStart);
    setWriting(next);
    if (next?.word !== writing?.word) setChosen(0);
  }

  function take(one: Mentionable): void {
    if (!writing) return;
    const after = text.slice(writing.from + 1 + writing.word.length);
    const before = `${text.slice(0, writing.from)}@${one.name} `;
    caret.current = before.length;
    onMention(one);
    onText(before + after.replace(/^ /, ""));
    setWriting(null);
    box.current?.focus();
  }

  function onKeyDown(event: KeyboardEvent<HTMLTextAreaElement>): void {
    // While a word is composed (many scripts), Enter belongs to the input method.
    if (event.nativeEvent.isComposing) return;
    if (open) {
      const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
      if (step) {
        event.preventDefault();
        return setChosen((chosen + step + found.length) % found.length);
      }
      if (event.key === "Enter" || event.key === "Tab") {
        event.preventDefault();
        const one = found[chosen];
        return one && take(one);
      }
      if (event.key === "Escape") {
        event.preventDefault();
        return setWriting(null);
      }
    }
    if (onKey?.(event)) return;
    if (event.key !== "Enter" || event.shiftKey || entersNewLine()) return;
    event.preventDefault();
    onSend();
  }

  return (
    <div className="min-w-0 flex-1">
      {open && (
        <div
          id={`${id}-names`}
          role="listbox"
          aria-label={t`People to mention`}
          className="absolute inset-x-0 bottom-full z-10 mb-3.5 max-h-[min(18rem,40dvh)] overflow-y-auto rounded-lg border border-line bg-surface p-1 shadow-[0_8px_24px_var(--shade)]"
        >
          {found.map((one, index) => (
            <div
              key={one.address}
              id={`${id}-${index}`}
              role="option"
              aria-selected={index === chosen}
              // Before the box loses its focus, and with it the place where the name goes.
              onPointerDown={(event) => {
                event.preventDefault();
                take(one);
              }}
              className="flex min-h-11 cursor-pointer items-center rounded-md px-3 text-sm aria-selected:bg-brand-soft aria-selected:text-brand"
            >
              <bdi>{one.name}</bdi>
            </div>
          ))}
        </div>
      )}
      <textarea
        ref={box}
        rows={1}
        // An empty box has no text to take a direction from: the page gives it.
        dir={text === "" ? undefined : "auto"}
        maxLength={MOST}
        aria-label={label}
        placeholder={placeholder}
        aria-haspopup="listbox"
        aria-controls={open ? `${id}-names` : undefined}
        aria-autocomplete="list"
        aria-activedescendant={open ? `${id}-${chosen}` : undefined}
        aria-describedby={text.length > NEAR ? `${id}-length` : undefined}
        value={text}
        onChange={(event) => {
          onText(event.target.value);
          look(event.target);
        }}
        onSelect={(event) => look(event.currentTarget)}
        onBlur={() => setWriting(null)}
        onKeyDown={onKeyDown}
        className="block max-h-[40dvh] min-h-11 w-full resize-none bg-transparent py-2.5 outline-none"
      />
      {text.length > NEAR && (
        <p id={`${id}-length`} className="pb-1 text-xs text-ink-2">
          {t`${text.length.toLocaleString()} of ${MOST.toLocaleString()} characters`}
        </p>
      )}
    </div>
  );
}
