import type { FragmentType } from "@apollo/client";
import { Trans } from "@lingui/react/macro";
import { Link } from "../../../platform/router/Link.tsx";
import { graphql } from "../../../generated/gql.ts";
import type { MentionRowFragment } from "../../../generated/graphql.ts";
import { useFragmentData } from "../../../platform/apollo/use-fragment-data.ts";
import { Avatar } from "../../../ui/Avatar.tsx";
import { Chip } from "../../../ui/Chip.tsx";
import { plainText } from "../../../ui/markdown/plain-text.ts";
import { Time } from "../../../ui/Time.tsx";

const MentionRowDocument = graphql(`
  fragment MentionRow on Message {
    id
    seq
    body
    createdAt
    withdrawnAt
    author {
      id
      name
    }
    thread {
      id
      title
      lastReadSeq
      group {
        id
        name
      }
    }
  }
`);

/** A message in which the reader was named. It leads to the very message. */
export function MentionRow({ message }: { message: FragmentType<MentionRowFragment> }) {
  const data = useFragmentData(MentionRowDocument, message);
  if (!data?.thread.group || data.withdrawnAt) return null;
  const { author, thread } = data;
  return (
    <li>
      <Link
        to={`/groups/${data.thread.group.id}/threads/${thread.id}?message=${data.seq}`}
        className="flex min-h-16 items-start gap-3 rounded-lg px-2.5 py-2.5 hover:bg-paper"
      >
        <Avatar id={author.id} name={author.name} />
        <span className="grid min-w-0 flex-1 gap-0.5">
          <span className="flex flex-wrap items-baseline gap-x-2 text-sm">
            <bdi className="font-semibold">{author.name}</bdi>
            {data.seq > thread.lastReadSeq && (
              <Chip tone="clay">
                <Trans>New</Trans>
              </Chip>
            )}
          </span>
          <span dir="auto" className="line-clamp-2 text-match">
            {plainText(data.body)}
          </span>
          <span className="text-xs text-ink-2">
            <bdi>{thread.title}</bdi>
            {" · "}
            <bdi>{data.thread.group.name}</bdi>
            {" · "}
            <Time at={data.createdAt} />
          </span>
        </span>
      </Link>
    </li>
  );
}
