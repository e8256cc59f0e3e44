import { useQuery } from "@apollo/client/react";
import { Trans, useLingui } from "@lingui/react/macro";
import { graphql } from "../../../generated/gql.ts";
import { useFrame } from "../../../platform/apollo/use-frame.ts";
import { useParams } from "../../../platform/router/router.tsx";
import { NotHere } from "../../../platform/session/NotHere.tsx";
import { Section } from "../../../ui/PageFrame.tsx";
import { PageProblem } from "../../../ui/PageProblem.tsx";
import { GroupFrame } from "../../groups/components/GroupFrame.tsx";
import { GroupSeats } from "../../groups/components/GroupSeats.tsx";
import { ApplicationDesk } from "../components/ApplicationDesk.tsx";
import { FormEditor } from "../components/FormEditor.tsx";
import { WaitingRow } from "../components/WaitingRow.tsx";

const RequestsPageQuery = graphql(`
  query RequestsPage($id: ID!, $frame: Boolean!) {
    viewer {
      __typename
      ...ShellViewer @include(if: $frame)
    }
    node(id: $id) {
      __typename
      ... on Group {
        id
        visibility
        viewerCan
        ...GroupFrame
        ...GroupSeats
        ...FormEditor
        applications(first: 50) {
          nodes {
            id
            state
            ...ApplicationCard
          }
        }
        waitingPlaces(first: 50) {
          nodes {
            id
            state
            ...WaitingRow
          }
        }
      }
    }
  }
`);

const undecided = ["SUBMITTED", "INFORMATION_ASKED"];
const inLine = ["WAITING", "OFFERED"];

/** The desk of who decides: applications, the line for seats, and what is asked. */
export default function RequestsPage() {
  const { t } = useLingui();
  const { groupId = "" } = useParams();
  const { frame } = useFrame();
  const { data, error, refetch } = useQuery(RequestsPageQuery, {
    variables: { id: groupId, frame },
  });
  const group = data?.node?.__typename === "Group" ? data.node : undefined;
  if (data && !group?.viewerCan.includes("ADMIT")) return <NotHere />;
  if (!group)
    return <GroupFrame group={undefined} problem={error && <PageProblem retry={refetch} />} />;
  const open = group.applications.nodes.filter(({ state }) => undecided.includes(state));
  const closed = group.applications.nodes.filter(({ state }) => !undecided.includes(state));
  const waiting = group.waitingPlaces.nodes.filter(({ state }) => inLine.includes(state));
  return (
    <GroupFrame group={group}>
      <div className="text-sm sm:max-w-72 wide:hidden">
        <GroupSeats group={group} />
      </div>
      <Section title={t`Applications`}>
        {open.length === 0 ? (
          <p className="text-sm text-ink-2">
            {group.visibility === "RESTRICTED" ? (
              <Trans>None waits for you. Whoever applies stands here at once.</Trans>
            ) : (
              <Trans>
                This group takes no applications. Under About, managers can change that.
              </Trans>
            )}
          </p>
        ) : (
          <ul className="grid gap-3">
            {open.map((one) => (
              <ApplicationDesk key={one.id} application={one} />
            ))}
          </ul>
        )}
      </Section>
      <Section title={t`Waiting for a seat`}>
        {waiting.length === 0 ? (
          <p className="text-sm text-ink-2">
            <Trans>
              Nobody. When the group is full, people can wait; a free seat is offered in turn.
            </Trans>
          </p>
        ) : (
          <ul>
            {waiting.map((one) => (
              <WaitingRow key={one.id} place={one} />
            ))}
          </ul>
        )}
      </Section>
      {group.viewerCan.includes("EDIT") && group.visibility === "RESTRICTED" && (
        <Section title={t`What is asked of those who apply`}>
          <FormEditor group={group} />
        </Section>
      )}
      {closed.length > 0 && (
        <Section title={t`Decided`}>
          <ul className="grid gap-3">
            {closed.map((one) => (
              <ApplicationDesk key={one.id} application={one} />
            ))}
          </ul>
        </Section>
      )}
    </GroupFrame>
  );
}
