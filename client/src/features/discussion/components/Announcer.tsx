import { plural } from "@lingui/core/macro";
import { useLingui } from "@lingui/react/macro";
import { useEffect, useRef, useState } from "react";

interface Heard {
  readonly seq: number;
  readonly author: { readonly id: string; readonly name: string; readonly isViewer: boolean };
}

const GATHER_MS = 3000;

/** The one region that says what came in: in one sentence for all that came within three seconds, and only when wanted. */
export function Announcer({ messages, on }: { messages: readonly Heard[]; on: boolean }) {
  const { t } = useLingui();
  const [said, setSaid] = useState("");
  const newest = messages.at(-1)?.seq ?? 0;
  const known = useRef(newest);
  const all = useRef(messages);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  useEffect(() => {
    all.current = messages;
  }, [messages]);

  useEffect(() => {
    if (newest <= known.current || timer.current !== undefined) return;
    timer.current = setTimeout(() => {
      timer.current = undefined;
      const fresh = all.current.filter((each) => each.seq > known.current && !each.author.isViewer);
      known.current = all.current.at(-1)?.seq ?? known.current;
      const names = [...new Map(fresh.map(({ author }) => [author.id, author.name])).values()];
      const [first] = names;
      if (!first) return;
      const count = fresh.length;
      const others = names.length - 1;
      setSaid(
        others === 0
          ? t`${count} new from ${first}`
          : t`${count} new from ${first} and ${plural(others, { one: "# other", other: "# others" })}`,
      );
    }, GATHER_MS);
  }, [newest, t]);

  useEffect(() => () => clearTimeout(timer.current), []);

  return (
    <p role="status" className="sr-only">
      {on ? said : ""}
    </p>
  );
}
