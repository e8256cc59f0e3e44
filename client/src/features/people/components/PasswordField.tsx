import { useLingui } from "@lingui/react/macro";
import { useState, type ComponentProps } from "react";
import { Checkbox } from "../../../ui/Checkbox.tsx";
import { TextField } from "../../../ui/TextField.tsx";

type Props = Omit<ComponentProps<typeof TextField>, "type" | "dir">;

/** A password that can be shown while it is typed: on a phone that is the difference between in and not in. */
export function PasswordField(props: Props) {
  const { t } = useLingui();
  const [shown, setShown] = useState(false);
  return (
    <div>
      <TextField
        autoComplete="current-password"
        {...props}
        dir="ltr"
        type={shown ? "text" : "password"}
        autoCapitalize="none"
        spellCheck={false}
      />
      <Checkbox
        label={t`Show the password`}
        checked={shown}
        onChange={(event) => setShown(event.target.checked)}
      />
    </div>
  );
}
