import { useEffect, useRef } from "react";
import type { KeyboardEvent } from "react";
import type { ListedMessage } from "../components/listed-message.ts";
import type { Row } from "../rows.ts";

interface Options {
  rows: readonly Row<ListedMessage>[];
  current: number | null;
  setCurrent: (seq: number) => void;
  show: (index: number) => void;
  onHelp: () => void;
}

/** The keys of the message list: arrows or j and k move, r quotes, e edits, ? explains. Answers the key handler. */
export function useListKeys({ rows, current, setCurrent, show, onHelp }: Options) {
  const wanted = useRef<number | null>(null);

  // The message to focus may have to be drawn first.
  useEffect(() => {
    if (wanted.current === null) return;
    const seq = wanted.current;
    const frame = requestAnimationFrame(() => {
      document.querySelector<HTMLElement>(`[data-seq="${seq}"]`)?.focus();
      wanted.current = null;
    });
    return () => cancelAnimationFrame(frame);
  }, [current]);

  function move(event: KeyboardEvent<HTMLElement>, to: number): void {
    const index = Math.max(0, Math.min(rows.length - 1, to));
    const row = rows[index];
    if (!row) return;
    event.preventDefault();
    wanted.current = row.message.seq;
    setCurrent(row.message.seq);
    show(index);
    // Already the current one, for instance when focus came back to the list: nothing would be drawn anew.
    document.querySelector<HTMLElement>(`[data-seq="${row.message.seq}"]`)?.focus();
  }

  return (event: KeyboardEvent<HTMLElement>): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const target = event.target as HTMLElement;
    if (target.closest("textarea, input, [role=menu], dialog")) return;
    const focused = target.closest<HTMLElement>("[data-seq]");
    const at = rows.findIndex(
      (row) => row.message.seq === Number(focused?.dataset["seq"] ?? current ?? -1),
    );
    const from = at < 0 ? rows.length - 1 : at;
    const press = (act: string): void => {
      const button = focused?.querySelector<HTMLElement>(`[data-act="${act}"]`);
      if (!button) return;
      event.preventDefault();
      button.click();
    };
    switch (event.key) {
      case "ArrowDown":
      case "j":
        return move(event, at < 0 ? from : from + 1);
      case "ArrowUp":
      case "k":
        return move(event, at < 0 ? from : from - 1);
      case "Home":
        return move(event, 0);
      case "End":
        return move(event, rows.length - 1);
      case "r":
        return press("quote");
      case "e":
        return press("edit");
      case "?":
        event.preventDefault();
        return onHelp();
    }
  };
}
