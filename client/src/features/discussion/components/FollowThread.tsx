import { useApolloClient } from "@apollo/client/react";
import { useEffect, useState } from "react";
import { useLive } from "../../../platform/live/use-live.ts";
import { savesData } from "../hooks/use-typing-signal.ts";
import { applyThreadUpdate } from "../live/apply.ts";
import { GroupPresence, ThreadUpdates } from "../live/documents.ts";

interface Named {
  readonly id: string;
  readonly name: string;
}

export interface Presence {
  readonly here: readonly Named[];
  readonly typing: readonly Named[];
}

interface Props {
  groupId: string;
  threadId: string;
  after: string | null;
  onReset: () => Promise<string | null>;
  onEnded: () => void;
  onPresence: (presence: Presence) => void;
}

/** A sign of writing is worth this long; the server sends the next state when it has run out there. */
const FADES = 7000;

/** Follows an open thread, and who is here and writing. Shows nothing; comes after what is there to be read. */
export default function FollowThread(props: Props) {
  const { groupId, threadId, after, onReset, onEnded, onPresence } = props;
  const client = useApolloClient();
  const [presence, setPresence] = useState<Presence>({ here: [], typing: [] });

  useLive({
    document: ThreadUpdates,
    field: "threadUpdates",
    variables: { threadId },
    after,
    apply: (update) => applyThreadUpdate(client.cache, threadId, update),
    onReset,
    onEnded,
  });

  useLive({
    document: GroupPresence,
    field: "presence",
    variables: { groupId },
    skip: savesData(),
    apply({ here, typing }) {
      const writing = typing.filter((one) => one.threadId === threadId && !one.person.isViewer);
      setPresence({ here, typing: writing.map((one) => one.person) });
    },
  });

  useEffect(() => {
    onPresence(presence);
    if (presence.typing.length === 0) return;
    const timer = setTimeout(() => setPresence(({ here }) => ({ here, typing: [] })), FADES);
    return () => clearTimeout(timer);
  }, [presence, onPresence]);

  return null;
}
