export type Theme = "system" | "light" | "dark";
const rememberedAs = "baraza.theme";

export function chosenTheme(): Theme {
  const chosen = localStorage.getItem(rememberedAs);
  return chosen === "light" || chosen === "dark" ? chosen : "system";
}

export function chooseTheme(theme: Theme): void {
  localStorage.setItem(rememberedAs, theme);
  startTheme();
}

/** The choice belongs to the device, not to the account: a shared phone has one screen. */
export function startTheme(): void {
  const theme = chosenTheme();
  if (theme === "system") delete document.documentElement.dataset["theme"];
  else document.documentElement.dataset["theme"] = theme;
}
