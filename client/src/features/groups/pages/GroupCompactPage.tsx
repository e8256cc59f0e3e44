import { useQuery } from "@apollo/client/react";
import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { graphql } from "../../../generated/gql.ts";
import type { GroupCompactFragment } from "../../../generated/graphql.ts";
import { useFragmentData } from "../../../platform/apollo/use-fragment-data.ts";
import { useParams } from "../../../platform/router/router.tsx";
import { NotHere } from "../../../platform/session/NotHere.tsx";
import { Button } from "../../../ui/Button.tsx";
import { Markdown } from "../../../ui/markdown/Markdown.tsx";
import { MoreButton } from "../../../ui/MoreButton.tsx";
import { Section } from "../../../ui/PageFrame.tsx";
import { PageProblem } from "../../../ui/PageProblem.tsx";
import { Time } from "../../../ui/Time.tsx";
import { AgreeToCompact } from "../components/AgreeToCompact.tsx";
import { GroupFrame } from "../components/GroupFrame.tsx";
import { MemberRow } from "../components/MemberRow.tsx";
import { WriteCompact } from "../components/WriteCompact.tsx";
import { useGroupReading } from "../hooks/useGroupReading.ts";

const GroupCompactPageQuery = graphql(`
  query GroupCompactPage($id: ID!, $frame: Boolean!, $desk: Boolean!, $after: String) {
    viewer {
      __typename
      ...ShellViewer @include(if: $frame)
    }
    node(id: $id) {
      __typename
      ... on Group {
        id
        viewerCan
        state
        ...GroupCompact
        membersNotAgreed(first: 50, after: $after) {
          nodes {
            id
            compactVersion
            ...MemberRow
          }
          pageInfo {
            hasNextPage
            endCursor
          }
        }
        ...GroupFrame
        ...RailGroup @include(if: $desk)
      }
    }
  }
`);

const GroupCompactDocument = graphql(`
  fragment GroupCompact on Group {
    id
    viewerRole
    viewerCompactVersion
    compact {
      version
      body
      change
    }
    compactVersions {
      version
      body
      change
      writtenAt
      writtenBy {
        id
        name
      }
    }
  }
`);

/** What a group has agreed on: as it is now, who has yet to agree, and what it was before. */
export default function GroupCompactPage() {
  const { t } = useLingui();
  const { groupId = "" } = useParams();
  const { variables, isGone } = useGroupReading(groupId);
  const [writing, setWriting] = useState(false);
  const { data, error, refetch, fetchMore } = useQuery(GroupCompactPageQuery, { variables });
  const group = data?.node?.__typename === "Group" ? data.node : undefined;
  const shown = useFragmentData(GroupCompactDocument, group);
  if (isGone(error, group?.viewerCan) || (data && data.node?.__typename !== "Group"))
    return <NotHere />;
  if (!group || !shown)
    return <GroupFrame group={undefined} problem={error && <PageProblem retry={refetch} />} />;
  const { compact, viewerRole } = shown;
  const writes = group.viewerCan.includes("EDIT");
  const late = group.membersNotAgreed.nodes.filter(
    ({ compactVersion }) => compact && (compactVersion ?? 0) < compact.version,
  );
  const mayAgree = viewerRole && compact && group.state !== "SEALED";
  const past = shown.compactVersions.filter(({ version }) => version < (compact?.version ?? 0));
  const agreed = compact && (shown.viewerCompactVersion ?? 0) >= compact.version;
  return (
    <GroupFrame group={group} asksToAgree={false}>
      <Section
        title={t`What we have agreed on`}
        end={
          writes &&
          !writing && (
            <Button kind={compact ? "quiet" : "primary"} onClick={() => setWriting(true)}>
              {compact ? <Trans>Change it</Trans> : <Trans>Write it</Trans>}
            </Button>
          )
        }
      >
        {writing ? (
          <WriteCompact
            groupId={group.id}
            now={compact ?? null}
            onClose={() => setWriting(false)}
          />
        ) : (
          <div className="grid gap-4">
            {compact ? (
              <Markdown text={compact.body} />
            ) : (
              <p className="text-ink-2">
                <Trans>
                  Nothing is written yet. A few sentences on how you want to be with each other help
                  everybody who comes in.
                </Trans>
              </p>
            )}
            {mayAgree && !agreed && (
              <>
                {compact.change && (
                  <p className="text-sm">
                    <Trans>What is new:</Trans> <bdi>{compact.change}</bdi>
                  </p>
                )}
                <AgreeToCompact groupId={group.id} version={compact.version} />
              </>
            )}
            {mayAgree && agreed && (
              <p className="text-sm text-ink-2">
                <Trans>You have agreed to this.</Trans>
              </p>
            )}
          </div>
        )}
      </Section>
      {late.length > 0 && (
        <Section title={t`Who has not agreed yet`}>
          <ul className="-mx-2.5">
            {late.map((member) => (
              <MemberRow key={member.id} member={member} />
            ))}
          </ul>
          <MoreButton
            shown={group.membersNotAgreed.pageInfo.hasNextPage}
            more={() =>
              fetchMore({ variables: { after: group.membersNotAgreed.pageInfo.endCursor } })
            }
          />
        </Section>
      )}
      {past.length > 0 && <Past versions={past} />}
    </GroupFrame>
  );
}

function Past({ versions }: { versions: GroupCompactFragment["compactVersions"] }) {
  const { t } = useLingui();
  return (
    <Section title={t`What it said before`}>
      <ul className="grid gap-2">
        {versions.map(({ version, body, writtenAt, writtenBy }) => (
          <li key={version}>
            <details className="rounded-lg border border-line px-4 py-2">
              <summary className="cursor-pointer text-sm">
                <Time at={writtenAt} /> {writtenBy && <bdi>{writtenBy.name}</bdi>}
              </summary>
              <div className="py-2">
                <Markdown text={body} />
              </div>
            </details>
          </li>
        ))}
      </ul>
    </Section>
  );
}
