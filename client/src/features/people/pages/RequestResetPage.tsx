import { Trans, useLingui } from "@lingui/react/macro";
import { useState, type FormEvent } from "react";
import { Link } from "../../../platform/router/Link.tsx";
import { Navigate, useLocation } from "../../../platform/router/router.tsx";
import { requestReset } from "../../../platform/session/accounts.ts";
import { Banner } from "../../../ui/Banner.tsx";
import { Button } from "../../../ui/Button.tsx";
import { FormHeading } from "../../../ui/FormHeading.tsx";
import { TextField } from "../../../ui/TextField.tsx";
import { useAccountAct } from "../hooks/useAccountAct.ts";

export default function RequestResetPage() {
  const { t } = useLingui();
  const { search } = useLocation();
  const { run, busy, words } = useAccountAct();
  const [email, setEmail] = useState("");
  const [sentTo, setSentTo] = useState<string | null>(null);

  // The link in the mail leads here with the token beside the path.
  const given = new URLSearchParams(search);
  const token = given.get("token");
  if (token) return <Navigate to={`/reset/${encodeURIComponent(token)}`} replace />;

  async function submit(event: FormEvent) {
    event.preventDefault();
    const address = email.trim();
    if (await run(() => requestReset(address))) setSentTo(address);
  }

  return (
    <>
      <FormHeading title={t`Set a new password`}>
        <Trans>We send you a mail with a link. It works for one hour.</Trans>
      </FormHeading>
      <form className="grid gap-4" onSubmit={submit}>
        {given.has("error") && !words && !sentTo && (
          <Banner tone="wrong">
            <Trans>This link has expired or was already used. Ask for a new one here.</Trans>
          </Banner>
        )}
        {words && <Banner tone="wrong">{words}</Banner>}
        {sentTo && (
          <Banner tone="done">
            <Trans>
              If <bdi className="font-semibold">{sentTo}</bdi> has an account, a mail is on its way.
              It can take a few minutes. Look among the unwanted mail too.
            </Trans>
          </Banner>
        )}
        <TextField
          label={t`E-mail address`}
          type="email"
          name="email"
          dir="ltr"
          autoComplete="username"
          required
          value={email}
          onChange={(event) => setEmail(event.target.value)}
        />
        <Button type="submit" kind="primary" wide busy={busy} busyLabel={t`Sending`}>
          {sentTo ? <Trans>Send it again</Trans> : <Trans>Send me the link</Trans>}
        </Button>
      </form>
      <Link
        to="/sign-in"
        className="justify-self-start py-2.5 text-sm font-semibold text-brand underline"
      >
        <Trans>Back to sign in</Trans>
      </Link>
    </>
  );
}
