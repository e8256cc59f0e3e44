import { useQuery } from "@apollo/client/react";
import { Trans, useLingui } from "@lingui/react/macro";
import { graphql } from "../../../generated/gql.ts";
import { Link } from "../../../platform/router/Link.tsx";
import { useSearchParams } from "../../../platform/router/router.tsx";
import { buttonLook } from "../../../ui/button-look.ts";
import { FormHeading } from "../../../ui/FormHeading.tsx";

const VerifyPageQuery = graphql(`
  query VerifyPage {
    viewer {
      emailVerified
    }
  }
`);

/** Where the link in the confirming mail leads, after the server has looked at it. */
export default function VerifyPage() {
  const { t } = useLingui();
  const [search] = useSearchParams();
  // The link signs nobody in; in a browser that does not know the reader, its own word is all there is.
  const { data } = useQuery(VerifyPageQuery, { fetchPolicy: "network-only" });
  const failed = search.has("error") || data?.viewer?.emailVerified === false;
  return failed ? (
    <>
      <FormHeading title={t`The address is not confirmed`}>
        <Trans>
          The link has expired or was already used. Ask for a new one from your profile.
        </Trans>
      </FormHeading>
      <Link to="/me" className={buttonLook("primary", true)}>
        <Trans>Go to your profile</Trans>
      </Link>
    </>
  ) : (
    <>
      <FormHeading title={t`Your e-mail address is confirmed`}>
        <Trans>Thank you. You can go on now.</Trans>
      </FormHeading>
      <Link to="/" className={buttonLook("primary", true)}>
        <Trans>Go to Home</Trans>
      </Link>
    </>
  );
}
