import { useQuery } from "@apollo/client/react";
import { Trans, useLingui } from "@lingui/react/macro";
import { useParams } from "../../../platform/router/router.tsx";
import { graphql } from "../../../generated/gql.ts";
import { PageProblem } from "../../../ui/PageProblem.tsx";
import { Skeleton } from "../../../ui/Skeleton.tsx";
import { AcceptInvitation } from "../components/AcceptInvitation.tsx";
import { WaitByInvitation } from "../../joining/components/WaitByInvitation.tsx";
import { CompactText } from "../components/CompactText.tsx";
import { ClosedInvitation } from "../components/ClosedInvitation.tsx";
import { FormHeading } from "../../../ui/FormHeading.tsx";
import { SignInToJoin } from "../components/SignInToJoin.tsx";
import { roleWord } from "../components/words.ts";

const JoinPageQuery = graphql(`
  query JoinPage($token: String!) {
    viewer {
      email
      person {
        id
        name
      }
    }
    invitation(token: $token) {
      groupName
      networkName
      role
      state
      full
      compact {
        version
        body
      }
    }
  }
`);

/** An invitation, as anybody who holds its link sees it. */
export default function JoinPage() {
  const { t } = useLingui();
  const { token = "" } = useParams();
  // Whether there is still a place is asked anew each time.
  const { data, error, refetch } = useQuery(JoinPageQuery, {
    variables: { token },
    fetchPolicy: "network-only",
  });
  if (error && !data) return <PageProblem retry={refetch} />;
  if (!data) return <Skeleton label={t`Looking at the invitation`} rows={2} />;
  const { invitation, viewer } = data;
  if (!invitation) return <ClosedInvitation why="UNKNOWN" groupName={null} />;
  const { groupName } = invitation;
  if (invitation.state !== "PENDING")
    return <ClosedInvitation why={invitation.state} groupName={groupName} />;
  if (invitation.full)
    return (
      <ClosedInvitation why="FULL" groupName={groupName}>
        {viewer && invitation.role === "MEMBER" && <WaitByInvitation token={token} />}
      </ClosedInvitation>
    );
  const role = roleWord(invitation.role);
  return (
    <>
      <FormHeading title={t`You are invited to ${groupName}`}>
        <Trans>
          A group of <bdi>{invitation.networkName}</bdi>. You would join as: {role}.
        </Trans>
      </FormHeading>
      {invitation.compact && <CompactText body={invitation.compact.body} />}
      {viewer ? (
        <AcceptInvitation
          token={token}
          compactVersion={invitation.compact?.version ?? null}
          groupName={groupName}
          name={viewer.person.name}
          email={viewer.email}
        />
      ) : (
        <SignInToJoin token={token} />
      )}
    </>
  );
}
