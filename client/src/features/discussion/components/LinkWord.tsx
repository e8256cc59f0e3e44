import { useLingui } from "@lingui/react/macro";
import { useLinkState } from "../../../platform/live/use-link-state.ts";
import { Chip } from "../../../ui/Chip.tsx";

/** One word for the link, always true; with the age of what is shown when that is not the present. */
export function LinkWord() {
  const { t, i18n } = useLingui();
  const { state, upTo } = useLinkState();
  const clock =
    upTo === null
      ? null
      : new Intl.DateTimeFormat(i18n.locale, { timeStyle: "short" }).format(upTo);
  const words = { live: t`Live`, delayed: t`Delayed`, offline: t`Offline` };
  return (
    <span role="status" className="flex-none">
      <Chip tone={state === "live" ? "brand" : state === "delayed" ? "quiet" : "clay"} dot>
        {words[state]}
        {state !== "live" && clock && <span> · {t`up to ${clock}`}</span>}
      </Chip>
    </span>
  );
}
