import { useApolloClient } from "@apollo/client/react";
import { useEffect, useState } from "react";
import { useLive } from "../../../platform/live/use-live.ts";
import { savesData } from "../hooks/use-typing-signal.ts";
import { applyThreadUpdate } from "../live/apply.ts";
import { GroupPresence, ThreadUpdates } from "../live/documents.ts";
import { applyPresence, nobody, presenceIn } from "../live/presence.ts";
import type { Presence } from "../live/presence.ts";

interface Props {
  groupId: string;
  threadId: string;
  viewerId: string;
  after: string | null;
  onReset: () => Promise<string | null>;
  onEnded: () => void;
  onPresence: (presence: Presence) => void;
}

/** The server says when a sign of writing has run out there; this is for a link that is lost before. */
const FADES = 15_000;

/** Follows an open thread, and who is here and writing. Shows nothing; comes after what is there to be read. */
export default function FollowThread(props: Props) {
  const { groupId, threadId, viewerId, after, onReset, onEnded, onPresence } = props;
  const client = useApolloClient();
  const [presence, setPresence] = useState(nobody);

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
    apply: (update) => setPresence((before) => applyPresence(before, update)),
  });

  useEffect(() => {
    onPresence(presenceIn(presence, { threadId, viewerId }));
    if (presence.writing.length === 0) return;
    const timer = setTimeout(() => setPresence((all) => ({ ...all, writing: [] })), FADES);
    return () => clearTimeout(timer);
  }, [presence, onPresence, threadId, viewerId]);

  return null;
}
