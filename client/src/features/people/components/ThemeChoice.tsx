import { useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { Choices } from "../../../ui/Choices.tsx";
import { chooseTheme, chosenTheme } from "../../../ui/theme.ts";

export function ThemeChoice() {
  const { t } = useLingui();
  const [theme, setTheme] = useState(chosenTheme);
  return (
    <Choices
      label={t`Light or dark, on this device`}
      value={theme}
      onChange={(next) => {
        chooseTheme(next);
        setTheme(next);
      }}
      options={[
        { value: "system", label: t`As the device` },
        { value: "light", label: t`Light` },
        { value: "dark", label: t`Dark` },
      ]}
    />
  );
}
