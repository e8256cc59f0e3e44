import { useQuery } from "@apollo/client/react";
import { Trans, useLingui } from "@lingui/react/macro";
import { graphql } from "../../../generated/gql.ts";
import { useFrame } from "../../../platform/apollo/use-frame.ts";
import { useParams } from "../../../platform/router/router.tsx";
import { NotHere } from "../../../platform/session/NotHere.tsx";
import { Banner } from "../../../ui/Banner.tsx";
import { Section } from "../../../ui/PageFrame.tsx";
import { PageProblem } from "../../../ui/PageProblem.tsx";
import { GroupFrame } from "../../groups/components/GroupFrame.tsx";
import { visibilitySays } from "../../groups/components/context-words.ts";
import { ApplicationForm } from "../components/ApplicationForm.tsx";
import { OwnApplication } from "../components/OwnApplication.tsx";

const ApplyPageQuery = graphql(`
  query ApplyPage($id: ID!, $frame: Boolean!, $desk: Boolean!) {
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
        viewerActions {
          action
          allowed
          reason {
            code
            message
          }
        }
        viewerApplication {
          id
          state
          ...ApplicationCard
        }
        ...ApplicationForm
        ...GroupFrame
        ...RailGroup @include(if: $desk)
      }
    }
  }
`);

/** Applying to a group: who can, the questions, and what became of it. */
export default function ApplyPage() {
  const { t } = useLingui();
  const { groupId = "" } = useParams();
  const { frame } = useFrame();
  // The rail shows threads, which are for members.
  const variables = { id: groupId, frame, desk: false };
  const { data, error, refetch } = useQuery(ApplyPageQuery, { variables });
  const group = data?.node?.__typename === "Group" ? data.node : undefined;
  if (data && !group) return <NotHere />;
  if (!group)
    return <GroupFrame group={undefined} problem={error && <PageProblem retry={refetch} />} />;
  const made = group.viewerApplication;
  const open = made?.state === "SUBMITTED" || made?.state === "INFORMATION_ASKED";
  const why = group.viewerActions.find(({ action }) => action === "APPLY");
  return (
    <GroupFrame group={group} comesIn={false}>
      <p className="text-sm text-ink-2">
        {visibilitySays(group.visibility)}{" "}
        <Trans>
          Who coordinates it, and who manages it or its network, read what you answer. Nobody else
          does.
        </Trans>
      </p>
      {made && (
        <Section title={t`Your application`}>
          <OwnApplication application={made} />
        </Section>
      )}
      {!open &&
        (group.viewerCan.includes("APPLY") ? (
          <ApplicationForm group={group} />
        ) : (
          why && <Banner>{why.reason.message}</Banner>
        ))}
    </GroupFrame>
  );
}
