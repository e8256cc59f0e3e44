import { Trans } from "@lingui/react/macro";
import { useState } from "react";
import { sendVerification } from "../../../platform/session/accounts.ts";
import { Banner } from "../../../ui/Banner.tsx";
import { Button } from "../../../ui/Button.tsx";
import { useAccountAct } from "../hooks/useAccountAct.ts";

/** The address that the account stands on, and what is left to do about it. */
export function EmailStatus({ email, verified }: { email: string; verified: boolean }) {
  const { run, busy, words } = useAccountAct();
  const [sent, setSent] = useState(false);
  if (verified)
    return (
      <p className="text-sm">
        <bdi>{email}</bdi>
      </p>
    );
  return (
    <Banner
      tone="care"
      action={
        !sent && (
          <Button
            busy={busy}
            onClick={async () => setSent(await run(() => sendVerification(email)))}
          >
            <Trans>Send the mail again</Trans>
          </Button>
        )
      }
    >
      {words ??
        (sent ? (
          <Trans>
            The mail is on its way to <bdi>{email}</bdi>.
          </Trans>
        ) : (
          <Trans>
            <bdi className="font-semibold">{email}</bdi> is not confirmed yet. Open the link in the
            mail that we sent you.
          </Trans>
        ))}
    </Banner>
  );
}
