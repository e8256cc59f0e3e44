import type { FragmentType } from "@apollo/client";
import { Trans } from "@lingui/react/macro";
import { graphql } from "../../../generated/gql.ts";
import type { CompactBannerFragment } from "../../../generated/graphql.ts";
import { useFragmentData } from "../../../platform/apollo/use-fragment-data.ts";
import { Link } from "../../../platform/router/Link.tsx";
import { Banner } from "../../../ui/Banner.tsx";
import { buttonLook } from "../../../ui/button-look.ts";

const CompactBannerDocument = graphql(`
  fragment CompactBanner on Group {
    id
    state
    viewerRole
    viewerCompactVersion
    compact {
      version
      change
    }
  }
`);

/** Asks a member who has not agreed to the compact as it is now. It stands in nobody's way. */
export function CompactBanner({ group }: { group: FragmentType<CompactBannerFragment> }) {
  const data = useFragmentData(CompactBannerDocument, group);
  if (!data?.compact || !data.viewerRole || data.state === "SEALED") return null;
  const agreed = data.viewerCompactVersion ?? 0;
  if (agreed >= data.compact.version) return null;
  return (
    <Banner
      action={
        <Link to={`/groups/${data.id}/compact`} className={buttonLook("plain")}>
          <Trans>Read and agree</Trans>
        </Link>
      }
    >
      {agreed > 0 ? (
        <Trans>The group has changed what it agrees on.</Trans>
      ) : (
        <Trans>The group has agreed on how its members are with each other.</Trans>
      )}{" "}
      {agreed > 0 && data.compact.change && <bdi>{data.compact.change}</bdi>}
    </Banner>
  );
}
