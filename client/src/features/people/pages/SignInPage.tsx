import { Trans, useLingui } from "@lingui/react/macro";
import { useState, type FormEvent } from "react";
import { Link } from "../../../platform/router/Link.tsx";
import { useLocation } from "../../../platform/router/router.tsx";
import { signIn } from "../../../platform/session/accounts.ts";
import { Banner } from "../../../ui/Banner.tsx";
import { Button } from "../../../ui/Button.tsx";
import { FormHeading } from "../../../ui/FormHeading.tsx";
import { TextField } from "../../../ui/TextField.tsx";
import { PasswordField } from "../components/PasswordField.tsx";
import { useAccountAct } from "../hooks/useAccountAct.ts";
import { useEnter } from "../hooks/useEnter.ts";

export default function SignInPage() {
  const { t } = useLingui();
  const { search } = useLocation();
  const enter = useEnter();
  const { run, busy, words } = useAccountAct();
  const [email, setEmail] = useState("");
  const [password, setPassword] = useState("");

  async function submit(event: FormEvent) {
    event.preventDefault();
    if (await run(() => signIn(email.trim(), password))) await enter();
  }

  return (
    <>
      <FormHeading title={t`Sign in`} />
      <form className="grid gap-4" onSubmit={submit}>
        {words && <Banner tone="wrong">{words}</Banner>}
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
        <PasswordField
          label={t`Password`}
          name="password"
          required
          value={password}
          onChange={(event) => setPassword(event.target.value)}
        />
        <Button type="submit" kind="primary" wide busy={busy} busyLabel={t`Signing in`}>
          <Trans>Sign in</Trans>
        </Button>
      </form>
      <div className="flex flex-wrap justify-between gap-x-6 text-sm">
        <Link to={`/reset${search}`} className="py-3 font-semibold text-brand underline">
          <Trans>Forgot your password?</Trans>
        </Link>
        <Link to={`/sign-up${search}`} className="py-3 font-semibold text-brand underline">
          <Trans>Make an account</Trans>
        </Link>
      </div>
    </>
  );
}
