import { Trans, useLingui } from "@lingui/react/macro";
import { useState, type ReactNode } from "react";
import { Button } from "./Button.tsx";
import { Checkbox } from "./Checkbox.tsx";
import { Dialog } from "./Dialog.tsx";
import { Problems } from "./Problems.tsx";

interface Props {
  name: string;
  /** What it ends, and how one would come back. */
  children: ReactNode;
  problems: readonly { code: string; message: string }[];
  /** What becomes of a group whose last coordinator leaves even so. */
  lastHint: string;
  busy: boolean;
  onLeave: (evenIfLast: boolean) => void;
  onClose: () => void;
}

/** Leaving closes the door behind one, so it says so before it does it; the last coordinator is asked twice. */
export function LeaveDialog({ name, children, problems, lastHint, busy, ...does }: Props) {
  const { t } = useLingui();
  const [evenIfLast, setEvenIfLast] = useState(false);
  const isLast = evenIfLast || problems.some(({ code }) => code === "LAST_COORDINATOR");
  return (
    <Dialog title={t`Leave ${name}`} onClose={does.onClose}>
      <p className="text-sm">{children}</p>
      <Problems of={problems} />
      {isLast && (
        <Checkbox
          label={t`Leave even so`}
          hint={lastHint}
          checked={evenIfLast}
          onChange={(event) => setEvenIfLast(event.target.checked)}
        />
      )}
      <div className="flex flex-wrap justify-end gap-2">
        <Button onClick={does.onClose}>
          <Trans>Stay</Trans>
        </Button>
        <Button
          kind="danger"
          busy={busy}
          busyLabel={t`Leaving`}
          onClick={() => does.onLeave(evenIfLast)}
        >
          <Trans>Leave</Trans>
        </Button>
      </div>
    </Dialog>
  );
}
