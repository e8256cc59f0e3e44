import type { FragmentType } from "@apollo/client";
import { useApolloClient } from "@apollo/client/react";
import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { graphql } from "../../../generated/gql.ts";
import type { ThreadNoticesFragment } from "../../../generated/graphql.ts";
import { useFragmentData } from "../../../platform/apollo/use-fragment-data.ts";
import { Button } from "../../../ui/Button.tsx";
import { Time } from "../../../ui/Time.tsx";
import { MessagePreviewLine } from "./MessagePreviewLine.tsx";
import { useThread } from "./thread-scope.ts";
import { withMessageActs, withThreadActs } from "../acts/when-loaded.ts";

const ThreadNoticesData = graphql(`
  fragment ThreadNotices on Thread {
    id
    viewerCan
    acceptedAnswer {
      id
      ...MessagePreview
    }
    acknowledgement {
      count
      viewerAcknowledgedAt
    }
  }
`);

/** What a thread's kind puts above its messages: the accepted answer, the wish to be acknowledged. */
export function ThreadNotices({ thread }: { thread: FragmentType<ThreadNoticesFragment> }) {
  const { t } = useLingui();
  const { threadId, jumpTo } = useThread();
  const data = useFragmentData(ThreadNoticesData, thread);
  const client = useApolloClient();
  if (!data) return null;
  const { acceptedAnswer, acknowledgement } = data;
  if (!acceptedAnswer && !acknowledgement) return null;
  return (
    <div className="border-b border-line px-3.5 py-1 desk:px-6">
      <div className="mx-auto flex max-w-180 flex-wrap items-center gap-x-4">
        {acceptedAnswer && (
          <div className="min-w-0 flex-1 basis-50">
            <MessagePreviewLine
              message={acceptedAnswer}
              lead={t`Accepted answer`}
              onJump={jumpTo}
            />
          </div>
        )}
        {acceptedAnswer && data.viewerCan.includes("ACCEPT_ANSWER") && (
          <Button
            kind="quiet"
            onClick={() => withMessageActs(({ accept }) => accept({ client, threadId }, null))}
          >
            <Trans>Take back</Trans>
          </Button>
        )}
        {acknowledgement && (
          <p className="min-w-0 flex-1 basis-36 py-2 text-sm text-ink-2">
            <Plural
              value={acknowledgement.count}
              _0="Nobody has acknowledged yet"
              one="# person has acknowledged"
              other="# people have acknowledged"
            />
            {acknowledgement.viewerAcknowledgedAt && (
              <>
                {" · "}
                <Trans>
                  You did on <Time at={acknowledgement.viewerAcknowledgedAt} form="day" />
                </Trans>
              </>
            )}
          </p>
        )}
        {data.viewerCan.includes("ACKNOWLEDGE") && !acknowledgement?.viewerAcknowledgedAt && (
          <Button
            kind="primary"
            onClick={() =>
              withThreadActs(({ acknowledgeThread }) => acknowledgeThread(client, threadId))
            }
          >
            <Trans>I have read this</Trans>
          </Button>
        )}
      </div>
    </div>
  );
}
