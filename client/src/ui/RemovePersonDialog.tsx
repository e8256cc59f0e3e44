import { Trans, useLingui } from "@lingui/react/macro";
import { useState, type ReactNode } from "react";
import { Button } from "./Button.tsx";
import { Dialog } from "./Dialog.tsx";
import { Problems } from "./Problems.tsx";
import { TextField } from "./TextField.tsx";

interface Props {
  name: string;
  /** What it ends, and whether it can be mended. */
  children: ReactNode;
  /** Who will be able to read the reason. */
  hint: string;
  problems: readonly { message: string }[];
  busy: boolean;
  onRemove: (reason: string | null) => void;
  onClose: () => void;
}

/** Taking somebody out can't be taken back, so it says what it ends and asks for the reason first. */
export function RemovePersonDialog({ name, children, hint, problems, busy, ...does }: Props) {
  const { t } = useLingui();
  const [reason, setReason] = useState("");
  return (
    <Dialog title={t`Remove ${name}`} onClose={does.onClose}>
      <p className="text-sm">{children}</p>
      <Problems of={problems} />
      <TextField
        label={t`Why`}
        hint={hint}
        value={reason}
        maxLength={500}
        onChange={(event) => setReason(event.target.value)}
      />
      <div className="flex flex-wrap justify-end gap-2">
        <Button onClick={does.onClose}>
          <Trans>Keep them</Trans>
        </Button>
        <Button
          kind="danger"
          busy={busy}
          busyLabel={t`Removing`}
          onClick={() => does.onRemove(reason.trim() || null)}
        >
          <Trans>Remove</Trans>
        </Button>
      </div>
    </Dialog>
  );
}
