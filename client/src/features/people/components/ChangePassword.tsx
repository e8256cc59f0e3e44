import { Trans, useLingui } from "@lingui/react/macro";
import { useState, type FormEvent } from "react";
import { changePassword } from "../../../platform/session/accounts.ts";
import { Banner } from "../../../ui/Banner.tsx";
import { Button } from "../../../ui/Button.tsx";
import { Checkbox } from "../../../ui/Checkbox.tsx";
import { say } from "../../../ui/toast-list.ts";
import { useAccountAct } from "../hooks/useAccountAct.ts";
import { PasswordField } from "./PasswordField.tsx";

export function ChangePassword() {
  const { t } = useLingui();
  const { run, busy, refused, words } = useAccountAct();
  const [current, setCurrent] = useState("");
  const [next, setNext] = useState("");
  const [others, setOthers] = useState(true);

  async function submit(event: FormEvent) {
    event.preventDefault();
    if (!(await run(() => changePassword(current, next, others)))) return;
    setCurrent("");
    setNext("");
    say(t`Your password is changed.`);
  }

  return (
    <form className="grid gap-3" onSubmit={submit}>
      {words && (
        <Banner tone="wrong">
          {refused === "WRONG_PASSWORD" ? (
            <Trans>The present password is not right. The new one was not set.</Trans>
          ) : (
            words
          )}
        </Banner>
      )}
      <PasswordField
        label={t`Present password`}
        name="current-password"
        required
        value={current}
        onChange={(event) => setCurrent(event.target.value)}
      />
      <PasswordField
        label={t`New password`}
        hint={t`At least 10 characters. Three or four words in a row are easy to remember.`}
        name="new-password"
        autoComplete="new-password"
        required
        minLength={10}
        value={next}
        onChange={(event) => setNext(event.target.value)}
      />
      <Checkbox
        label={t`Sign out on my other devices`}
        checked={others}
        onChange={(event) => setOthers(event.target.checked)}
      />
      <div>
        <Button type="submit" busy={busy} busyLabel={t`Changing`}>
          <Trans>Change the password</Trans>
        </Button>
      </div>
    </form>
  );
}
