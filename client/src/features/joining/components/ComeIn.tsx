import type { FragmentType } from "@apollo/client";
import { Plural, Trans } from "@lingui/react/macro";
import { graphql } from "../../../generated/gql.ts";
import type { ComeInFragment } from "../../../generated/graphql.ts";
import { useFragmentData } from "../../../platform/apollo/use-fragment-data.ts";
import { Link } from "../../../platform/router/Link.tsx";
import { Banner } from "../../../ui/Banner.tsx";
import { buttonLook } from "../../../ui/button-look.ts";
import { JoinBanner } from "../../groups/components/JoinBanner.tsx";
import { WhoReads } from "../../groups/components/WhoReads.tsx";
import { WaitForSeat } from "./WaitForSeat.tsx";
import { WaitingBanner } from "./WaitingBanner.tsx";
import { applicationWord } from "./words.ts";

const ComeInDocument = graphql(`
  fragment ComeIn on Group {
    id
    viewerCan
    memberCapacity
    memberCount
    coordinatorCount
    heldCount
    waitingCount
    compact {
      version
      body
    }
    viewerApplication {
      id
      state
    }
    viewerWaitingPlace {
      id
      ...WaitingBanner
    }
  }
`);

/** The way into a group for who is not in it: join, apply, or wait for a seat. */
export function ComeIn({ group }: { group: FragmentType<ComeInFragment> }) {
  const data = useFragmentData(ComeInDocument, group);
  if (!data) return null;
  if (data.viewerWaitingPlace) return <WaitingBanner place={data.viewerWaitingPlace} />;
  if (data.viewerCan.includes("JOIN")) return <Join group={data} />;
  if (!data.viewerCan.includes("APPLY")) return null;
  const made = data.viewerApplication;
  return (
    <>
      <Banner
        action={
          <Link to={`/groups/${data.id}/apply`} className={buttonLook(made ? "plain" : "primary")}>
            {made ? <Trans>Look at it</Trans> : <Trans>Apply</Trans>}
          </Link>
        }
      >
        {made ? (
          <Trans>Your application: {applicationWord(made.state)}.</Trans>
        ) : (
          <Trans>One comes into this group by applying. Its coordinators decide.</Trans>
        )}
      </Banner>
      <Reads group={data} />
    </>
  );
}

function Join({ group }: { group: ComeInFragment }) {
  const { memberCapacity, memberCount, heldCount, waitingCount } = group;
  const full = memberCapacity != null && memberCount + heldCount + waitingCount >= memberCapacity;
  if (!full)
    return (
      <>
        <JoinBanner groupId={group.id} compact={group.compact} />
        <Reads group={group} />
      </>
    );
  return (
    <WaitForSeat of={{ groupId: group.id }}>
      <Trans>All seats of this group are taken or promised.</Trans>{" "}
      <Plural
        value={waitingCount}
        _0="Nobody waits."
        one="# person waits."
        other="# people wait."
      />
    </WaitForSeat>
  );
}

const Reads = ({ group }: { group: ComeInFragment }) => (
  <WhoReads
    groupId={group.id}
    memberCount={group.memberCount}
    coordinatorCount={group.coordinatorCount}
    seesMembers={group.viewerCan.includes("SEE_MEMBERS")}
  />
);
