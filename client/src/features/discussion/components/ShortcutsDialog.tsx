import { useLingui } from "@lingui/react/macro";
import { Dialog } from "../../../ui/Dialog.tsx";

export default function ShortcutsDialog({ onClose }: { onClose: () => void }) {
  const { t } = useLingui();
  const keys: [string, string][] = [
    ["↑ ↓  j k", t`Move between messages`],
    ["Home  End", t`First and last loaded message`],
    ["r", t`Quote the message`],
    ["e", t`Edit your message`],
    ["Enter", t`Send`],
    ["Shift Enter", t`New line`],
    ["↑", t`In the empty box: edit your last message`],
    ["Esc", t`Stop editing or quoting`],
    ["@", t`Mention someone`],
    ["?", t`This list`],
  ];
  return (
    <Dialog title={t`Keyboard shortcuts`} onClose={onClose}>
      <dl className="grid grid-cols-[auto_1fr] gap-x-6 gap-y-2 text-sm">
        {keys.map(([key, act]) => (
          <div key={key} className="contents">
            <dt dir="ltr" className="flex gap-1 rtl:justify-end">
              {key.split(/\s+/).map((one) => (
                <kbd
                  key={one}
                  className="min-w-6 self-start rounded-sm border border-line-strong px-1.5 py-0.5 text-center text-xs"
                >
                  {one}
                </kbd>
              ))}
            </dt>
            <dd>{act}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}
