import { Trans } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { Button } from "../../../ui/Button.tsx";

interface Props {
  busy: boolean;
  busyLabel: ReactNode;
  onClose: () => void;
  /** What the form does, on its button. */
  children: ReactNode;
}

/** The end of a form in a dialog. */
export function FormActs({ busy, busyLabel, onClose, children }: Props) {
  return (
    <div className="flex flex-wrap justify-end gap-2">
      <Button onClick={onClose}>
        <Trans>Cancel</Trans>
      </Button>
      <Button type="submit" kind="primary" busy={busy} busyLabel={busyLabel}>
        {children}
      </Button>
    </div>
  );
}
