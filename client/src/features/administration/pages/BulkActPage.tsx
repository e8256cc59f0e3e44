import { useQuery } from "@apollo/client/react";
import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { graphql } from "../../../generated/gql.ts";
import { isMissing } from "../../../platform/apollo/is-missing.ts";
import { useCommand } from "../../../platform/apollo/use-command.ts";
import { useFrame } from "../../../platform/apollo/use-frame.ts";
import { useProblems } from "../../../platform/apollo/use-problems.ts";
import { BackButton } from "../../../platform/router/BackButton.tsx";
import { useParams } from "../../../platform/router/router.tsx";
import { NotHere } from "../../../platform/session/NotHere.tsx";
import { Button } from "../../../ui/Button.tsx";
import { Checkbox } from "../../../ui/Checkbox.tsx";
import { Chip } from "../../../ui/Chip.tsx";
import { Meter } from "../../../ui/Meter.tsx";
import { MoreButton } from "../../../ui/MoreButton.tsx";
import { PageFrame, PageHeader, Section } from "../../../ui/PageFrame.tsx";
import { PageProblem } from "../../../ui/PageProblem.tsx";
import { Problems } from "../../../ui/Problems.tsx";
import { Skeleton } from "../../../ui/Skeleton.tsx";
import { BulkGroups } from "../components/BulkGroups.tsx";
import { BulkLines } from "../components/BulkLines.tsx";
import { forgetList } from "../components/kept-list.ts";
import { TakeBack } from "../components/TakeBack.tsx";
import { kindWord, outcomeWord, planWord, stateWord, wrongPlans } from "../components/words.ts";

const BulkActPageQuery = graphql(`
  query BulkActPage($id: ID!, $frame: Boolean!, $wrong: [LinePlan!]!, $after: String) {
    viewer {
      __typename
      ...ShellViewer @include(if: $frame)
    }
    node(id: $id) {
      __typename
      ... on BulkAct {
        id
        kind
        state
        total
        done
        viewerCan
        network {
          id
          name
        }
        plans {
          plan
          count
        }
        outcomes {
          outcome
          count
        }
        ...BulkGroups
        wrong: lines(first: 50, after: $after, plans: $wrong) {
          nodes {
            number
            email
            name
            groupName
            role
            plan
            reason
          }
          pageInfo {
            hasNextPage
            endCursor
          }
        }
        refused: lines(first: 50, outcomes: [REFUSED]) {
          nodes {
            number
            email
            name
            groupName
            role
            plan
            reason
          }
        }
      }
    }
  }
`);
const StartBulkAct = graphql(`
  mutation StartBulkAct($input: StartBulkActInput!) {
    startBulkAct(input: $input) {
      bulkAct {
        id
        state
        total
        viewerCan
      }
      errors {
        code
        message
        field
      }
    }
  }
`);
/** Something done to many at once: what it would do, how far it is, what became of it. Kept fresh by the inbox's stream. */
export default function BulkActPage() {
  const { t } = useLingui();
  const { bulkActId = "" } = useParams();
  const { frame } = useFrame();
  const [lookalikes, setLookalikes] = useState(false);
  const { keep, problems } = useProblems();
  const start = useCommand(StartBulkAct, "startBulkAct");
  const { data, error, refetch, fetchMore } = useQuery(BulkActPageQuery, {
    variables: { id: bulkActId, frame, wrong: wrongPlans },
    fetchPolicy: "cache-and-network",
  });

  async function begin(bulkActId: string) {
    const input = { bulkActId, includeLookalikes: lookalikes };
    if (keep(await start.run({ input })).done) forgetList();
  }

  const act = data?.node?.__typename === "BulkAct" ? data.node : undefined;
  if (isMissing(error) || (data && !act)) return <NotHere />;
  if (!act)
    return (
      <PageFrame header={<PageHeader back={<BackButton />} title={t`Invite many people`} />}>
        {error ? <PageProblem retry={refetch} /> : <Skeleton label={t`Fetching the list`} />}
      </PageFrame>
    );
  const { id, total, done } = act;
  const begun = act.state !== "GATHERING" && act.state !== "PLANNED";
  const alike = act.plans.find(({ plan }) => plan === "LOOKALIKE")?.count ?? 0;
  const willBe = total + (lookalikes ? alike : 0);
  return (
    <PageFrame
      header={
        <PageHeader back={<BackButton />} title={kindWord(act.kind)} sub={act.network.name} />
      }
    >
      <Problems of={problems} />
      <Section title={begun ? t`How far it is` : t`What would be done`}>
        {begun && (
          <div className="grid gap-2">
            <p role="status" className="flex flex-wrap items-center gap-3">
              <Chip tone={act.state === "DONE" ? "brand" : "quiet"}>{stateWord(act.state)}</Chip>
              <Trans>
                {done} of {total}
              </Trans>
            </p>
            <Meter value={total ? done / total : 1} />
          </div>
        )}
        <ul className="grid gap-1 text-sm">
          {begun
            ? act.outcomes.map(({ outcome, count }) => (
                <li key={outcome}>
                  {outcomeWord(outcome)}: <strong>{count}</strong>
                </li>
              ))
            : act.plans.map(({ plan, count }) => (
                <li key={plan}>
                  {planWord(plan)}: <strong>{count}</strong>
                </li>
              ))}
        </ul>
        {!begun && act.plans.length === 0 && (
          <p className="text-sm text-ink-2">
            <Trans>There is nothing to do: no invitation has expired unused.</Trans>
          </p>
        )}
        {!begun && alike > 0 && (
          <Checkbox
            label={t`Invite those too whose addresses have letters that look like others`}
            checked={lookalikes}
            onChange={(event) => setLookalikes(event.target.checked)}
          />
        )}
        <div className="flex flex-wrap gap-2">
          {act.viewerCan.includes("START") && willBe > 0 && (
            <Button
              kind="primary"
              busy={start.busy}
              busyLabel={t`Beginning`}
              onClick={() => void begin(id)}
            >
              <Plural value={willBe} one="Send # invitation" other="Send # invitations" />
            </Button>
          )}
          {act.viewerCan.includes("UNDO") && (
            <TakeBack
              bulkActId={id}
              invited={act.outcomes.find(({ outcome }) => outcome === "INVITED")?.count ?? 0}
            />
          )}
        </div>
      </Section>
      <BulkGroups act={act} />
      {act.refused.nodes.length > 0 && <BulkLines title={t`Refused`} lines={act.refused.nodes} />}
      {act.wrong.nodes.length > 0 && (
        <BulkLines title={t`Lines that are left out`} lines={act.wrong.nodes}>
          <MoreButton
            shown={act.wrong.pageInfo.hasNextPage}
            more={() => fetchMore({ variables: { after: act.wrong.pageInfo.endCursor } })}
          />
        </BulkLines>
      )}
    </PageFrame>
  );
}
