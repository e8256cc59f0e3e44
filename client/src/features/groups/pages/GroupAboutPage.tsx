import { useQuery } from "@apollo/client/react";
import { Trans, useLingui } from "@lingui/react/macro";
import { lazy, Suspense, useState } from "react";
import { Link } from "../../../platform/router/Link.tsx";
import { useParams } from "../../../platform/router/router.tsx";
import { graphql } from "../../../generated/gql.ts";
import { NotHere } from "../../../platform/session/NotHere.tsx";
import { Button } from "../../../ui/Button.tsx";
import { buttonLook } from "../../../ui/button-look.ts";
import { Markdown } from "../../../ui/markdown/Markdown.tsx";
import { Section } from "../../../ui/PageFrame.tsx";
import { PageProblem } from "../../../ui/PageProblem.tsx";
import { patient } from "../../../ui/patient.ts";
import { GroupFrame } from "../components/GroupFrame.tsx";
import { GroupSeats } from "../components/GroupSeats.tsx";
import { LeaveGroup } from "../components/LeaveGroup.tsx";
import { groupActionWord } from "../components/action-words.ts";
import { visibilitySays } from "../components/context-words.ts";
import { GroupContext } from "../components/GroupContext.tsx";
import { GroupLife } from "../components/GroupLife.tsx";
import { WhyList } from "../components/WhyList.tsx";
import { useGroupReading } from "../hooks/useGroupReading.ts";

const EditGroup = lazy(patient(() => import("../components/EditGroup.tsx")));

const GroupAboutPageQuery = graphql(`
  query GroupAboutPage($id: ID!, $frame: Boolean!, $desk: Boolean!) {
    viewer {
      __typename
      ...ShellViewer @include(if: $frame)
    }
    node(id: $id) {
      __typename
      ... on Group {
        id
        name
        description
        visibility
        viewerRole
        compact {
          version
          body
        }
        viewerCan
        roomOf {
          id
          name
        }
        viewerActions {
          action
          allowed
          reason {
            code
            message
          }
        }
        ...GroupContext
        ...GroupLife
        ...GroupFrame
        ...GroupSeats
        ...RailGroup @include(if: $desk)
      }
    }
  }
`);

export default function GroupAboutPage() {
  const { t } = useLingui();
  const { groupId = "" } = useParams();
  const { variables, isGone } = useGroupReading(groupId);
  const [editing, setEditing] = useState(false);
  const { data, error, refetch } = useQuery(GroupAboutPageQuery, {
    variables,
  });
  const group = data?.node?.__typename === "Group" ? data.node : undefined;
  if (isGone(error, group?.viewerCan) || (data && data.node?.__typename !== "Group"))
    return <NotHere />;
  if (!group)
    return <GroupFrame group={undefined} problem={error && <PageProblem retry={refetch} />} />;
  return (
    <GroupFrame group={group} saysWhatFor>
      {editing ? (
        <Suspense>
          <EditGroup group={group} onClose={() => setEditing(false)} />
        </Suspense>
      ) : (
        <Section
          title={t`What it is for`}
          end={
            group.viewerCan.includes("EDIT") && (
              <Button kind="quiet" onClick={() => setEditing(true)}>
                <Trans>Edit</Trans>
              </Button>
            )
          }
        >
          <p dir="auto" className="w-fit max-w-[66ch] whitespace-pre-line">
            {group.description || (
              <span className="text-ink-2">
                <Trans>Nobody has written about this group yet.</Trans>
              </span>
            )}
          </p>
        </Section>
      )}
      {/* On a wide screen the side says it. */}
      <div className="wide:hidden">
        <Section title={t`Who is here`}>
          <div className="text-sm sm:max-w-72">
            <GroupSeats group={group} />
          </div>
        </Section>
      </div>
      <Section title={t`Who can read what is written here`}>
        <p className="text-sm">
          {group.roomOf ? (
            <Trans>
              Only who coordinates{" "}
              <Link to={`/groups/${group.roomOf.id}`} className="text-brand underline">
                <bdi>{group.roomOf.name}</bdi>
              </Link>{" "}
              knows of this room. Whoever becomes a coordinator later reads it from its beginning.
            </Trans>
          ) : (
            <>
              {visibilitySays(group.visibility)}{" "}
              <Trans>What is said inside is for its members.</Trans>
            </>
          )}
        </p>
      </Section>
      {(group.compact || group.viewerRole) && (
        <Section
          title={t`What we have agreed on`}
          end={
            group.viewerRole && (
              <Link to={`/groups/${group.id}/compact`} className={buttonLook("quiet")}>
                <Trans>Look at it</Trans>
              </Link>
            )
          }
        >
          {group.compact ? (
            <Markdown text={group.compact.body} />
          ) : (
            <p className="text-sm text-ink-2">
              <Trans>Nothing is written yet.</Trans>
            </p>
          )}
        </Section>
      )}
      <Section title={t`Where it stands`}>
        <GroupLife group={group} />
      </Section>
      <Section title={t`About`}>
        <GroupContext group={group} />
      </Section>
      <WhyList answers={group.viewerActions} word={groupActionWord} />
      {group.viewerCan.includes("LEAVE") && <LeaveGroup groupId={group.id} name={group.name} />}
    </GroupFrame>
  );
}
