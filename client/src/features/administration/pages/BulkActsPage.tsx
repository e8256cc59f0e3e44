import { useQuery } from "@apollo/client/react";
import { Trans, useLingui } from "@lingui/react/macro";
import { graphql } from "../../../generated/gql.ts";
import { isMissing } from "../../../platform/apollo/is-missing.ts";
import { useCommand } from "../../../platform/apollo/use-command.ts";
import { useFrame } from "../../../platform/apollo/use-frame.ts";
import { useProblems } from "../../../platform/apollo/use-problems.ts";
import { BackButton } from "../../../platform/router/BackButton.tsx";
import { Link } from "../../../platform/router/Link.tsx";
import { useNavigate, useParams } from "../../../platform/router/router.tsx";
import { NotHere } from "../../../platform/session/NotHere.tsx";
import { Button } from "../../../ui/Button.tsx";
import { Chip } from "../../../ui/Chip.tsx";
import { MoreButton } from "../../../ui/MoreButton.tsx";
import { PageFrame, PageHeader, Section } from "../../../ui/PageFrame.tsx";
import { PageProblem } from "../../../ui/PageProblem.tsx";
import { Problems } from "../../../ui/Problems.tsx";
import { Skeleton } from "../../../ui/Skeleton.tsx";
import { Time } from "../../../ui/Time.tsx";
import { GiveList } from "../components/GiveList.tsx";
import { kindWord, stateWord } from "../components/words.ts";

const BulkActsPageQuery = graphql(`
  query BulkActsPage($slug: String!, $frame: Boolean!, $after: String) {
    viewer {
      __typename
      ...ShellViewer @include(if: $frame)
    }
    network(slug: $slug) {
      id
      name
      viewerRole
      groups(first: 100) {
        nodes {
          id
          name
          viewerCan
        }
      }
      bulkActs(first: 20, after: $after) {
        nodes {
          id
          kind
          state
          total
          done
          startedAt
          by {
            id
            name
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  }
`);
const PlanResending = graphql(`
  mutation PlanResending($input: PlanResendingInput!) {
    planResending(input: $input) {
      bulkAct {
        id
      }
      errors {
        code
        message
        field
      }
    }
  }
`);

/** Where a network's managers do something to many at once, and the record of what was done so. */
export default function BulkActsPage() {
  const { t } = useLingui();
  const { slug = "" } = useParams();
  const { frame } = useFrame();
  const navigate = useNavigate();
  const { keep, problems } = useProblems();
  const again = useCommand(PlanResending, "planResending");
  const { data, error, refetch, fetchMore } = useQuery(BulkActsPageQuery, {
    variables: { slug, frame },
    fetchPolicy: "cache-and-network",
  });
  const network = data?.network;
  if (isMissing(error) || (data && network?.viewerRole !== "MANAGER")) return <NotHere />;
  const header = (
    <PageHeader back={<BackButton />} title={t`Invite many people`} sub={network?.name} />
  );
  if (!network)
    return (
      <PageFrame header={header}>
        {error ? <PageProblem retry={refetch} /> : <Skeleton label={t`Fetching the network`} />}
      </PageFrame>
    );

  async function sendAgain(networkId: string) {
    const { done } = keep(await again.run({ input: { networkId } }));
    if (done?.bulkAct) navigate(`/acts/${done.bulkAct.id}`);
  }

  return (
    <PageFrame header={header}>
      <Section title={t`From a list`}>
        <GiveList
          networkId={network.id}
          groups={network.groups.nodes.filter(({ viewerCan }) => viewerCan.includes("INVITE"))}
        />
      </Section>
      <Section title={t`Expired invitations`}>
        <p className="text-sm text-ink-2">
          <Trans>
            See which invitations of this network have expired unused, and send all of them again.
          </Trans>
        </p>
        <Problems of={problems} />
        <div>
          <Button
            busy={again.busy}
            busyLabel={t`Looking`}
            onClick={() => void sendAgain(network.id)}
          >
            <Trans>Look at them</Trans>
          </Button>
        </div>
      </Section>
      <Section title={t`What was done`}>
        {network.bulkActs.nodes.length === 0 ? (
          <p className="text-sm text-ink-2">
            <Trans>Nothing yet.</Trans>
          </p>
        ) : (
          <ul className="grid gap-2">
            {network.bulkActs.nodes.map((act) => (
              <li key={act.id} className="grid gap-1 rounded-lg border border-line p-3">
                <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
                  <Link
                    to={`/acts/${act.id}`}
                    className="-my-2.5 inline-block py-2.5 font-semibold text-brand underline"
                  >
                    {kindWord(act.kind)}
                  </Link>
                  <Chip>{stateWord(act.state)}</Chip>
                </div>
                <p className="text-xs text-ink-2">
                  <Trans>
                    {act.done} of {act.total}
                  </Trans>
                  {" · "}
                  <Trans>
                    by <bdi>{act.by.name}</bdi>
                  </Trans>
                  {act.startedAt && (
                    <>
                      {" · "}
                      <Time at={act.startedAt} form="day" />
                    </>
                  )}
                </p>
              </li>
            ))}
          </ul>
        )}
        <MoreButton
          shown={network.bulkActs.pageInfo.hasNextPage}
          more={() => fetchMore({ variables: { after: network.bulkActs.pageInfo.endCursor } })}
        />
      </Section>
    </PageFrame>
  );
}
