import { useQuery } from "@apollo/client/react";
import { Trans } from "@lingui/react/macro";
import { graphql } from "../../../generated/gql.ts";
import { useFragmentData } from "../../../platform/apollo/use-fragment-data.ts";
import { Link } from "../../../platform/router/Link.tsx";
import { Banner } from "../../../ui/Banner.tsx";
import { buttonLook } from "../../../ui/button-look.ts";
import { doneSteps, NetworkSetUpDocument, stepKeys } from "./set-up.ts";

// Asked for beside the page, for it is for managers alone.
const SetUpCardQuery = graphql(`
  query SetUpCard($slug: String!) {
    network(slug: $slug) {
      id
      ...NetworkSetUp
    }
  }
`);

/** The way back into the setting up, while something is missing. */
export default function SetUpCard({ slug }: { slug: string }) {
  const { data } = useQuery(SetUpCardQuery, {
    variables: { slug },
    fetchPolicy: "cache-and-network",
    nextFetchPolicy: "cache-first",
  });
  const network = useFragmentData(NetworkSetUpDocument, data?.network);
  const done = network && doneSteps(network).size;
  if (done === null || done === stepKeys.length) return null;
  return (
    <Banner
      action={
        <Link to={`/networks/${slug}/set-up`} className={buttonLook("plain")}>
          <Trans>Go on setting up</Trans>
        </Link>
      }
    >
      <Trans>
        {done} of {stepKeys.length} steps of setting this network up are done.
      </Trans>
    </Banner>
  );
}
