import { Trans, useLingui } from "@lingui/react/macro";
import { Link } from "../../../platform/router/Link.tsx";
import { useLocation } from "../../../platform/router/router.tsx";
import { buttonLook } from "../../../ui/button-look.ts";
import { FormHeading } from "../../../ui/FormHeading.tsx";

/** Where the link in the confirming mail leads, after the server has looked at it. */
export default function VerifyPage() {
  const { t } = useLingui();
  const failed = new URLSearchParams(useLocation().search).has("error");
  return failed ? (
    <>
      <FormHeading title={t`The address could not be confirmed`}>
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
