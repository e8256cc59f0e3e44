import { useState } from "react";

interface Options {
  around: number | null;
  lastReadSeq: number;
  lastMessageSeq: number;
  nodes: readonly { seq: number }[];
  load: (seq: number) => Promise<boolean>;
}

interface Target {
  readonly seq: number;
  readonly at: "start" | "center";
  readonly flash: boolean;
  readonly wish: number;
}

/** Where the page opens and where a jump leads. What was unread when the page was opened stays marked until it is left. */
export function usePlace({ around, lastReadSeq, lastMessageSeq, nodes, load }: Options) {
  const [newFrom] = useState(() => (lastReadSeq < lastMessageSeq ? lastReadSeq + 1 : null));
  const [target, setTarget] = useState<Target | null>(() => {
    if (around !== null) return { seq: around, at: "center", flash: true, wish: 1 };
    return newFrom === null ? null : { seq: newFrom, at: "start", flash: false, wish: 1 };
  });
  return {
    newFrom,
    target,
    jumpTo: (seq: number): void => {
      const go = (): void =>
        setTarget((last) => ({ seq, at: "center", flash: true, wish: (last?.wish ?? 0) + 1 }));
      if (nodes.some((node) => node.seq === seq)) go();
      else void load(seq).then((there) => there && go());
    },
    toEnd: (): void => {
      setTarget((last) => ({
        seq: lastMessageSeq,
        at: "start",
        flash: false,
        wish: (last?.wish ?? 0) + 1,
      }));
    },
  };
}
