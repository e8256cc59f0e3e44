import { Trans, useLingui } from "@lingui/react/macro";
import { Link } from "../router/Link.tsx";
import { buttonLook } from "../../ui/button-look.ts";
import { PageFrame, PageHeader } from "../../ui/PageFrame.tsx";

/** The same words for what does not exist and for what this person may not see. */
export function NotHere() {
  const { t } = useLingui();
  return (
    <PageFrame header={<PageHeader title={t`Nothing here`} />}>
      <div className="grid justify-items-start gap-4 py-6">
        <p className="text-xl font-semibold">
          <Trans>There is nothing here that you can see.</Trans>
        </p>
        <p className="max-w-[60ch] text-ink-2">
          <Trans>
            The link may be wrong, the page may be gone, or it may belong to a group that you are
            not in. If someone sent you the link, ask them to invite you.
          </Trans>
        </p>
        <Link to="/" className={buttonLook("primary")}>
          <Trans>Go to Home</Trans>
        </Link>
      </div>
    </PageFrame>
  );
}
