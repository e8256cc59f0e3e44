import { useQuery } from "@apollo/client/react";
import { useLingui } from "@lingui/react/macro";
import { graphql } from "../../../generated/gql.ts";
import { Dialog } from "../../../ui/Dialog.tsx";
import { Markdown } from "../../../ui/markdown/Markdown.tsx";
import { Skeleton } from "../../../ui/Skeleton.tsx";
import { Time } from "../../../ui/Time.tsx";

const MessageHistory = graphql(`
  query MessageHistory($messageId: ID!) {
    message: node(id: $messageId) {
      __typename
      id
      ... on Message {
        history {
          version
          body
          at
        }
      }
    }
  }
`);

/** How a message read before it was edited, newest first. Every member may look. */
export default function HistoryDialog({
  messageId,
  onClose,
}: {
  messageId: string;
  onClose: () => void;
}) {
  const { t } = useLingui();
  const { data, error } = useQuery(MessageHistory, {
    variables: { messageId },
    fetchPolicy: "no-cache",
  });
  const message = data?.message?.__typename === "Message" ? data.message : null;
  return (
    <Dialog title={t`Earlier versions`} onClose={onClose}>
      {error && (
        <p>{t`The earlier versions could not be loaded. Try again when the link is back.`}</p>
      )}
      {!message && !error && <Skeleton label={t`Loading the earlier versions`} rows={2} />}
      <ol className="grid max-h-[60dvh] gap-4 overflow-y-auto">
        {message?.history
          .toSorted((a, b) => b.version - a.version)
          .map(({ version, body, at }) => (
            <li key={version} className="grid gap-1 border-s-3 border-line ps-3">
              <span className="text-xs text-ink-2">
                <Time at={at} form="date" />
              </span>
              <Markdown text={body} />
            </li>
          ))}
      </ol>
    </Dialog>
  );
}
