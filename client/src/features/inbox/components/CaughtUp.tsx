import { Trans } from "@lingui/react/macro";
import { CircleCheck } from "lucide-react";

/** Nothing waits. Said, so that nobody has to look for it. */
export function CaughtUp() {
  return (
    <div className="flex items-center gap-4 rounded-lg bg-brand-soft px-4 py-4">
      <CircleCheck aria-hidden="true" className="size-7 flex-none text-brand" />
      <div>
        <p className="font-semibold">
          <Trans>You have read everything</Trans>
        </p>
        <p className="text-sm text-ink-2">
          <Trans>New messages appear here by themselves.</Trans>
        </p>
      </div>
    </div>
  );
}
