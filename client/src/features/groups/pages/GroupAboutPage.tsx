import { useQuery } from "@apollo/client/react";
import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { Link } from "../../../platform/router/Link.tsx";
import { useParams } from "../../../platform/router/router.tsx";
import { graphql } from "../../../generated/gql.ts";
import { NotHere } from "../../../platform/session/NotHere.tsx";
import { Button } from "../../../ui/Button.tsx";
import { Section } from "../../../ui/PageFrame.tsx";
import { PageProblem } from "../../../ui/PageProblem.tsx";
import { Time } from "../../../ui/Time.tsx";
import { EditGroup } from "../components/EditGroup.tsx";
import { GroupFrame } from "../components/GroupFrame.tsx";
import { GroupSeats } from "../components/GroupSeats.tsx";
import { LeaveGroup } from "../components/LeaveGroup.tsx";
import { countryName, groupKindWord } from "../components/words.ts";
import { useGroupReading } from "../hooks/useGroupReading.ts";

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
        kind
        description
        country
        createdAt
        viewerCan
        network {
          id
          slug
          name
        }
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
        <EditGroup group={group} onClose={() => setEditing(false)} />
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
      <Section title={t`About`}>
        <dl className="grid grid-cols-[auto_1fr] gap-x-6 gap-y-2 text-sm">
          <dt className="text-ink-2">
            <Trans>Kind</Trans>
          </dt>
          <dd>{groupKindWord(group.kind)}</dd>
          <dt className="text-ink-2">
            <Trans>Network</Trans>
          </dt>
          <dd>
            <Link
              to={`/networks/${group.network.slug}`}
              dir="auto"
              className="-my-2.5 inline-block py-2.5 font-semibold text-brand underline"
            >
              {group.network.name}
            </Link>
          </dd>
          {group.country && (
            <>
              <dt className="text-ink-2">
                <Trans>Country</Trans>
              </dt>
              <dd>{countryName(group.country)}</dd>
            </>
          )}
          <dt className="text-ink-2">
            <Trans>Since</Trans>
          </dt>
          <dd>
            <Time at={group.createdAt} form="day" />
          </dd>
        </dl>
      </Section>
      {group.viewerCan.includes("LEAVE") && <LeaveGroup groupId={group.id} name={group.name} />}
    </GroupFrame>
  );
}
