import { useQuery } from "@apollo/client/react";
import { Trans, useLingui } from "@lingui/react/macro";
import { ArrowLeft } from "lucide-react";
import { useState } from "react";
import { graphql } from "../../../generated/gql.ts";
import { useFrame } from "../../../platform/apollo/use-frame.ts";
import { Link } from "../../../platform/router/Link.tsx";
import { buttonLook } from "../../../ui/button-look.ts";
import { EmptyState } from "../../../ui/EmptyState.tsx";
import { PageFrame, PageHeader } from "../../../ui/PageFrame.tsx";
import { PageProblem } from "../../../ui/PageProblem.tsx";
import { Skeleton } from "../../../ui/Skeleton.tsx";
import { AnnounceForm } from "../components/AnnounceForm.tsx";
import { Announced, type Outcome } from "../components/Announced.tsx";

const AnnouncePageQuery = graphql(`
  query AnnouncePage($frame: Boolean!) {
    viewer {
      ...ShellViewer @include(if: $frame)
      announcementReach {
        groupCount
        personCount
        groups {
          group {
            id
            name
            memberCount
            network {
              id
              name
            }
          }
          error {
            code
            message
          }
        }
      }
    }
  }
`);

/** One announcement to the groups that its writer leads: to all of them, or to some. */
export default function AnnouncePage() {
  const { t } = useLingui();
  const { frame } = useFrame();
  const [announced, setAnnounced] = useState<readonly Outcome[] | null>(null);
  // What stands here may be of yesterday: who is reached is asked anew.
  const { data, error, refetch } = useQuery(AnnouncePageQuery, {
    variables: { frame },
    fetchPolicy: "cache-and-network",
  });
  const reach = data?.viewer?.announcementReach;
  return (
    <PageFrame
      header={
        <PageHeader
          title={t`Announce to your groups`}
          back={
            <Link
              to="/groups"
              aria-label={t`All groups`}
              className={`${buttonLook("icon")} -ms-2 desk:hidden`}
            >
              <ArrowLeft aria-hidden="true" className="size-5 rtl:-scale-x-100" />
            </Link>
          }
        />
      }
    >
      {error && !data && <PageProblem retry={refetch} />}
      {!reach && !error && <Skeleton label={t`Fetching your groups`} />}
      {reach && reach.groups.length === 0 && (
        <EmptyState title={t`You lead no group`}>
          <Trans>
            Who coordinates or manages groups can announce something to all of them at once, here.
          </Trans>
        </EmptyState>
      )}
      {reach && reach.groups.length > 0 && !announced && (
        <AnnounceForm targets={reach.groups} onDone={setAnnounced} />
      )}
      {announced && <Announced outcomes={announced} again={() => setAnnounced(null)} />}
    </PageFrame>
  );
}
