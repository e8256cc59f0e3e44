import { Trans, useLingui } from "@lingui/react/macro";
import { useState, type FormEvent } from "react";
import { Link } from "../../../platform/router/Link.tsx";
import { useNavigate, useParams } from "../../../platform/router/router.tsx";
import { resetPassword } from "../../../platform/session/accounts.ts";
import { Banner } from "../../../ui/Banner.tsx";
import { Button } from "../../../ui/Button.tsx";
import { FormHeading } from "../../../ui/FormHeading.tsx";
import { say } from "../../../ui/toast-list.ts";
import { PasswordField } from "../components/PasswordField.tsx";
import { useAccountAct } from "../hooks/useAccountAct.ts";

export default function ResetPasswordPage() {
  const { t } = useLingui();
  const { token = "" } = useParams();
  const navigate = useNavigate();
  const { run, busy, words, refused } = useAccountAct();
  const [password, setPassword] = useState("");

  async function submit(event: FormEvent) {
    event.preventDefault();
    if (!(await run(() => resetPassword(token, password)))) return;
    say(t`Your new password is set. Sign in with it.`);
    navigate("/sign-in", { replace: true });
  }

  return (
    <>
      <FormHeading title={t`Choose a new password`}>
        <Trans>You will be signed out on your other devices.</Trans>
      </FormHeading>
      <form className="grid gap-4" onSubmit={submit}>
        {words && (
          <Banner tone="wrong">
            {words}{" "}
            {refused === "INVALID_TOKEN" && (
              <Link to="/reset" className="font-semibold text-brand underline">
                <Trans>Send me a new link</Trans>
              </Link>
            )}
          </Banner>
        )}
        <PasswordField
          label={t`New password`}
          hint={t`At least 10 characters. Three or four words in a row are easy to remember.`}
          name="new-password"
          autoComplete="new-password"
          required
          minLength={10}
          value={password}
          onChange={(event) => setPassword(event.target.value)}
        />
        <Button type="submit" kind="primary" wide busy={busy} busyLabel={t`Setting it`}>
          <Trans>Set the password</Trans>
        </Button>
      </form>
    </>
  );
}
