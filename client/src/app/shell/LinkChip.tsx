import { Trans } from "@lingui/react/macro";
import { useLinkState } from "../../platform/live/use-link-state.ts";
import { Chip } from "../../ui/Chip.tsx";
import { Time } from "../../ui/Time.tsx";

/** One word for the link, and how old the page is when it is not live. */
export function LinkChip() {
  const { state, upTo } = useLinkState();
  const age = upTo !== null && (
    // On a phone beneath the word: beside it, the page's title would have no room.
    <span className="max-sm:block max-sm:text-2xs max-sm:leading-tight">
      <span className="max-sm:hidden"> · </span>
      <Trans>
        up to <Time at={new Date(upTo).toISOString()} form="clock" />
      </Trans>
    </span>
  );
  if (state === "live")
    return (
      <Chip tone="brand" dot>
        <Trans>Live</Trans>
      </Chip>
    );
  return (
    <Chip tone={state === "offline" ? "clay" : "quiet"} dot>
      <span>
        {state === "offline" ? <Trans>Offline</Trans> : <Trans>Delayed</Trans>}
        {age}
      </span>
    </Chip>
  );
}
