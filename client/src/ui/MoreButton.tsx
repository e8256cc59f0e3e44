import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { Button } from "./Button.tsx";

/** The next part of a list, when there is one. */
export function MoreButton({ shown, more }: { shown: boolean; more: () => Promise<unknown> }) {
  const { t } = useLingui();
  const [busy, setBusy] = useState(false);
  if (!shown) return null;
  async function fetchMore() {
    setBusy(true);
    // A lost link leaves the button where it was; the header says that the link is gone.
    await more().catch(() => null);
    setBusy(false);
  }
  return (
    <div>
      <Button busy={busy} busyLabel={t`Fetching more`} onClick={fetchMore}>
        <Trans>Show more</Trans>
      </Button>
    </div>
  );
}
