import { Trans } from "@lingui/react/macro";
import type { ReactNode } from "react";

interface Props {
  count: number;
  capacity: number | null;
  /** "12 members" */
  one: ReactNode;
  /** "20 members" */
  of: ReactNode;
}

/** "12 of 20 members", or "12 members" where there is no limit. */
export function Seats({ count, capacity, one, of }: Props) {
  if (capacity === null) return one;
  return (
    <Trans>
      {count} of {of}
    </Trans>
  );
}
