import type { InMemoryCache } from "@apollo/client";
import { useApolloClient, useQuery } from "@apollo/client/react";
import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { useParams, useSearchParams } from "../../../platform/router/router.tsx";
import { NotHere } from "../../../platform/session/NotHere.tsx";
import { useIsDesk } from "../../../platform/use-is-desk.ts";
import { Banner } from "../../../ui/Banner.tsx";
import { Button } from "../../../ui/Button.tsx";
import { PageFrame, PageHeader } from "../../../ui/PageFrame.tsx";
import { Skeleton } from "../../../ui/Skeleton.tsx";
import { OpenThread } from "../components/OpenThread.tsx";
import { messageWindow } from "../live/message-window.ts";
import { threadPageQuery } from "../thread-query.ts";

/** One thread, opened at the first unread message, or at the one that a permalink names. */
export default function ThreadPage() {
  const { groupId = "", threadId = "" } = useParams();
  const [search] = useSearchParams();
  const seq = Number(search.get("message"));
  const around = Number.isSafeInteger(seq) && seq > 0 ? seq : null;
  // Another thread or another permalink is another page: nothing of the old one's place stays.
  return (
    <Thread key={`${threadId} ${around}`} groupId={groupId} threadId={threadId} around={around} />
  );
}

interface Props {
  groupId: string;
  threadId: string;
  around: number | null;
}

function Thread({ groupId, threadId, around }: Props) {
  const { t } = useLingui();
  const client = useApolloClient();
  const desk = useIsDesk();
  // Before the first answer is written; adding it again changes nothing.
  useState(() =>
    (client.cache as InMemoryCache).policies.addTypePolicies({
      Thread: { fields: { messages: messageWindow } },
    }),
  );
  const { data, loading, error, refetch } = useQuery(threadPageQuery, {
    variables: { threadId, around, aroundUnread: around === null, desk },
  });
  const thread = data?.thread;
  const me = data?.viewer?.person;
  if (thread?.__typename === "Thread" && me) {
    return (
      <OpenThread
        thread={thread}
        me={me}
        groupId={groupId}
        around={around}
        // While a newer answer is under way, following would start from the old one and then again.
        fresh={!loading}
        refetch={async () => {
          const answer = await refetch();
          const again = answer.data?.thread;
          return again?.__typename === "Thread" ? again.liveCursor : null;
        }}
      />
    );
  }
  if (data && !loading) return <NotHere />;
  return (
    <PageFrame header={<PageHeader title={t`Thread`} />}>
      {error && !loading ? (
        <Banner tone="care" action={<Button onClick={() => void refetch()}>{t`Try again`}</Button>}>
          <Trans>The thread could not be loaded. Check the link and try again.</Trans>
        </Banner>
      ) : (
        <Skeleton label={t`Loading the thread`} rows={6} />
      )}
    </PageFrame>
  );
}
