import { useQuery } from "@apollo/client/react";
import { Trans, useLingui } from "@lingui/react/macro";
import { lazy, Suspense, useState } from "react";
import { graphql } from "../../../generated/gql.ts";
import type { OrganisationAction } from "../../../generated/graphql.ts";
import { isMissing } from "../../../platform/apollo/is-missing.ts";
import { useFragmentData } from "../../../platform/apollo/use-fragment-data.ts";
import { useFrame } from "../../../platform/apollo/use-frame.ts";
import { BackButton } from "../../../platform/router/BackButton.tsx";
import { Link } from "../../../platform/router/Link.tsx";
import { useParams } from "../../../platform/router/router.tsx";
import { NotHere } from "../../../platform/session/NotHere.tsx";
import { Button } from "../../../ui/Button.tsx";
import { PageFrame, PageHeader, Section } from "../../../ui/PageFrame.tsx";
import { PageProblem } from "../../../ui/PageProblem.tsx";
import { patient } from "../../../ui/patient.ts";
import { Skeleton } from "../../../ui/Skeleton.tsx";
import { WearLook } from "../../networks/components/WearLook.tsx";
import { FollowNetwork } from "../../networks/live/FollowNetwork.tsx";
import { relationWord } from "../../programmes/components/words.ts";
import {
  Days,
  OrganisationFacts,
  OrganisationFactsDocument,
} from "../components/OrganisationFacts.tsx";
import { useRevive } from "../components/use-revive.ts";

const CorrectDialog = lazy(patient(() => import("../components/CorrectDialog.tsx")));
const RenameDialog = lazy(patient(() => import("../components/RenameDialog.tsx")));
const EndDialog = lazy(patient(() => import("../components/EndDialog.tsx")));

const OrganisationPageQuery = graphql(`
  query OrganisationPage($id: ID!, $frame: Boolean!) {
    viewer {
      __typename
      ...ShellViewer @include(if: $frame)
    }
    node(id: $id) {
      __typename
      ... on Organisation {
        id
        network {
          id
          slug
          name
          liveCursor
          ...WornLook
        }
        relations {
          id
          kind
          from
          until
          programme {
            id
            name
          }
        }
        ...OrganisationFacts
      }
    }
  }
`);

type Act = "correct" | "rename" | "end";

export default function OrganisationPage() {
  const { t } = useLingui();
  const { organisationId = "" } = useParams();
  const { frame } = useFrame();
  const [act, setAct] = useState<Act | null>(null);
  const revive = useRevive();
  const { data, error, refetch } = useQuery(OrganisationPageQuery, {
    variables: { id: organisationId, frame },
  });
  const organisation = data?.node?.__typename === "Organisation" ? data.node : undefined;
  const facts = useFragmentData(OrganisationFactsDocument, organisation ?? null);
  if (isMissing(error) || (data && !organisation)) return <NotHere />;
  if (!organisation || !facts)
    return (
      <PageFrame header={<PageHeader back={<BackButton />} title={t`Organisation`} />}>
        {error ? (
          <PageProblem retry={refetch} />
        ) : (
          <Skeleton label={t`Fetching the organisation`} />
        )}
      </PageFrame>
    );
  const { network, relations } = organisation;
  const may = (action: OrganisationAction) => facts.viewerCan.includes(action);
  const close = () => setAct(null);
  return (
    <PageFrame header={<PageHeader back={<BackButton />} title={facts.name} sub={network.name} />}>
      <WearLook network={network} />
      <FollowNetwork
        networkId={network.id}
        after={network.liveCursor}
        again={async () => {
          const { data: fresh } = await refetch();
          return fresh?.node?.__typename === "Organisation" ? fresh.node.network.liveCursor : null;
        }}
      />
      <OrganisationFacts organisation={organisation} />
      {relations.length > 0 && (
        <Section title={t`Programmes`}>
          <ul className="grid gap-2 text-sm">
            {relations.map((one) => (
              <li key={one.id}>
                {relationWord(one.kind)}{" "}
                <Link
                  to={`/programmes/${one.programme.id}`}
                  className="-my-2.5 inline-block py-2.5 font-semibold text-brand underline"
                >
                  <bdi>{one.programme.name}</bdi>
                </Link>{" "}
                <span className="text-xs text-ink-2">
                  <Days from={one.from ?? null} until={one.until ?? null} />
                </span>
              </li>
            ))}
          </ul>
        </Section>
      )}
      <div className="flex flex-wrap gap-2">
        {may("CORRECT") && (
          <Button onClick={() => setAct("correct")}>
            <Trans>Correct the entry</Trans>
          </Button>
        )}
        {may("RENAME") && (
          <Button onClick={() => setAct("rename")}>
            <Trans>Rename it</Trans>
          </Button>
        )}
        {may("MERGE") && (
          <Button onClick={() => setAct("end")}>
            <Trans>It is no more</Trans>
          </Button>
        )}
        {may("REVIVE") && (
          <Button onClick={() => void revive(facts.id)}>
            <Trans>It is there after all</Trans>
          </Button>
        )}
      </div>
      <Suspense>
        {act === "correct" && (
          <CorrectDialog
            id={facts.id}
            version={facts.version}
            said={{
              name: facts.name,
              kind: facts.kind,
              country: facts.country,
              area: facts.area ?? "",
              validFrom: facts.validFrom ?? "",
            }}
            onClose={close}
          />
        )}
        {act === "rename" && <RenameDialog id={facts.id} onClose={close} />}
        {act === "end" && (
          <EndDialog id={facts.id} name={facts.name} networkId={network.id} onClose={close} />
        )}
      </Suspense>
    </PageFrame>
  );
}
