import { Trans, useLingui } from "@lingui/react/macro";
import { useState, type FormEvent } from "react";
import { Link } from "../../../platform/router/Link.tsx";
import { useLocation } from "../../../platform/router/router.tsx";
import { signUp } from "../../../platform/session/accounts.ts";
import { Banner } from "../../../ui/Banner.tsx";
import { Button } from "../../../ui/Button.tsx";
import { FormHeading } from "../../../ui/FormHeading.tsx";
import { TextField } from "../../../ui/TextField.tsx";
import { PasswordField } from "../components/PasswordField.tsx";
import { useAccountAct } from "../hooks/useAccountAct.ts";
import { useEnter } from "../hooks/useEnter.ts";

export default function SignUpPage() {
  const { t } = useLingui();
  const { search } = useLocation();
  const enter = useEnter();
  const { run, busy, words, refused } = useAccountAct();
  const [name, setName] = useState("");
  const [email, setEmail] = useState(() => new URLSearchParams(search).get("email") ?? "");
  const [password, setPassword] = useState("");

  async function submit(event: FormEvent) {
    event.preventDefault();
    if (await run(() => signUp(name.trim(), email.trim(), password))) await enter();
  }

  return (
    <>
      <FormHeading title={t`Make an account`}>
        <Trans>Three lines now. The rest of your profile can wait.</Trans>
      </FormHeading>
      <form className="grid gap-4" onSubmit={submit}>
        {words && (
          <Banner tone="wrong">
            {words}{" "}
            {refused === "TAKEN" && (
              <Link to={`/sign-in${search}`} className="font-semibold text-brand underline">
                <Trans>Sign in</Trans>
              </Link>
            )}
          </Banner>
        )}
        <TextField
          label={t`Your name`}
          hint={t`As you write it. The people in your groups see it.`}
          name="name"
          autoComplete="name"
          required
          maxLength={120}
          value={name}
          onChange={(event) => setName(event.target.value)}
        />
        <TextField
          label={t`E-mail address`}
          hint={t`Only for signing in and for messages from Baraza. Members do not see it.`}
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
          hint={t`At least 10 characters. Three or four words in a row are easy to remember.`}
          name="new-password"
          autoComplete="new-password"
          required
          minLength={10}
          value={password}
          onChange={(event) => setPassword(event.target.value)}
        />
        <Button type="submit" kind="primary" wide busy={busy} busyLabel={t`Making your account`}>
          <Trans>Make an account</Trans>
        </Button>
      </form>
      <p className="text-sm">
        <Trans>
          You have an account?{" "}
          <Link
            to={`/sign-in${search}`}
            className="inline-block py-3 font-semibold text-brand underline"
          >
            Sign in
          </Link>
        </Trans>
      </p>
    </>
  );
}
