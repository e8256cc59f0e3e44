import { useApolloClient } from "@apollo/client/react";
import { Trans, useLingui } from "@lingui/react/macro";
import { useEffect } from "react";
import { Link } from "../../platform/router/Link.tsx";
import { buttonLook } from "../../ui/button-look.ts";
import { PageFrame, PageHeader } from "../../ui/PageFrame.tsx";

/** In place of a group that was open when its reader was taken out of it. What they could read is forgotten here too. */
export function NoLongerIn({ groupId }: { groupId: string }) {
  const { t } = useLingui();
  const client = useApolloClient();
  useEffect(() => {
    client.cache.evict({ id: client.cache.identify({ __typename: "Group", id: groupId }) });
    client.cache.gc();
  }, [client, groupId]);
  return (
    <PageFrame header={<PageHeader title={t`Group`} />}>
      <div role="status" className="grid justify-items-start gap-4 py-6">
        <p className="text-xl font-semibold">
          <Trans>You are no longer in this group</Trans>
        </p>
        <p className="max-w-[60ch] text-ink-2">
          <Trans>
            Its conversations are for its members. What you wrote there stays with the group. If you
            think that this is a mistake, write to one of its coordinators.
          </Trans>
        </p>
        <Link to="/" className={buttonLook("primary")}>
          <Trans>Go to Home</Trans>
        </Link>
      </div>
    </PageFrame>
  );
}
