import type { FragmentType } from "@apollo/client";
import { useApolloClient } from "@apollo/client/react";
import { Trans } from "@lingui/react/macro";
import { lazy, Suspense, useState } from "react";
import { graphql } from "../../../generated/gql.ts";
import type { MessageReactionsFragment } from "../../../generated/graphql.ts";
import { useFragmentData } from "../../../platform/apollo/use-fragment-data.ts";
import { patient } from "../../../ui/patient.ts";
import { useThread } from "./thread-scope.ts";
import { ReactionWord } from "./ReactionWord.tsx";
import { withMessageActs } from "../acts/when-loaded.ts";

const MessageReactions = graphql(`
  fragment MessageReactions on Message {
    id
    viewerCan
    reactions {
      emoji
      count
      viewerReacted
    }
  }
`);

const WhoReacted = lazy(patient(() => import("./WhoReacted.tsx")));

/** What people answered with one press. Pressing one joins or takes it back; the last button says who. */
export function Reactions({ message }: { message: FragmentType<MessageReactionsFragment> }) {
  const data = useFragmentData(MessageReactions, message);
  const client = useApolloClient();
  const { threadId } = useThread();
  const [who, setWho] = useState(false);
  if (!data || data.reactions.length === 0) return null;
  const may = data.viewerCan.includes("REACT");
  return (
    <div className="mt-1.5 flex flex-wrap items-center gap-1.5">
      {data.reactions.map(({ emoji, count, viewerReacted }) => (
        <button
          key={emoji}
          type="button"
          aria-pressed={viewerReacted}
          aria-disabled={!may}
          onClick={() => {
            if (!may) return;
            const aim = { client, threadId, messageId: data.id };
            withMessageActs(({ react }) => react(aim, emoji, !viewerReacted));
          }}
          className="inline-flex min-h-8 items-center gap-1.5 rounded-full border border-line bg-surface px-2.5 text-xs aria-pressed:border-brand aria-pressed:bg-brand-soft aria-pressed:text-brand pointer-coarse:min-h-11"
        >
          <ReactionWord emoji={emoji} /> {count}
        </button>
      ))}
      <button
        type="button"
        onClick={() => setWho(true)}
        className="min-h-8 rounded-md px-2 text-xs text-ink-2 hover:underline pointer-coarse:min-h-11"
      >
        <Trans>Who</Trans>
      </button>
      {who && (
        <Suspense>
          <WhoReacted messageId={data.id} onClose={() => setWho(false)} />
        </Suspense>
      )}
    </div>
  );
}
