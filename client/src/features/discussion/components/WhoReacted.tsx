import { useQuery } from "@apollo/client/react";
import { useLingui } from "@lingui/react/macro";
import { graphql } from "../../../generated/gql.ts";
import { Avatar } from "../../../ui/Avatar.tsx";
import { Dialog } from "../../../ui/Dialog.tsx";
import { Skeleton } from "../../../ui/Skeleton.tsx";
import { ReactionWord } from "./ReactionWord.tsx";

const WhoReactedQuery = graphql(`
  query WhoReacted($messageId: ID!) {
    message: node(id: $messageId) {
      __typename
      id
      ... on Message {
        reactions {
          emoji
          count
          people(first: 50) {
            id
            name
          }
        }
      }
    }
  }
`);

export default function WhoReacted({
  messageId,
  onClose,
}: {
  messageId: string;
  onClose: () => void;
}) {
  const { t } = useLingui();
  // Not from the cache: the list of names is asked for when it is looked at, and never kept current.
  const { data } = useQuery(WhoReactedQuery, { variables: { messageId }, fetchPolicy: "no-cache" });
  const message = data?.message?.__typename === "Message" ? data.message : null;
  return (
    <Dialog title={t`Reactions`} onClose={onClose}>
      {!message && <Skeleton label={t`Loading the names`} rows={2} />}
      {message?.reactions.map(({ emoji, people }) => (
        <section key={emoji} className="grid gap-1">
          <h3 className="text-sm font-semibold">
            <ReactionWord emoji={emoji} />
          </h3>
          <ul>
            {people.map((person) => (
              <li key={person.id} className="flex min-h-10 items-center gap-2.5">
                <Avatar id={person.id} name={person.name} size="s" />
                <bdi>{person.name}</bdi>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </Dialog>
  );
}
