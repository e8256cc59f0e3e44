import type { FragmentType } from "@apollo/client";
import { useApolloClient } from "@apollo/client/react";
import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { ArrowLeft } from "lucide-react";
import type { ReactNode } from "react";
import { Link } from "../../../platform/router/Link.tsx";
import { graphql } from "../../../generated/gql.ts";
import type { GroupFrameFragment } from "../../../generated/graphql.ts";
import { useFragmentData } from "../../../platform/apollo/use-fragment-data.ts";
import { buttonLook } from "../../../ui/button-look.ts";
import { Banner } from "../../../ui/Banner.tsx";
import { PageFrame, PageHeader } from "../../../ui/PageFrame.tsx";
import { Skeleton } from "../../../ui/Skeleton.tsx";
import { FollowNetwork } from "../../networks/live/FollowNetwork.tsx";
import { CompactBanner } from "./CompactBanner.tsx";
import { GroupTabs } from "./GroupTabs.tsx";
import { GroupSeats } from "./GroupSeats.tsx";
import { ComeIn } from "../../joining/components/ComeIn.tsx";
import { Seats } from "./Seats.tsx";

const GroupFrameDocument = graphql(`
  fragment GroupFrame on Group {
    id
    name
    description
    liveCursor
    unreadThreadCount
    lastActivityAt
    memberCount
    memberCapacity
    viewerRole
    viewerCan
    network {
      id
      slug
      name
      liveCursor
    }
    state
    ...GroupSeats
    ...ComeIn
    ...CompactBanner
  }
`);

interface Props {
  /** Undefined while it is on its way. */
  group: FragmentType<GroupFrameFragment> | undefined;
  /** Why it did not come. */
  problem?: ReactNode;
  /** The page itself is about coming in. */
  comesIn?: boolean;
  /** The page itself asks to agree to the compact. */
  asksToAgree?: boolean;
  /** The page itself says what the group is for. */
  saysWhatFor?: boolean;
  children?: ReactNode;
}

/** The header, tabs and side that a group's pages share. */
export function GroupFrame({
  group,
  problem,
  saysWhatFor,
  comesIn = true,
  asksToAgree = true,
  children,
}: Props) {
  const { t } = useLingui();
  const client = useApolloClient();
  const data = useFragmentData(GroupFrameDocument, group);
  if (!data)
    return (
      <PageFrame header={<PageHeader title={t`Group`} />}>
        {problem || <Skeleton label={t`Fetching the group`} />}
      </PageFrame>
    );
  const members = data.memberCount;
  const capacity = data.memberCapacity ?? null;
  return (
    <PageFrame
      header={
        <PageHeader
          title={data.name}
          sub={
            <>
              <bdi>{data.network.name}</bdi>
              {" · "}
              <Seats
                count={members}
                capacity={capacity}
                one={<Plural value={members} one="# member" other="# members" />}
                of={<Plural value={capacity ?? 0} one="# member" other="# members" />}
              />
            </>
          }
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
      sideLabel={t`About this group`}
      side={
        <div className="grid gap-5">
          {data.description && !saysWhatFor && (
            <section className="grid gap-2">
              <h2 className="text-xs font-semibold text-ink-2">
                <Trans>What it is for</Trans>
              </h2>
              <p dir="auto">{data.description}</p>
            </section>
          )}
          <section className="grid gap-2">
            <h2 className="text-xs font-semibold text-ink-2">
              <Trans>Who is here</Trans>
            </h2>
            <GroupSeats group={data} />
          </section>
        </div>
      }
    >
      {/* Someone who looks in from outside hears what the network is told: the shell follows only their own groups. */}
      {!data.viewerRole && (
        <FollowNetwork
          networkId={data.network.id}
          after={data.network.liveCursor}
          again={async () => {
            await client.refetchQueries({ include: "active" });
            return null;
          }}
        />
      )}
      <div className="grid grid-cols-[minmax(0,1fr)] gap-4">
        <GroupTabs groupId={data.id} may={data.viewerCan} />
        {data.state === "SEALED" && (
          <Banner tone="care">
            <Trans>This group is sealed: it can be read, and nothing is written or changed.</Trans>
          </Banner>
        )}
        {asksToAgree && <CompactBanner group={data} />}
        {comesIn && !data.viewerRole && <ComeIn group={data} />}
        {children}
      </div>
    </PageFrame>
  );
}
