import { useEffect, useLayoutEffect, useRef, useState } from "react";
import type { RefObject } from "react";
import type { VirtualizerHandle } from "virtua";
import type { ListedMessage } from "../components/listed-message.ts";
import type { Row } from "../rows.ts";

export interface ListPages {
  readonly loading: boolean;
  readonly hasOlder: boolean;
  readonly hasNewer: boolean;
  readonly older: () => void;
  readonly newer: () => void;
  readonly latest: () => void;
}

interface Options {
  list: RefObject<VirtualizerHandle | null>;
  scroller: RefObject<HTMLDivElement | null>;
  rows: readonly Row<ListedMessage>[];
  pending: readonly unknown[];
  pages: ListPages;
  target: { seq: number; at: "start" | "center"; flash: boolean; wish: number } | null;
  onSeen: (seq: number) => void;
}

/** Pixels from an end at which the next page is asked for: about a screen, so that it is there in time. */
const AHEAD = 800;
const AT_END = 8;
const FLASH_MS = 2000;
/** On a slow device the rows around a target get their true size long after the list has gone there. */
const SETTLES_MS = 5000;
/** Room for the day that floats over the first message. */
const UNDER_DAY = -44;
const DAY_PASSES = 12;

/** Where the list stands: opening at a target, staying at the end, keeping its place when older pages come. */
export function useListScroll(options: Options) {
  const { list, scroller, rows, pending, pages, target, onSeen } = options;
  const sticks = useRef(false);
  /** The reader asked for the end, and it is still being loaded. */
  const wantsEnd = useRef(false);
  const placed = useRef<number | null>(null);
  /** Goes to the target once more, until the list has settled or the reader scrolls. */
  const settle = useRef<(() => void) | null>(null);
  const [firstSeq, setFirstSeq] = useState<number | null>(null);
  const [atEnd, setAtEnd] = useState(true);
  const [flash, setFlash] = useState<number | null>(null);
  const [lastVisible, setLastVisible] = useState<number | null>(null);
  const [topDay, setTopDay] = useState<string | null>(null);
  const count = rows.length + pending.length;
  const head = rows[0]?.message.seq ?? null;
  // True only for the render in which older messages came in front; then the place is kept from the end.
  const prepending = firstSeq !== null && head !== null && head < firstSeq;

  function look(): void {
    const handle = list.current;
    if (!handle || placed.current === null || rows.length === 0) return;
    const { scrollOffset: top, viewportSize: height, scrollSize } = handle;
    const bottom = top + height;
    const end = scrollSize - bottom <= AT_END && !pages.hasNewer;
    sticks.current = end;
    setAtEnd(end);
    const topIndex = Math.min(handle.findItemIndex(top), rows.length - 1);
    const topRow = rows[topIndex];
    // The floating day takes over where the day's own line would pass it: one line seems to stay.
    const inSight = topRow?.day != null && top < handle.getItemOffset(topIndex) + DAY_PASSES;
    setTopDay(topRow && !inSight ? topRow.message.createdAt : null);
    let index = Math.min(handle.findItemIndex(bottom), rows.length - 1);
    const whole = (at: number): boolean =>
      handle.getItemOffset(at) + handle.getItemSize(at) <= bottom + AT_END;
    // A message that is taller than the screen is seen when its end, or a screenful of it, is.
    if (!whole(index) && index > 0 && handle.getItemOffset(index) > top) index -= 1;
    const seen = rows[index]?.message.seq;
    if (seen !== undefined) {
      setLastVisible(seen);
      onSeen(seen);
    }
    if (top < AHEAD && pages.hasOlder) pages.older();
    else if (scrollSize - bottom < AHEAD && pages.hasNewer) pages.newer();
  }

  const latest = useRef(look);
  useEffect(() => {
    latest.current = look;
  });
  useEffect(() => {
    // One render later, on purpose: the first with the older messages is the one that keeps the place.
    // oxlint-disable-next-line react/set-state-in-effect
    setFirstSeq(head);
  }, [head]);

  // A new wish: go there as soon as the message is loaded.
  useLayoutEffect(() => {
    if (rows.length === 0 && pending.length === 0) return;
    if (!target) {
      if (placed.current !== null) return;
      placed.current = 0;
      sticks.current = true;
      list.current?.scrollToIndex(count - 1, { align: "end" });
      return;
    }
    const here = placed.current === target.wish;
    if (here && !settle.current) return;
    const index = rows.findIndex((row) => row.message.seq >= target.seq);
    if (index < 0) return;
    const offset = target.at === "start" ? UNDER_DAY : 0;
    settle.current = () => list.current?.scrollToIndex(index, { align: target.at, offset });
    if (here) return;
    placed.current = target.wish;
    sticks.current = false;
    settle.current();
    setTimeout(() => (settle.current = null), SETTLES_MS);
    // oxlint-disable-next-line react/set-state-in-effect -- it begins when the list has got there
    if (target.flash) setFlash(target.seq);
  }, [list, target, rows, pending.length, count]);

  useEffect(() => {
    if (flash === null) return;
    const timer = setTimeout(() => setFlash(null), FLASH_MS);
    return () => clearTimeout(timer);
  }, [flash]);

  // What was at the end stays at the end, also when the keyboard takes half the screen.
  const newest = rows.at(-1)?.message.seq;
  useLayoutEffect(() => {
    if (!(sticks.current || wantsEnd.current) || pages.hasNewer) return;
    wantsEnd.current = false;
    sticks.current = true;
    list.current?.scrollToIndex(count - 1, { align: "end" });
  }, [list, newest, count, pages.hasNewer]);
  useEffect(() => {
    const element = scroller.current;
    if (!element) return;
    const observer = new ResizeObserver(() => {
      if (sticks.current) list.current?.scrollTo(list.current.scrollSize);
      else settle.current?.();
      latest.current();
    });
    observer.observe(element);
    for (const child of element.children) observer.observe(child);
    for (const hand of ["wheel", "pointerdown", "keydown"])
      element.addEventListener(hand, () => (settle.current = null));
    return () => observer.disconnect();
  }, [list, scroller]);

  // Rows were drawn, or the window came to the front: what is on screen may be seen now.
  useEffect(() => {
    const frame = requestAnimationFrame(() => latest.current());
    return () => cancelAnimationFrame(frame);
  }, [newest, head, target]);
  useEffect(() => {
    const again = (): void => latest.current();
    addEventListener("focus", again);
    document.addEventListener("visibilitychange", again);
    return () => {
      removeEventListener("focus", again);
      document.removeEventListener("visibilitychange", again);
    };
  }, []);

  return {
    prepending,
    atEnd,
    flash,
    lastVisible,
    topDay,
    onScroll: look,
    show: (index: number): void => {
      const handle = list.current;
      if (!handle) return;
      const hidden = handle.getItemOffset(index) + UNDER_DAY < handle.scrollOffset;
      handle.scrollToIndex(
        index,
        hidden ? { align: "start", offset: UNDER_DAY } : { align: "nearest" },
      );
    },
    toLatest: (): void => {
      wantsEnd.current = pages.hasNewer;
      if (pages.hasNewer) return pages.latest();
      sticks.current = true;
      list.current?.scrollToIndex(count - 1, { align: "end" });
    },
  };
}
