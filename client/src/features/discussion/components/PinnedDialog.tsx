import { useQuery } from "@apollo/client/react";
import { Trans, useLingui } from "@lingui/react/macro";
import { graphql } from "../../../generated/gql.ts";
import { Dialog } from "../../../ui/Dialog.tsx";
import { Skeleton } from "../../../ui/Skeleton.tsx";
import { MessagePreviewLine } from "./MessagePreviewLine.tsx";

const PinnedMessages = graphql(`
  query PinnedMessages($threadId: ID!) {
    thread: node(id: $threadId) {
      __typename
      id
      ... on Thread {
        pinnedMessages {
          id
          pinnedAt
          ...MessagePreview
        }
      }
    }
  }
`);

interface Props {
  threadId: string;
  onJump: (seq: number) => void;
  onClose: () => void;
}

export default function PinnedDialog({ threadId, onJump, onClose }: Props) {
  const { t } = useLingui();
  const { data, error } = useQuery(PinnedMessages, { variables: { threadId } });
  const thread = data?.thread?.__typename === "Thread" ? data.thread : null;
  return (
    <Dialog title={t`Pinned messages`} onClose={onClose}>
      {!thread && !error && <Skeleton label={t`Loading the pinned messages`} rows={2} />}
      {error && !thread && (
        <p>{t`The pinned messages could not be loaded. Try again when the link is back.`}</p>
      )}
      {thread?.pinnedMessages.length === 0 && (
        <p className="text-sm text-ink-2">
          <Trans>Nothing is pinned here yet. A pinned message is easy to find again.</Trans>
        </p>
      )}
      <ul className="grid max-h-[60dvh] gap-2 overflow-y-auto">
        {thread?.pinnedMessages.map((message) => (
          <li key={message.id}>
            <MessagePreviewLine
              message={message}
              onJump={(seq) => {
                onClose();
                onJump(seq);
              }}
            />
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
