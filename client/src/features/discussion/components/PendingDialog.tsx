import { useQuery } from "@apollo/client/react";
import { Trans, useLingui } from "@lingui/react/macro";
import { graphql } from "../../../generated/gql.ts";
import { Avatar } from "../../../ui/Avatar.tsx";
import { Dialog } from "../../../ui/Dialog.tsx";
import { Skeleton } from "../../../ui/Skeleton.tsx";

const PendingAcknowledgements = graphql(`
  query PendingAcknowledgements($threadId: ID!) {
    thread: node(id: $threadId) {
      __typename
      id
      ... on Thread {
        acknowledgement {
          count
          pending(first: 100) {
            nodes {
              id
              person {
                id
                name
              }
            }
          }
        }
      }
    }
  }
`);

/** For coordinators: who has not acknowledged an announcement yet. */
export default function PendingDialog({
  threadId,
  onClose,
}: {
  threadId: string;
  onClose: () => void;
}) {
  const { t } = useLingui();
  const { data } = useQuery(PendingAcknowledgements, {
    variables: { threadId },
    fetchPolicy: "no-cache",
  });
  const thread = data?.thread?.__typename === "Thread" ? data.thread : null;
  const pending = thread?.acknowledgement?.pending.nodes ?? [];
  return (
    <Dialog title={t`Not acknowledged yet`} onClose={onClose}>
      {!thread && <Skeleton label={t`Loading the names`} rows={3} />}
      {thread && pending.length === 0 && (
        <p>
          <Trans>Everyone has acknowledged.</Trans>
        </p>
      )}
      <ul className="max-h-[60dvh] overflow-y-auto">
        {pending.map(({ id, person }) => (
          <li key={id} className="flex min-h-11 items-center gap-2.5">
            <Avatar id={person.id} name={person.name} size="s" />
            <bdi>{person.name}</bdi>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
