import { lazy, Suspense } from "react";
import { patient } from "../../../ui/patient.ts";
import type { ThreadDialog } from "./ThreadHeader.tsx";

const PinnedDialog = lazy(patient(() => import("./PinnedDialog.tsx")));
const RenameDialog = lazy(patient(() => import("./RenameDialog.tsx")));
const ShortcutsDialog = lazy(patient(() => import("./ShortcutsDialog.tsx")));
const PendingDialog = lazy(patient(() => import("./PendingDialog.tsx")));

interface Props {
  open: ThreadDialog | null;
  threadId: string;
  title: string;
  onJump: (seq: number) => void;
  onClose: () => void;
}

/** What the thread's menu opens; each comes when it is asked for. */
export function ThreadDialogs({ open, threadId, title, onJump, onClose }: Props) {
  if (!open) return null;
  return (
    <Suspense>
      {open === "pinned" && <PinnedDialog threadId={threadId} onJump={onJump} onClose={onClose} />}
      {open === "rename" && <RenameDialog threadId={threadId} title={title} onClose={onClose} />}
      {open === "pending" && <PendingDialog threadId={threadId} onClose={onClose} />}
      {open === "shortcuts" && <ShortcutsDialog onClose={onClose} />}
    </Suspense>
  );
}
